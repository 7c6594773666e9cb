package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.StaleDataException;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions of rows: counted, compared, assigned and supplied. */
@ForEachDatabase
class VersionsTest {
  private static final Registry MODELS = Registry.of(Account.class, Ticket.class);
  private static final String WHERE = " WHERE w_account.id = ? AND w_account.version = ?";

  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  @Parity("ORM-MAP-33")
  void flush_newRow_getsTheFirstVersion() {
    Account account = new Account("Ann");
    account.version = 17;
    session.add(account);

    assertThat(fixture.flush())
        .containsExactly("INSERT w_account(holder,balance,version) [Ann, 100, 1]");
    assertThat(account.version).isEqualTo(1);
  }

  @Test
  @Parity("ORM-MAP-33")
  void flush_changedRow_findsTheKnownVersionAndSetsTheNext() {
    Account account = fixture.stored(new Account("Ann"));
    account.balance = 5;

    assertThat(fixture.flush())
        .containsExactly("UPDATE w_account SET balance = ?, version = ?" + WHERE + " [5, 2, 1, 1]");
    assertThat(account.version).isEqualTo(2);
    assertThat(fixture.flush()).isEmpty();
  }

  @Test
  @Parity("ORM-MAP-33")
  void flush_versionAssigned_writesThatAndComparesTheLoadedOne() {
    Account account = fixture.stored(new Account("Ann"));
    account.balance = 5;
    account.version = 40;

    assertThat(fixture.flush())
        .containsExactly(
            "UPDATE w_account SET balance = ?, version = ?" + WHERE + " [5, 40, 1, 1]");
    account.balance = 6;
    assertThat(fixture.flush())
        .containsExactly(
            "UPDATE w_account SET balance = ?, version = ?" + WHERE + " [6, 41, 1, 40]");
  }

  @Test
  @Parity({"ORM-MAP-33", "ORM-SES-44"})
  void flush_rowChangedByAnother_reportsStaleDataAndRecovers() {
    Account account = fixture.stored(new Account("Ann"));
    session.commit();
    assertThat(account.version).isEqualTo(1);
    account.holder = "Anne";
    session.connection().execute(Orm.text("UPDATE w_account SET version = 9"));

    assertThatThrownBy(session::flush)
        .isInstanceOf(StaleDataException.class)
        .hasMessageStartingWith("UPDATE on 'w_account' matched 0 of 1 rows for Account[id=1]"
            + " (expected version 1).");
    session.rollback();
    assertThat(account.holder).isEqualTo("Ann");
    assertThat(account.version).isEqualTo(1);
  }

  @Test
  @Parity({"ORM-MAP-33", "ORM-SES-44"})
  void delete_rowChangedByAnother_reportsStaleData() {
    Account account = fixture.stored(new Account("Ann"));
    session.connection().execute(Orm.text("UPDATE w_account SET version = 9"));
    session.delete(account);

    assertThatThrownBy(session::flush)
        .isInstanceOf(StaleDataException.class)
        .hasMessageStartingWith("DELETE on 'w_account' matched 0 of 1 rows for Account[id=1]");
    session.rollback();
  }

  @Test
  @Parity("ORM-MAP-33")
  void delete_knownVersion_findsIt() {
    Account account = fixture.stored(new Account("Ann"));
    session.delete(account);

    assertThat(fixture.flush()).containsExactly("DELETE FROM w_account" + WHERE + " [1, 1]");
  }

  @Test
  @Parity("ORM-MAP-33")
  void flush_expiredRow_readsTheVersionFirst() {
    Account account = fixture.stored(new Account("Ann"));
    session.expire(account);
    account.holder = "Anne";

    List<String> sent = fixture.flush();
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0)).startsWith("SELECT");
    assertThat(sent.get(1)).endsWith(WHERE + " [Anne, 2, 1, 1]");
  }

  @Test
  @Parity({"ORM-MAP-33", "ORM-SES-42"})
  void flush_rowTakenOver_countsTheOldVersionOn() {
    Account old = fixture.stored(new Account("Ann"));
    session.delete(old);
    Account fresh = new Account("Bob");
    fresh.id = old.id;
    session.add(fresh);

    assertThat(fixture.flush())
        .containsExactly("UPDATE w_account SET holder = ?, balance = ?, version = ?" + WHERE
            + " [Bob, 100, 2, 1, 1]");
    assertThat(fresh.told).containsExactly("before insert", "after update");
    assertThat(old.told).doesNotContain("before delete", "after delete");
  }

  @Test
  @Parity("ORM-MAP-33")
  void flush_suppliedVersion_isOnlyCompared() {
    Ticket ticket = new Ticket("one", "a");
    fixture.stored(ticket);
    ticket.title = "two";
    ticket.tag = "b";

    assertThat(fixture.flush())
        .containsExactly("UPDATE w_ticket SET title = ?, tag = ? WHERE w_ticket.id = ? AND"
            + " w_ticket.tag = ? [two, b, 1, a]");
    ticket.title = "three";
    assertThat(fixture.flush())
        .containsExactly("UPDATE w_ticket SET title = ? WHERE w_ticket.id = ? AND"
            + " w_ticket.tag = ? [three, 1, b]");
  }

  @Test
  void of_versionThatCannotBeCounted_isRefused() {
    assertThatThrownBy(() -> Registry.of(Uncountable.class))
        .isInstanceOf(MappingException.class)
        .hasMessageStartingWith("Uncountable.tag cannot be a version that counts: it is a String.")
        .hasMessageEndingWith("[MAP-232]");
  }
}
