package io.aludel.orm;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.row;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.synchronize;
import static io.aludel.orm.Orm.update;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** INSERT, UPDATE and DELETE of entities by statement, and what objects of the session hear of it. */
@ForEachDatabase
class CriteriaTest {
  private Session session;
  private StatementRecorder recorder;
  private User ann;
  private User bob;

  @BeforeEach
  void fillTables(TestDatabase database) {
    SessionFactory sessions = Shop.on(database);
    sessions.inTransaction(
        filling -> filling.addAll(List.of(new User("Ann", 15), new User("Bob", 40))));
    session = sessions.open();
    ann = session.getOne(User.class, 1);
    bob = session.getOne(User.class, 2);
    recorder = database.recorder();
    recorder.clear();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  @Parity({"ORM-QRY-33", "ORM-QRY-35"})
  void update_criteriaThatMemoryCanTell_changesObjectsWithoutFurtherSql() {
    int touched = session
        .execute(update(User.class).where(User_.age.lt(18)).set(User_.minor, true))
        .rowCount();

    assertThat(touched).isOne();
    assertThat(ann.isMinor()).isTrue();
    assertThat(bob.isMinor()).isFalse();
    assertThat(session.dirty()).isEmpty();
    recorder.assertStatements(sql("UPDATE users SET minor = ? WHERE users.age < ?", true, 18));
  }

  @Test
  @Parity("ORM-QRY-35")
  void update_valueOverColumns_isWorkedOutOnTheOldValues() {
    session.execute(update(User.class).set(User_.age, User_.age.plus(1)));

    assertThat(ann.getAge()).isEqualTo(16);
    assertThat(bob.getAge()).isEqualTo(41);
    recorder.assertStatements(sql("UPDATE users SET age = (users.age + ?)", 1));
  }

  @Test
  @Parity("ORM-QRY-35")
  void update_valueOnlyTheDatabaseKnows_expiresTheAttribute() {
    session.execute(update(User.class).where(User_.id.eq(1)).set(User_.name, User_.name.upper()));
    recorder.clear();

    assertThat(InstanceState.of(ann).unloaded()).containsExactly("name");
    assertThat(ann.getName()).isEqualTo("ANN");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-35")
  void update_pieceOfText_isFoundInMemoryAsByTheDatabase() {
    ann.setName("a/b");
    session.flush();
    recorder.clear();

    session.execute(update(User.class).where(User_.name.startsWith("a/")).set(User_.minor, true));

    assertThat(ann.isMinor()).isTrue();
    assertThat(bob.isMinor()).isFalse();
    recorder.assertStatements(
        sql("UPDATE users SET minor = ? WHERE users.name LIKE ? ESCAPE '/'", true, "a//%"));
  }

  @Test
  @Parity("ORM-QRY-35")
  void update_criteriaOnlyTheDatabaseKnows_asksForTheKeysFirst() {
    session.execute(update(User.class).where(User_.name.lower().eq("ann")).set(User_.minor, true));

    assertThat(ann.isMinor()).isTrue();
    assertThat(bob.isMinor()).isFalse();
    recorder.assertStatements(count(2));
  }

  @Test
  @Parity("ORM-QRY-35")
  void update_evaluateWhatOnlyTheDatabaseKnows_isRefused() {
    assertThatThrownBy(() -> session.execute(update(User.class)
            .where(User_.name.lower().eq("ann"))
            .set(User_.minor, true)
            .options(synchronize(Synchronize.EVALUATE))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("Cannot keep User in step by EVALUATE")
        .hasMessageEndingWith("[ORM-501]");
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-35")
  void update_none_leavesObjectsUntilTheyExpire() {
    session.execute(
        update(User.class).set(User_.minor, true).options(synchronize(Synchronize.NONE)));

    assertThat(ann.isMinor()).isFalse();
    session.expireAll();
    assertThat(ann.isMinor()).isTrue();
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-35")
  void update_fetch_changesObjects() {
    session.execute(update(User.class)
        .where(User_.age.lt(18))
        .set(User_.minor, true)
        .options(synchronize(Synchronize.FETCH)));

    assertThat(ann.isMinor()).isTrue();
    recorder.assertStatements(
        sql("SELECT users.id FROM users WHERE users.age < ?", 18),
        sql("UPDATE users SET minor = ? WHERE users.age < ?", true, 18));
  }

  @Test
  @Parity("ORM-QRY-35")
  void update_pendingChangeOfTheAttribute_isExpired() {
    ann.setAge(3);
    session.execute(update(User.class)
        .where(User_.id.eq(1))
        .set(User_.age, 50)
        .options(Orm.withoutAutoflush()));

    session.noAutoflush(() -> assertThat(ann.getAge()).isEqualTo(50));
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-35")
  void update_textThatDiffersInCase_isReadAgainRatherThanGuessed() {
    session.execute(update(User.class).where(User_.name.eq("ANN")).set(User_.age, 99));
    recorder.clear();

    int inTheDatabase = session.scalar(select(User_.age).where(User_.id.eq(1)));
    assertThat(ann.getAge()).isEqualTo(inTheDatabase);
    recorder.clear();
  }

  @Test
  @Parity("ORM-SES-26")
  void update_afterChange_flushesFirst() {
    bob.setAge(10);
    session.execute(update(User.class).where(User_.age.lt(18)).set(User_.minor, true));

    assertThat(bob.isMinor()).isTrue();
    recorder.assertStatements(count(2));
  }

  @Test
  @Parity({"ORM-QRY-34", "ORM-QRY-35"})
  void delete_criteriaThatMemoryCanTell_marksObjectsDeleted() {
    session.execute(delete(User.class).where(User_.name.eq("Ann")));

    assertThat(InstanceState.of(ann).isDeleted()).isTrue();
    assertThat(InstanceState.of(bob).isPersistent()).isTrue();
    recorder.assertStatements(sql("DELETE FROM users WHERE users.name = ?", "Ann"));
    session.rollback();
    assertThat(InstanceState.of(ann).isPersistent()).isTrue();
    assertThat(ann.getName()).isEqualTo("Ann");
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-35")
  void delete_pattern_asksForTheKeysFirst() {
    session.execute(delete(User.class).where(User_.name.like("An%")));

    assertThat(InstanceState.of(ann).isDeleted()).isTrue();
    recorder.assertStatements(
        sql("SELECT users.id FROM users WHERE users.name LIKE ?", "An%"),
        sql("DELETE FROM users WHERE users.name LIKE ?", "An%"));
  }

  @Test
  @Parity("ORM-QRY-35")
  void delete_unloadedCriteria_expiresWhatMayBeMet() {
    session.expire(ann, User_.age);
    session.expire(bob, User_.age);
    session.execute(delete(User.class).where(User_.age.lt(18)));
    recorder.clear();

    assertThat(session.get(User.class, 2)).isSameAs(bob);
    assertThat(session.get(User.class, 1)).isNull();
    recorder.assertStatements(count(2));
  }

  @Test
  @Parity({"ORM-SES-16", "ORM-QRY-35"})
  void update_withinSavepointRolledBack_isReadAgain() {
    try (SessionTransaction savepoint = session.beginNested()) {
      session.execute(update(User.class).set(User_.age, 99));
      assertThat(ann.getAge()).isEqualTo(99);
      savepoint.rollback();
    }

    assertThat(ann.getAge()).isEqualTo(15);
    recorder.clear();
  }

  @Test
  void insert_rows_addsThemWithoutObjects() {
    session.execute(insert(User.class)
        .values(
            row("name", "Carol", "age", 1, "minor", true),
            row("name", "Dan", "age", 2, "minor", true)));
    session.execute(
        insert(User.class),
        List.of(
            Map.of("name", "Eve", "age", 3, "minor", true),
            Map.of("name", "Fay", "age", 4, "minor", true)));

    assertThat(session.scalar(select(func.count(User_.id)))).isEqualTo(6L);
    assertThat(session.newObjects()).isEmpty();
    recorder.clear();
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void insert_returningTheEntity_givesPersistentObjects() {
    User carol = session
        .scalars(insert(User.class)
            .values(row("name", "Carol", "age", 1, "minor", true))
            .returning(User_.entity))
        .one();

    assertThat(InstanceState.of(carol).isPersistent()).isTrue();
    assertThat(carol.getId()).isEqualTo(3);
    assertThat(session.get(User.class, 3)).isSameAs(carol);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-33")
  @Requires(Capability.UPDATE_RETURNING)
  void update_returning_givesValues() {
    assertThat(session
            .scalars(
                update(User.class).where(User_.id.eq(1)).set(User_.age, 16).returning(User_.age))
            .one())
        .isEqualTo(16);
    recorder.clear();
  }
}
