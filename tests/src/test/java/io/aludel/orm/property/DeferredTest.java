package io.aludel.orm.property;

import static io.aludel.orm.Orm.load;
import static io.aludel.orm.Orm.populateExisting;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.undefer;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attributes that the mapping leaves for later. */
@ForEachDatabase
class DeferredTest {
  private static final Registry MODELS = Registry.of(Book.class);
  private static final String PLAIN = "SELECT p_book.id, p_book.title FROM p_book";
  private static final String BY_KEY = " FROM p_book WHERE p_book.id = ?";

  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), MODELS);
    sessions.inTransaction(filling -> filling.add(new Book("Java")));
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private Book book() {
    Book book = session.scalars(select(Book.class)).one();
    recorder.assertStatements(sql(PLAIN));
    return book;
  }

  @Test
  @Parity("ORM-MAP-20")
  void select_deferredColumns_areLeftOut() {
    Book book = book();

    assertThat(InstanceState.of(book).unloaded())
        .containsExactlyInAnyOrder("summary", "cover", "scan", "secret");
    assertThat(session.get(Book.class, 1)).isSameAs(book);
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-MAP-20")
  void get_deferredColumns_areLeftOut() {
    Book book = session.getOne(Book.class, 1);

    assertThat(book.title).isEqualTo("Java");
    recorder.assertStatements(sql("SELECT p_book.id, p_book.title" + BY_KEY, 1));
  }

  @Test
  @Parity("ORM-MAP-20")
  void read_deferredAlone_loadsItByItself() {
    Book book = book();

    assertThat(book.summary).isEqualTo("short");
    recorder.assertStatements(sql("SELECT p_book.summary" + BY_KEY, 1));
    assertThat(book.summary).isEqualTo("short");
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-MAP-20")
  void read_memberOfGroup_loadsTheGroupInOneSelect() {
    Book book = book();

    assertThat(book.cover).isEqualTo("front");
    assertThat(book.scan).isEqualTo("pages");
    recorder.assertStatements(sql("SELECT p_book.cover, p_book.scan" + BY_KEY, 1));
  }

  @Test
  @Parity("ORM-MAP-20")
  void read_groupWithChangedMember_leavesTheChangeAlone() {
    Book book = book();
    book.cover = "new";

    assertThat(session.noAutoflush(() -> book.scan)).isEqualTo("pages");
    assertThat(book.cover).isEqualTo("new");
    recorder.assertStatements(sql("SELECT p_book.scan" + BY_KEY, 1));
    session.flush();
    recorder.assertStatements(sql("UPDATE p_book SET cover = ? WHERE p_book.id = ?", "new", 1));
  }

  @Test
  @Parity("ORM-MAP-20")
  void set_deferred_loadsNothing() {
    Book book = book();
    book.summary = "long";

    assertThat(InstanceState.of(book).attribute("summary").history().deleted()).isEmpty();
    recorder.assertStatements();
    session.flush();
    recorder.assertStatements(sql("UPDATE p_book SET summary = ? WHERE p_book.id = ?", "long", 1));
  }

  @Test
  @Parity("ORM-MAP-20")
  void read_refused_namesTheOption() {
    Book book = book();

    assertThatThrownBy(() -> String.valueOf(book.secret))
        .isInstanceOf(LoadRefusedException.class)
        .hasMessage(
            "Cannot load Book.secret of Book[id=1]: an option or the mapping refuses to load"
                + " it when it is read. Load it with the object: options(undefer(…)). [ORM-303]");
    book.secret = "known";
    assertThat(book.secret).isEqualTo("known");
    recorder.assertStatements();
  }

  @Test
  @Parity({"ORM-MAP-20", "ORM-QRY-21"})
  void options_undefer_bringThemAlong() {
    Book book = session
        .scalars(select(Book.class)
            .options(undefer(Book_.secret), load(Book_.entity).undeferGroup("media")))
        .one();

    assertThat(book.secret + book.cover + book.scan).isEqualTo("hiddenfrontpages");
    recorder.assertStatements(sql("SELECT p_book.id, p_book.title, p_book.cover, p_book.scan,"
        + " p_book.secret FROM p_book"));
  }

  @Test
  @Parity("ORM-MAP-20")
  void expire_undeferredBefore_isLeftForLaterAgain() {
    Book book = session
        .scalars(select(Book.class).options(undefer(Book_.secret, Book_.summary)))
        .one();
    recorder.clear();
    session.expire(book);

    assertThat(book.title).isEqualTo("Java");
    recorder.assertStatements(count(1));
    assertThat(InstanceState.of(book).unloaded()).contains("secret", "summary", "cover");
    assertThatThrownBy(() -> String.valueOf(book.secret)).isInstanceOf(LoadRefusedException.class);
  }

  @Test
  @Parity("ORM-MAP-20")
  void expire_thenReadDeferred_loadsOnlyThat() {
    Book book = book();
    session.expire(book);

    assertThat(book.summary).isEqualTo("short");
    recorder.assertStatements(sql("SELECT p_book.summary" + BY_KEY, 1));
    assertThat(book.title).isEqualTo("Java");
    recorder.assertStatements(sql("SELECT p_book.id, p_book.title" + BY_KEY, 1));
  }

  @Test
  @Parity("ORM-MAP-20")
  void refresh_loadedDeferred_isDroppedUnlessNamed() {
    Book book = book();
    assertThat(book.summary).isEqualTo("short");
    recorder.clear();
    session.refresh(book);

    assertThat(InstanceState.of(book).unloaded()).contains("summary");
    recorder.assertStatements(sql("SELECT p_book.id, p_book.title" + BY_KEY, 1));
    session.refresh(book, Book_.summary, Book_.cover);
    recorder.assertStatements(sql("SELECT p_book.summary, p_book.cover" + BY_KEY, 1));
    assertThat(InstanceState.of(book).unloaded()).doesNotContain("summary", "cover");
  }

  @Test
  @Parity("ORM-MAP-20")
  void populateExisting_changedDeferred_isDropped() {
    Book book = book();
    book.cover = "lost";
    session.noAutoflush(
        () -> session.scalars(select(Book.class).options(populateExisting())).one());
    recorder.clear();

    assertThat(book.cover).isEqualTo("front");
    session.flush();
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-20")
  void merge_deferredMissing_leavesTheTargetAlone() {
    Book given = new Book("Kotlin");
    given.id = 1;
    Book merged = session.merge(given);

    assertThat(merged.title).isEqualTo("Kotlin");
    assertThat(merged.summary).isEqualTo("short");
    session.rollback();
  }

  @Test
  @Parity({"ORM-MAP-20", "ORM-INS-04"})
  void mapper_deferredColumns_saysSo() {
    ColumnProperty<?> scan = MODELS.mapper(Book.class).property("scan");

    assertThat(scan.isDeferred()).isTrue();
    assertThat(scan.deferredGroup()).isEqualTo("media");
    assertThat(scan.isRaiseLoad()).isFalse();
    assertThat(MODELS.mapper(Book.class).property("secret").isRaiseLoad()).isTrue();
    assertThat(MODELS.mapper(Book.class).property("title").isDeferred()).isFalse();
  }
}
