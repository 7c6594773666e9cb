package io.aludel.orm.internal.flush;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.InvalidRequestException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Orm;
import io.aludel.orm.OrmError;
import io.aludel.orm.Session;
import io.aludel.orm.Synchronize;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.collection.NewMembers;
import io.aludel.orm.collection.WriteOnlyCollection;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.AttributeState;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections that take members and are never loaded. */
@ForEachDatabase
@Parity("ORM-REL-33")
class WriteOnlyTest {
  private static final Registry MODELS =
      Registry.of(Album.class, Track.class, Label.class, Remark.class);

  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void open(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Album stored(String... titles) {
    Album album = new Album("one");
    for (String title : titles) {
      album.tracks.add(new Track(title));
    }
    return fixture.stored(album);
  }

  private static AttributeState tracks(Album album) {
    return InstanceState.of(album).attribute("tracks");
  }

  private List<String> titles() {
    return session.scalars(select(Track.class).orderBy(Track_.id)).all().stream()
        .map(track -> track.title)
        .toList();
  }

  // Members

  @Test
  void add_newOwner_insertsBothAndNothingElse() {
    Album album = new Album("one");
    Track first = new Track("a");
    album.tracks.add(first);
    album.tracks.addAll(List.of(new Track("b"), new Track("c")));
    assertThat(first.album).isSameAs(album);
    session.add(album);

    assertThat(session.newObjects()).hasSize(4);
    assertThat(fixture.flush())
        .containsExactly(
            "INSERT w_album(name) [one]", "INSERT w_track(title,album_id) [a, 1] [b, 1] [c, 1]");
    assertThat(fixture.flush()).isEmpty();
  }

  @Test
  void add_storedOwner_loadsNothing() {
    Album album = stored("a");
    session.expireAll();
    Track track = new Track("b");
    album.tracks.add(track);
    album.tracks.add(track);

    assertThat(session.contains(track)).isTrue();
    assertThat(session.dirty()).containsExactly(album);
    assertThat(tracks(album).history().added()).containsExactly(track);
    assertThat(fixture.sent()).isEmpty();
    session.flush();
    assertThat(fixture.sent().stream().filter(sql -> !sql.contains("w_album.id = ?")))
        .containsExactly("INSERT w_track(title,album_id) [b, 1]");
    assertThat(tracks(album).history().added()).isEmpty();
    assertThat(session.dirty()).isEmpty();
  }

  @Test
  void remove_member_deletesTheOrphan() {
    Album album = stored("a", "b");
    Track first = session.getOne(Track.class, 1);
    album.tracks.remove(first);

    assertThat(first.album).isNull();
    assertThat(tracks(album).history().deleted()).containsExactly(first);
    assertThat(fixture.flush()).containsExactly("DELETE FROM w_track WHERE w_track.id = ? [1]");
    assertThat(titles()).containsExactly("b");
  }

  @Test
  void remove_whatWasAddedSince_isForgotten() {
    Album album = stored();
    Track track = new Track("a");
    album.tracks.add(track);
    album.tracks.remove(track);

    assertThat(tracks(album).history().added()).isEmpty();
    assertThat(fixture.flush()).isEmpty();
    Album unknown = new Album("two");
    unknown.tracks.remove(track);
    assertThat(tracks(unknown).history().deleted()).isEmpty();
  }

  @Test
  void otherSide_setOnTheMember_isAMemberOnce() {
    Album one = stored();
    Album two = fixture.stored(new Album("two"));
    Track track = new Track("a");
    track.album = one;
    one.tracks.add(track);
    assertThat(tracks(one).history().added()).containsExactly(track);
    assertThat(fixture.flush()).containsExactly("INSERT w_track(title,album_id) [a, 1]");

    two.tracks.add(track);
    assertThat(track.album).isSameAs(two);
    assertThat(tracks(one).history().deleted()).containsExactly(track);
    assertThat(fixture.flush())
        .containsExactly("UPDATE w_track SET album_id = ? WHERE w_track.id = ? [2, 1]");
  }

  @Test
  void expire_dropsWhatWaits() {
    Album album = stored();
    WriteOnlyCollection<Track> held = album.tracks;
    Track track = new Track("a");
    held.add(track);
    session.expire(album);

    assertThat(tracks(album).history().added()).isEmpty();
    held.add(new Track("b"));
    assertThat(tracks(album).history().added()).hasSize(1);
  }

  @Test
  void rollback_newOwner_forgetsItsMembers() {
    Album album = stored("a");
    session.rollback();

    assertThat(InstanceState.of(album).isTransient()).isTrue();
    assertThat(titles()).isEmpty();
    session.add(album);
    session.flush();
    assertThat(titles()).isEmpty();
  }

  @Test
  void manyToMany_addedAndRemoved_writesTheLinkTable() {
    Album album = stored();
    Label red = fixture.stored(new Label("red"));
    Label blue = new Label("blue");
    album.labels.addAll(List.of(red, blue));
    assertThat(red.albums).containsExactly(album);
    fixture.sent();

    assertThat(fixture.flush())
        .containsExactly(
            "INSERT w_label(name) [blue]", "INSERT w_album_label(album_id,label_id) [1, 2] [1, 1]");
    album.labels.remove(red);
    assertThat(fixture.flush())
        .containsExactly("DELETE FROM w_album_label WHERE w_album_label.album_id = ? AND"
            + " w_album_label.label_id = ? [1, 1]");
    assertThat(session.scalars(album.labels.select()).all()).containsExactly(blue);
    blue.albums.remove(album);
    assertThat(fixture.flush())
        .containsExactly("DELETE FROM w_album_label WHERE w_album_label.album_id = ? AND"
            + " w_album_label.label_id = ? [1, 2]");
  }

  // Assignment

  @Test
  void assign_newOwner_replacesWhatWasAdded() {
    Album album = new Album("one");
    Track old = new Track("old");
    Track kept = new Track("kept");
    album.tracks.addAll(List.of(old, kept));
    NewMembers<Track> members = WriteOnlyCollection.of(kept, new Track("new"));
    members.add(new Track("more"));
    members.remove(new Track("nobody"));
    album.tracks = members;
    members.add(new Track("too late"));
    session.add(album);
    session.flush();

    assertThat(old.album).isNull();
    assertThat(titles()).containsExactly("kept", "new", "more");
  }

  @Test
  void assign_storedOwner_isRefused() {
    Album album = stored("a");
    WriteOnlyCollection<Track> present = album.tracks;
    album.tracks = present;

    assertThatThrownBy(() -> album.tracks = WriteOnlyCollection.of())
        .isInstanceOf(ObjectStateException.class)
        .hasMessage(
            "Cannot assign Album.tracks of Album[id=1]: the collection is write-only, and what"
                + " would have to be removed is not loaded. Add and remove members. [ORM-228]");
    assertThatThrownBy(() -> album.tracks = null)
        .extracting(WriteOnlyTest::code)
        .isEqualTo(OrmError.NO_COLLECTION);
    Album other = new Album("two");
    assertThatThrownBy(() -> other.tracks = present)
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("takes what WriteOnlyCollection.of(…) makes");
  }

  private static Object code(Throwable thrown) {
    return ((io.aludel.AludelException) thrown).code();
  }

  // Misuse

  @Test
  void iterating_cannotBeWritten() {
    assertThat(Iterable.class.isAssignableFrom(WriteOnlyCollection.class)).isFalse();
    assertThat(stored("a").tracks).hasToString("Album.tracks (write-only)");
  }

  @Test
  void nullMember_isRefused() {
    Album album = stored();
    assertThatThrownBy(() -> album.tracks.add(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> album.tracks.remove(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> album.tracks.addAll(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> album.tracks.insert((String[]) null))
        .isInstanceOf(ArgumentException.class);
  }

  @Test
  void loaders_thatWouldLoad_areRefused() {
    stored("a");
    assertThatThrownBy(() -> session
            .scalars(select(Album.class).options(Orm.selectinLoad(Album_.tracks)))
            .all())
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessage(
            "Cannot load Album.tracks by selectinLoad: the collection is write-only and never"
                + " loaded as a whole. Leave the option out, and run the statement that select() of the"
                + " collection gives. [ORM-228]");
    assertThatThrownBy(() -> session
            .scalars(select(Album.class).options(Orm.joinedLoad(Album_.tracks)))
            .all())
        .isInstanceOf(UnsupportedStatementException.class);
    assertThat(session
            .scalars(select(Album.class).options(Orm.raiseLoad(Album_.tracks)))
            .all())
        .hasSize(1);
  }

  @Test
  void statementsOfNobody_areRefused() {
    NewMembers<Track> members = WriteOnlyCollection.of();
    assertThatThrownBy(members::select)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("belongs to no object");
    assertThatThrownBy(members::insert).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(members::update).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(members::delete).isInstanceOf(InvalidRequestException.class);
  }

  // Deleting the owner

  @Test
  void deleteOwner_trusted_leavesRowsToTheDatabase() {
    Album album = stored("a", "b");
    session.commit();
    album.tracks.add(new Track("c"));
    session.delete(album);

    assertThat(fixture.flush().stream().filter(sql -> !sql.startsWith("SELECT")))
        .last()
        .isEqualTo("DELETE FROM w_album WHERE w_album.id = ? [1]");
    session.commit();
    assertThat(titles().stream().filter(title -> !title.equals("c"))).isEmpty();
  }

  @Test
  void deleteOwner_notTrusted_isRefusedAndRecovers() {
    Label label = fixture.stored(new Label("red"));
    session.commit();
    session.delete(label);

    assertThatThrownBy(session::flush)
        .isInstanceOf(ObjectStateException.class)
        .hasMessage(
            "Cannot load Label.remarks of Label[id=1] for its deletion or for a change of its"
                + " key: the collection is write-only. Leave its rows to the database: set passiveDeletes on"
                + " the relationship, with ON DELETE on the foreign key, and do not set passiveUpdates to"
                + " false. [ORM-228]");
    session.rollback();
    assertThat(session.get(Label.class, 1)).isSameAs(label);
  }

  // Statements

  @Test
  void select_isOfTheOwnerAndOrdered() {
    Album album = stored("a", "b");
    fixture.stored(new Album("two")).tracks.add(new Track("x"));
    Track later = new Track("c");
    album.tracks.add(later);
    session.flush();
    fixture.sent();

    assertThat(session.scalars(album.tracks.select()).all().stream().map(each -> each.title))
        .containsExactly("c", "b", "a");
    assertThat(fixture.sent())
        .containsExactly("SELECT w_track.id, w_track.title, w_track.album_id FROM w_track WHERE"
            + " w_track.album_id = ? ORDER BY w_track.title DESC [1]");
    assertThat(
            session.scalars(album.tracks.select().where(Track_.title.gt("b"))).all())
        .containsExactly(later);
  }

  @Test
  void select_ownerWithoutKey_asksWhenItRuns() {
    Album album = new Album("one");
    album.tracks.add(new Track("a"));
    var select = album.tracks.select();
    session.add(album);

    assertThat(session.scalars(select).all()).hasSize(1);
  }

  @Test
  void insert_givesTheKeyOfTheOwner() {
    Album album = stored();
    session.execute(
        album.tracks.insert("title"), List.of(Map.of("title", "a"), Map.of("title", "b")));

    assertThat(fixture.sent()).containsExactly("INSERT w_track(title,album_id) [a, 1] [b, 1]");
    session.execute(album.tracks.insert().set(Track_.title, "c"));
    assertThat(fixture.sent()).containsExactly("INSERT w_track(album_id,title) [1, c]");
    assertThat(session.scalars(album.tracks.select()).all()).hasSize(3);
  }

  @Test
  void insert_manyToMany_isRefused() {
    Album album = stored();
    assertThatThrownBy(() -> album.labels.insert("name"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "Cannot insert members of Album.labels by a statement: a many-to-many needs rows in"
                + " the link table as well. Insert the members by a statement of their own, and add them"
                + " with addAll. [ORM-228]");
  }

  @Test
  void updateAndDelete_meetMembersOnly() {
    Album album = stored("a", "b");
    Album other = new Album("two");
    other.tracks.add(new Track("a"));
    fixture.stored(other);

    session.execute(album
        .tracks
        .update()
        .set(Track_.title, "z")
        .where(Track_.title.eq("a"))
        .options(Orm.synchronize(Synchronize.NONE)));
    assertThat(fixture.sent())
        .containsExactly("UPDATE w_track SET title = ? WHERE w_track.album_id = ? AND"
            + " w_track.title = ? [z, 1, a]");
    session.expireAll();
    assertThat(titles()).containsExactly("z", "b", "a");
    session.expireAll();
    assertThat(album.id).isEqualTo(1);
    fixture.sent();
    session.execute(album.tracks.delete().options(Orm.synchronize(Synchronize.NONE)));
    assertThat(fixture.sent())
        .containsExactly("DELETE FROM w_track WHERE w_track.album_id = ? [1]");
    assertThat(titles()).containsExactly("a");
  }

  @Test
  void updateAndDelete_manyToMany_askTheLinkTable() {
    Album album = stored();
    Label red = new Label("red");
    album.labels.add(red);
    fixture.stored(new Label("blue"));
    session.execute(album
        .labels
        .update()
        .set(Label_.name, "yellow")
        .options(Orm.synchronize(Synchronize.NONE)));

    assertThat(fixture.sent())
        .containsExactly(
            "UPDATE w_label SET name = ? WHERE EXISTS (SELECT 1 FROM w_album_label WHERE"
                + " w_album_label.album_id = ? AND w_label.id = w_album_label.label_id) [yellow, 1]");
    session.execute(album.labels.update().set(Label_.name, "green"));
    assertThat(red.name).isEqualTo("green");
  }

  // Merge

  @Test
  void merge_bringsWhatWaits() {
    Album album = stored("a");
    Track old = session.getOne(Track.class, 1);
    session.commit();
    session.refresh(album);
    session.refresh(old);
    session.close();
    album.tracks.add(new Track("b"));
    album.tracks.remove(old);
    try (Session second = fixture.sessions().open()) {
      Album merged = second.merge(album);
      second.flush();
      assertThat(second.scalars(merged.tracks.select()).all().stream().map(each -> each.title))
          .containsExactly("b");
    }
  }

  @Test
  void merge_newOwner_bringsItsMembers() {
    Album album = new Album("one");
    album.tracks.add(new Track("a"));
    Album merged = session.merge(album);
    session.flush();

    assertThat(merged).isNotSameAs(album);
    assertThat(titles()).containsExactly("a");
  }
}
