package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.orm.BulkWrites;
import io.aludel.orm.FlushException;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.StaleDataException;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Select.Lock;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
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

  /** What another transaction made of it, in the database only. */
  private void changeBehind(Account account) {
    session
        .connection()
        .execute(Orm.text("UPDATE w_account SET version = version + 1 WHERE id = " + account.id));
  }

  @Test
  @Parity({"ORM-QRY-36", "ORM-MAP-33"})
  void get_locked_readsTheRowAndComparesVersions() {
    Account account = fixture.stored(new Account("Ann"));
    assertThat(session.get(Account.class, account.id, Orm.locking(Lock.forUpdate())))
        .isSameAs(account);
    String sent = fixture.sent().toString();
    assertThat(sent).contains("SELECT w_account.id");
    changeBehind(account);
    assertThatThrownBy(() -> session.get(Account.class, account.id, Orm.locking(Lock.forShare())))
        .isInstanceOf(StaleDataException.class)
        .hasMessageContaining(
            "the session knows version 1, and its row in 'w_account' has version 2")
        .hasMessageEndingWith("[ORM-401]");
    assertThatThrownBy(
            () -> session.scalars(Orm.select(Account.class).forUpdate()).all())
        .isInstanceOf(StaleDataException.class);
    assertThat(session.scalars(Orm.select(Account.class)).all()).containsExactly(account);
    session.refresh(account, Orm.locking(Lock.forUpdate()));
    assertThat(account.version).isEqualTo(2);
    assertThat(session.scalars(Orm.select(Account.class).forUpdate()).one()).isSameAs(account);
    changeBehind(account);
    assertThat(session
            .scalars(Orm.select(Account.class).forUpdate().options(Orm.populateExisting()))
            .one()
            .version)
        .isEqualTo(3);
    assertThatThrownBy(() -> Orm.locking(null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  @Requires(Capability.ROW_LOCKS)
  @Parity("ORM-QRY-36")
  void select_locked_saysSo() {
    Account account = fixture.stored(new Account("Ann"));
    session.get(Account.class, account.id, Orm.locking(Lock.forUpdate()));
    session.refresh(account, Orm.locking(Lock.forUpdate()));
    session.scalars(Orm.select(Account.class).forUpdate()).all();
    assertThat(fixture.sent()).hasSize(3).allMatch(sql -> sql.contains("FOR UPDATE"));
    session.get(Account.class, account.id);
    assertThat(fixture.sent()).isEmpty();
  }

  @Test
  @Parity({"ORM-SES-31", "ORM-MAP-33"})
  void merge_ofAnotherVersion_isRefused() {
    Account account = fixture.stored(new Account("Ann"));
    Account copy = new Account("Anna");
    copy.id = account.id;
    copy.version = 7;
    assertThatThrownBy(() -> session.merge(copy))
        .isInstanceOf(StaleDataException.class)
        .hasMessageContaining(
            "the given object has version 7, and the one in the session has version 1")
        .hasMessageEndingWith("[ORM-401]");
    copy.version = 1;
    session.merge(copy);
    session.flush();
    assertThat(account.holder).isEqualTo("Anna");
    assertThat(account.version).isEqualTo(2);
    Account unset = new Account("Bea");
    unset.id = account.id;
    session.merge(unset);
    assertThat(account.holder).isEqualTo("Bea");
  }

  @Test
  @Parity("ORM-SES-48")
  void bulkUpdate_comparesVersionsAndCountsThemUp() {
    Account account = fixture.stored(new Account("Ann"));
    session.commit();
    BulkWrites bulk = BulkWrites.in(session);
    bulk.update(Account.class, List.of(Map.of("id", account.id, "version", 1, "balance", 7)));
    session.refresh(account);
    assertThat(account.balance).isEqualTo(7);
    assertThat(account.version).isEqualTo(2);
    assertThatThrownBy(
            () -> bulk.update(Account.class, List.of(Map.of("id", account.id, "balance", 8))))
        .isInstanceOf(FlushException.class)
        .hasMessageContaining("says nothing of Account.version");
    session.rollback();
    assertThatThrownBy(() -> bulk.update(
            Account.class, List.of(Map.of("id", account.id, "version", 9, "balance", 8))))
        .isInstanceOf(StaleDataException.class);
    session.rollback();
  }
}
