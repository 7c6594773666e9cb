package io.aludel.orm.collection;

import static io.aludel.orm.Orm.select;
import static io.aludel.schema.Schema.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.orm.Load;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.collection.Jukebox.Disc;
import io.aludel.orm.collection.Jukebox.Pile;
import io.aludel.orm.collection.Jukebox.Rack;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.RelationshipMapping;
import io.aludel.orm.state.History;
import io.aludel.orm.state.InstanceState;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collection classes of the application's own, around a list, a set and a map. */
@ForEachDatabase
@Parity("ORM-REL-26")
class CollectionClassesTest {
  private static final Registry MODELS = Registry.of(Station.class, Tune.class, Player.class);

  private Session session;
  private StatementRecorder recorder;
  private Station jazz;

  @BeforeEach
  void fillTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    session = SessionFactory.of(database.engine(), MODELS).open();
    recorder = database.recorder();
    jazz = new Station("Jazz");
    for (String title : List.of("one", "two", "three")) {
      jazz.tunes.playLast(new Tune(title));
    }
    jazz.players.hire(new Player("Ella"));
    ((Catalogue) jazz.hits).enter(jazz.tunes.members().get(1));
    session.add(jazz);
    session.commit();
    recorder.clear();
  }

  @AfterEach
  void closeSession() {
    session.close();
    recorder.clear();
  }

  private static List<String> titles(Playlist tunes) {
    List<String> titles = new ArrayList<>();
    tunes.forEach(tune -> titles.add(tune.title));
    return titles;
  }

  @Test
  void newObject_methodsOfTheClass_keepBothSidesInStep() {
    Station station = new Station("News");
    Tune jingle = new Tune("jingle");
    station.tunes.playNext(jingle);
    assertThat(jingle.station).isSameAs(station);
    jingle.station = null;
    assertThat(station.tunes).isEmpty();
    jingle.station = station;
    assertThat(station.tunes.skip()).isSameAs(jingle);
    assertThat(jingle.station).isNull();
  }

  @Test
  void loaded_isAnInstanceOfTheClass_andReportsWhatItDoes() {
    assertThat(jazz.tunes).isInstanceOf(Playlist.class);
    assertThat(titles(jazz.tunes)).containsExactly("one", "two", "three");
    jazz.hits.clear();
    session.flush();

    jazz.tunes.playNext(new Tune("four"));
    assertThat(session.newObjects()).hasSize(1);
    jazz.tunes.shuffleFirstTwo();
    assertThat(titles(jazz.tunes)).containsExactly("one", "four", "two", "three");
    Tune gone = jazz.tunes.skip();
    assertThat(gone.station).isNull();
    Iterator<Tune> each = jazz.tunes.iterator();
    each.next();
    each.next();
    each.remove();
    session.commit();

    assertThat(titles(jazz.tunes)).containsExactly("three", "four");
    assertThat(session.scalars(select(Tune.class)).all()).hasSize(2);
  }

  @Test
  void setAndMap_ofTheApplication_areLoadedAndWritten() {
    assertThat(jazz.players.stream().map(player -> player.name)).containsExactly("Ella");
    assertThat(jazz.hits).isInstanceOf(Catalogue.class).containsOnlyKeys("two");
    recorder.clear();

    Player ella = jazz.players.stream().findFirst().orElseThrow();
    assertThat(jazz.players.hire(ella)).isFalse();
    jazz.players.fire(ella);
    jazz.players.hire(new Player("Duke"));
    ((Catalogue) jazz.hits).enter(jazz.tunes.members().get(0));
    jazz.hits.remove("two");
    session.commit();

    assertThat(jazz.players.stream().map(player -> player.name)).containsExactly("Duke");
    assertThat(jazz.hits).containsOnlyKeys("one");
  }

  @Test
  void assignment_ofAnotherInstance_writesTheDifference_andLeavesBothPlain() {
    Playlist before = jazz.tunes;
    List<Tune> tunes = List.copyOf(before.members());
    Tune fresh = new Tune("fresh");
    Playlist given = Playlist.of(tunes.get(2), fresh);
    jazz.hits.clear();
    session.flush();

    jazz.tunes = given;

    assertThat(jazz.tunes).isNotSameAs(given).isInstanceOf(Playlist.class);
    assertThat(titles(jazz.tunes)).containsExactly("three", "fresh");
    assertThat(fresh.station).isSameAs(jazz);
    assertThat(tunes.get(0).station).isNull();
    before.playLast(new Tune("never"));
    given.playLast(new Tune("neither"));
    jazz.tunes = jazz.tunes;
    session.commit();
    assertThat(titles(jazz.tunes)).containsExactly("three", "fresh");
    assertThatThrownBy(() -> jazz.tunes = null)
        .isInstanceOf(ObjectStateException.class)
        .hasMessageEndingWith("[ORM-222]");
  }

  @Test
  void history_ofTheClass_tellsMembers() {
    Tune first = jazz.tunes.skip();
    Tune added = new Tune("added");
    jazz.tunes.playLast(added);

    History history = InstanceState.of(jazz).attribute("tunes").history();
    assertThat(history.added()).containsExactly(added);
    assertThat(history.deleted()).containsExactly(first);
    assertThat(history.unchanged()).hasSize(2);
  }

  @Test
  void loaders_allOfThem_fillTheClass() {
    for (Load<?> option : List.of(
        Orm.lazyLoad(Station_.tunes),
        Orm.joinedLoad(Station_.tunes),
        Orm.selectinLoad(Station_.tunes),
        Orm.subqueryLoad(Station_.tunes),
        Orm.immediateLoad(Station_.tunes))) {
      session.expungeAll();
      Station found =
          session.scalars(select(Station.class).options(option)).unique().one();
      assertThat(titles(found.tunes)).as(option.toString()).containsExactly("one", "two", "three");
    }
    session.expungeAll();
    Station none = session
        .scalars(select(Station.class).options(Orm.noLoad(Station_.tunes)))
        .one();
    assertThat(none.tunes).isEmpty();
  }

  @Test
  void merge_ofADetachedObject_givesTheSessionsItsMembers() {
    jazz.tunes.iterator();
    session.expungeAll();
    jazz.tunes.skip();
    jazz.tunes.playLast(new Tune("four"));

    Station merged = session.merge(jazz);
    session.commit();

    assertThat(merged).isNotSameAs(jazz);
    assertThat(titles(merged.tunes)).containsExactly("two", "three", "four");
    assertThat(session.scalars(select(Tune.class)).all()).hasSize(3);
  }

  @Test
  void otherSide_unloadedCollection_isQueuedAndMerged() {
    Tune late = new Tune("late");
    session.noAutoflush(() -> {
      late.station = jazz;
      assertThat(titles(jazz.tunes)).containsExactly("one", "two", "three", "late");
    });
  }

  @Test
  void committed_value_isGivenByAnInstanceOfTheClass() {
    Tune only = new Tune("only");
    InstanceState.of(jazz).attribute("tunes").setCommitted(Playlist.of(only));
    assertThat(titles(jazz.tunes)).containsExactly("only");
    assertThat(session.isModified(jazz)).isFalse();
  }

  @Test
  void delete_ofTheOwner_takesTheMembersAlong() {
    jazz.hits.clear();
    jazz.players.members().clear();
    session.flush();
    recorder.clear();
    session.delete(jazz);
    session.flush();

    assertThat(session.scalars(select(Tune.class)).all()).isEmpty();
  }

  @Test
  void expiry_cutsTheFormerInstanceOff() {
    Playlist former = jazz.tunes;
    session.expire(jazz);
    former.playLast(new Tune("never"));
    session.commit();

    assertThat(titles(jazz.tunes)).containsExactly("one", "two", "three");
  }

  // Misuse

  private final MetaData metadata = new MetaData();
  private final Table boxes =
      Table.of("jukebox", metadata, column("id", SqlTypes.INTEGER).primaryKey());
  private final Table discs = Table.of(
      "disc",
      metadata,
      column("id", SqlTypes.INTEGER).primaryKey(),
      column("box_id", ForeignKey.to("jukebox.id")));

  private Registry mapped(Consumer<RelationshipMapping> words) {
    Registry registry = Registry.over(metadata);
    registry.map(Disc.class, discs, m -> m.exclude());
    registry.map(Jukebox.class, boxes, m -> words.accept(m.relationship("discs")));
    return registry;
  }

  @Test
  void mapping_thatSaysNothingOfTheClass_isRefused() {
    Registry registry = mapped(discs -> {});
    assertThatThrownBy(registry::metadata)
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("Jukebox.discs is of the collection class Pile, and nothing says how")
        .hasMessageContaining("m.relationship(\"discs\").collection(Pile.class, Pile::new)")
        .hasMessageEndingWith("[MAP-235]");
  }

  @Test
  void mapping_withAClassThatDoesNotFit_isRefused() {
    Registry registry = mapped(discs -> discs.collection(Rack.class, Rack::new));
    assertThatThrownBy(registry::metadata)
        .isInstanceOf(MappingException.class)
        .hasMessageContaining(
            "Jukebox.discs cannot be held in Rack: the field is of the type Pile.")
        .hasMessageEndingWith("[MAP-236]");
  }

  @Test
  void maker_thatCopies_isRefusedWhenItIsUsed(TestDatabase database) {
    Registry registry = mapped(discs -> discs.collection(Pile.class, CollectionClassesTest::copy));
    registry.metadata().createAll(database.engine());
    try (Session other = SessionFactory.of(database.engine(), registry).open()) {
      Jukebox box = new Jukebox();
      assertThatThrownBy(() -> other.add(box))
          .isInstanceOf(ObjectStateException.class)
          .hasMessageStartingWith("Cannot hold Jukebox.discs in a io.aludel.orm.collection.Jukebox")
          .hasMessageEndingWith("[ORM-230]");
    }
  }

  private static Pile copy(List<Disc> members) {
    return new Pile(new ArrayList<>(members));
  }

  @Test
  void maker_null_isRefused() {
    assertThatThrownBy(() -> mapped(discs -> discs.collection(Pile.class, null)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("what makes the collection of Jukebox.discs");
  }
}
