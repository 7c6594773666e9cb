package io.aludel.orm.internal.flush;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.InvalidRequestException;
import io.aludel.orm.DetachedInstanceException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.collection.DynamicCollection;
import io.aludel.orm.collection.MemberQuery;
import io.aludel.orm.collection.NewMembers;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.AttributeState;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections that are read by a SELECT each time, and change without being loaded. */
@ForEachDatabase
@Parity("ORM-REL-34")
class DynamicTest {
  private static final Registry MODELS = Registry.of(Rack.class, Book.class, Topic.class);
  private static final String BOOKS =
      "SELECT d_book.id, d_book.title, d_book.rack_id FROM d_book WHERE d_book.rack_id = ?";

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

  private Rack stored(String... titles) {
    Rack rack = new Rack("one");
    for (String title : titles) {
      rack.books.add(new Book(title));
    }
    return fixture.stored(rack);
  }

  private static AttributeState books(Rack rack) {
    return InstanceState.of(rack).attribute("books");
  }

  private static List<String> titles(MemberQuery<Book> books) {
    List<String> titles = new ArrayList<>();
    for (Book book : books) {
      titles.add(book.title);
    }
    return titles;
  }

  // Reading

  @Test
  void reading_isASelectEachTime_ofTheSessionsObjects() {
    Rack rack = stored("b", "a");
    Book first = session.getOne(Book.class, 2);
    fixture.sent();

    assertThat(titles(rack.books)).containsExactly("a", "b");
    assertThat(rack.books.all().get(0)).isSameAs(first);
    assertThat(fixture.sent())
        .containsExactly(
            BOOKS + " ORDER BY d_book.title [1]", BOOKS + " ORDER BY d_book.title [1]");
    assertThat(rack.books).hasToString("Rack.books (dynamic)");
  }

  @Test
  void reading_flushesFirst() {
    Rack rack = stored("a");
    rack.books.add(new Book("b"));
    assertThat(rack.books.count()).isEqualTo(2);
    Rack fresh = new Rack("two");
    fresh.books.add(new Book("c"));
    session.add(fresh);
    assertThat(titles(fresh.books)).containsExactly("c");
    assertThat(InstanceState.of(fresh).isPersistent()).isTrue();
  }

  @Test
  void reading_withoutAutoflush_doesNotSeeWhatWaits() {
    Rack rack = stored("a");
    rack.books.add(new Book("b"));
    Rack fresh = new Rack("two");
    fresh.books.add(new Book("c"));
    session.add(fresh);
    session.noAutoflush(() -> {
      assertThat(titles(rack.books)).containsExactly("a");
      assertThat(titles(fresh.books)).as("no row yet").containsExactly("c");
    });
  }

  @Test
  void questions_areNarrowedStepByStep() {
    Rack rack = stored("d", "a", "c", "b");
    MemberQuery<Book> late = rack.books.where(Book_.title.gt("a"));
    assertThat(titles(late)).containsExactly("b", "c", "d");
    assertThat(titles(late.where(Book_.title.lt("d")).limit(1))).containsExactly("b");
    assertThat(titles(late.offset(1).limit(1))).containsExactly("c");
    assertThat(late.count()).isEqualTo(3);
    assertThat(late.limit(2).count()).isEqualTo(2);
    assertThat(late.first().title).isEqualTo("b");
    assertThat(titles(rack.books.orderBy(Book_.id.desc()).limit(2))).containsExactly("a", "b");
    fixture.sent();

    assertThat(rack.books.slice(1, 3)).extracting(book -> book.title).containsExactly("b", "c");
    assertThat(rack.books.get(3).title).isEqualTo("d");
    assertThat(rack.books.get(4)).isNull();
    assertThat(rack.books.slice(2, 2)).isEmpty();
    assertThat(fixture.sent()).hasSize(3);
    assertThat(rack.books.count()).isEqualTo(4);
    assertThat(fixture.sent())
        .singleElement()
        .asString()
        .startsWith("SELECT count(*) AS count_1 FROM (SELECT d_book.id");
  }

  @Test
  void ownerWithoutRow_hasWhatWasAdded() {
    Rack rack = new Rack("one");
    Book book = new Book("a");
    rack.books.addAll(List.of(book, new Book("b")));
    rack.books.remove(new Book("nobody"));

    assertThat(titles(rack.books)).containsExactly("a", "b");
    assertThat(rack.books.count()).isEqualTo(2);
    assertThat(rack.books.first()).isSameAs(book);
    assertThat(rack.books.slice(1, 9)).hasSize(1);
    assertThatThrownBy(() -> rack.books.where(Book_.title.eq("a")).all())
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("it has no row yet. Flush first")
        .hasMessageEndingWith("[ORM-228]");
  }

  @Test
  void detachedOwner_isRefused() {
    Rack rack = stored("a");
    session.commit();
    session.expunge(rack);
    assertThatThrownBy(() -> rack.books.all())
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("Rack.books");
    assertThatThrownBy(() -> rack.books.where(Book_.title.eq("a")).count())
        .isInstanceOf(DetachedInstanceException.class);
  }

  // Changing

  @Test
  void addAndRemove_loadNothing() {
    Rack rack = stored("a");
    Book first = session.getOne(Book.class, 1);
    fixture.sent();
    Book second = new Book("b");
    rack.books.add(second);
    rack.books.remove(first);

    assertThat(second.rack).isSameAs(rack);
    assertThat(books(rack).history().added()).containsExactly(second);
    assertThat(books(rack).history().deleted()).containsExactly(first);
    assertThat(fixture.sent()).isEmpty();
    assertThat(fixture.flush())
        .containsExactly(
            "INSERT d_book(title,rack_id) [b, 1]", "DELETE FROM d_book WHERE d_book.id = ? [1]");
    assertThat(books(rack).history().hasChanges()).isFalse();
  }

  @Test
  void manyToMany_writesLinks() {
    Rack rack = stored();
    Topic art = fixture.stored(new Topic("art"));
    Topic law = fixture.stored(new Topic("law"));
    rack.topics.addAll(List.of(art, law));
    assertThat(art.racks).containsExactly(rack);
    fixture.sent();
    assertThat(fixture.flush())
        .containsExactly("INSERT d_rack_topic(rack_id,topic_id) [1, 1] [1, 2]");
    rack.topics.remove(art);
    assertThat(rack.topics.all()).containsExactly(law);
    assertThat(rack.topics.where(Topic_.name.eq("art")).count()).isZero();
    law.racks.remove(rack);
    assertThat(rack.topics.count()).isZero();
  }

  @Test
  void assign_storedOwner_loadsWhatIsReplaced() {
    Rack rack = stored("a", "b");
    Book kept = session.getOne(Book.class, 1);
    Book gone = session.getOne(Book.class, 2);
    Book waiting = new Book("w");
    rack.books.add(waiting);
    fixture.sent();
    Book fresh = new Book("c");
    session.noAutoflush(() -> rack.books = DynamicCollection.of(kept, fresh));

    assertThat(fixture.sent()).containsExactly(BOOKS + " ORDER BY d_book.title [1]");
    assertThat(gone.rack).isNull();
    assertThat(waiting.rack).isNull();
    assertThat(books(rack).history().added()).containsExactly(fresh);
    assertThat(books(rack).history().deleted()).containsExactly(gone);
    assertThat(titles(rack.books)).containsExactly("a", "c");
    assertThat(session.get(Book.class, 2)).as("an orphan").isNull();
    DynamicCollection<Book> present = rack.books;
    rack.books = present;
    assertThat(rack.books).isSameAs(present);
  }

  @Test
  void assign_newOwner_replacesWhatWasAdded() {
    Rack rack = new Rack("one");
    Book old = new Book("old");
    rack.books.add(old);
    NewMembers<Book> members = DynamicCollection.of(new Book("a"), new Book("b"));
    assertThat(members.count()).isEqualTo(2);
    assertThat(members.all()).hasSize(2);
    assertThat(members.get(1).title).isEqualTo("b");
    rack.books = members;
    members.add(new Book("too late"));
    session.add(rack);

    assertThat(old.rack).isNull();
    assertThat(titles(rack.books)).containsExactly("a", "b");
  }

  @Test
  void deleteOwner_deletesTheMembers_andFreesOthers() {
    Rack rack = stored("a", "b");
    Topic art = fixture.stored(new Topic("art"));
    rack.topics.add(art);
    session.commit();
    session.delete(rack);
    session.commit();

    assertThat(session.scalars(select(Book.class)).all()).isEmpty();
    assertThat(session.scalars(select(Topic.class)).all()).containsExactly(art);
    assertThat(art.racks).isEmpty();
  }

  @Test
  void rollback_forgetsWhatWaited() {
    Rack rack = stored("a");
    session.commit();
    rack.books.add(new Book("b"));
    session.flush();
    rack.books.add(new Book("c"));
    session.rollback();
    assertThat(titles(rack.books)).containsExactly("a");
  }

  @Test
  void merge_takesWhatIsToHappen() {
    Rack rack = stored("a");
    session.commit();
    Rack given = new Rack("renamed");
    given.id = rack.id;
    given.books.add(new Book("b"));
    Rack merged = session.merge(given);

    assertThat(merged).isSameAs(rack);
    assertThat(titles(merged.books)).containsExactly("a", "b");
  }

  // Misuse

  @Test
  void misuse_isNamed() {
    Rack rack = stored("a");
    assertThatThrownBy(() -> rack.books = null)
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("Cannot set Rack.books");
    Rack other = stored();
    assertThatThrownBy(() -> other.books = rack.books)
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining(
            "the collection is dynamic, and takes what DynamicCollection.of(…) makes");
    assertThatThrownBy(() -> rack.books.slice(-1, 2))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Places count from 0");
    assertThatThrownBy(() -> rack.books.slice(3, 2)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> new Rack("x").books.get(-1)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> rack.books.add(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> session
            .scalars(select(Rack.class).options(Orm.selectinLoad(Rack_.books)))
            .all())
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageEndingWith("[ORM-228]");
    NewMembers<Book> nobodys = DynamicCollection.of();
    assertThatThrownBy(() -> nobodys.where(Book_.title.eq("a")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("belongs to no object");
    assertThatThrownBy(() -> nobodys.orderBy(Book_.title))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> nobodys.limit(1)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> nobodys.offset(1)).isInstanceOf(InvalidRequestException.class);
  }
}
