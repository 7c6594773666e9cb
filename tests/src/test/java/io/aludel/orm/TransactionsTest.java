package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.IntegrityException;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import io.aludel.testing.TransactionStep;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commits, rollbacks, savepoints and failed flushes, with the states of objects. */
@ForEachDatabase
class TransactionsTest {
  private SessionFactory sessions;

  @BeforeEach
  void createTables(TestDatabase database) {
    sessions = Shop.on(database);
  }

  private List<String> names(Session session) {
    return session.scalars(select(User_.name).orderBy(User_.name)).all();
  }

  @Test
  @Parity("ORM-SES-13")
  void transaction_onlyAdds_opensNoConnection(TestDatabase database) {
    try (Session session = sessions.open()) {
      assertThat(session.inTransaction()).isFalse();
      session.add(new User("Ann"));
      assertThat(session.inTransaction()).isTrue();
      assertThat(database.engine().statistics().openConnections()).isZero();
      session.flush();
      assertThat(database.engine().statistics().openConnections()).isOne();
      session.rollback();
      assertThat(session.inTransaction()).isFalse();
      assertThat(database.engine().statistics().openConnections()).isZero();
    }
  }

  @Test
  @Parity("ORM-SES-13")
  void begin_whileOpen_isRefused() {
    try (Session session = sessions.open();
        SessionTransaction transaction = session.begin()) {
      assertThatThrownBy(session::begin)
          .isInstanceOf(SessionStateException.class)
          .hasMessageStartingWith("Cannot begin a transaction: one is open")
          .hasMessageEndingWith("[ORM-205]");
      assertThat(session.getTransaction()).isNotNull();
      assertThat(transaction.isNested()).isFalse();
    }
  }

  @Test
  @Parity("ORM-SES-13")
  void work_withoutAutobegin_demandsBegin() {
    try (Session session = sessions.with(SessionOption.autobegin(false)).open()) {
      assertThatThrownBy(() -> session.add(new User("Ann")))
          .isInstanceOf(SessionStateException.class)
          .hasMessageContaining("Call begin() first");
      assertThatThrownBy(() -> session.get(User.class, 1))
          .isInstanceOf(SessionStateException.class);
      session.begin();
      session.add(new User("Ann"));
      session.commit();
      session.begin();
      assertThat(names(session)).containsExactly("Ann");
    }
  }

  @Test
  @Parity("ORM-SES-14")
  void commit_thenRead_loadsInOneSelect(TestDatabase database) {
    try (Session session = sessions.open()) {
      User user = new User("Ann", 30);
      session.add(user);
      session.commit();
      database.recorder().clear();

      assertThat(user.getName()).isEqualTo("Ann");
      assertThat(user.getAge()).isEqualTo(30);
      database
          .recorder()
          .assertSteps(
              TransactionStep.BEGIN,
              sql(
                  "SELECT users.id, users.name, users.email, users.age, users.minor FROM users"
                      + " WHERE users.id = ?",
                  1));
    }
  }

  @Test
  @Parity("ORM-SES-32")
  void commit_withoutExpiry_keepsValues(TestDatabase database) {
    try (Session session = sessions.with(SessionOption.expireOnCommit(false)).open()) {
      User user = new User("Ann", 30);
      session.add(user);
      session.commit();
      database.recorder().clear();

      assertThat(user.getName()).isEqualTo("Ann");
      assertThat(user.getId()).isEqualTo(1);
      database.recorder().assertSteps();
    }
  }

  @Test
  @Parity("ORM-SES-15")
  void rollback_changedObject_readsItAgain() {
    try (Session session = sessions.open()) {
      User user = new User("Ann", 30);
      session.add(user);
      session.commit();
      user.setAge(31);
      session.flush();
      user.setName("Anne");
      session.rollback();

      assertThat(user.getAge()).isEqualTo(30);
      assertThat(user.getName()).isEqualTo("Ann");
      assertThat(session.dirty()).isEmpty();
    }
  }

  @Test
  @Parity({"ORM-SES-15", "ORM-SES-41"})
  void rollback_changedKey_restoresTheOldIdentity() {
    try (Session session = sessions.open()) {
      Country country = new Country("GB", "Britain");
      session.add(country);
      session.commit();
      country.setCode("UK");
      session.flush();
      assertThat(session.get(Country.class, "UK")).isSameAs(country);
      session.rollback();

      assertThat(session.get(Country.class, "GB")).isSameAs(country);
      assertThat(country.getCode()).isEqualTo("GB");
      assertThat(session.get(Country.class, "UK")).isNull();
    }
  }

  @Test
  @Parity("ORM-SES-16")
  void savepoint_rolledBack_undoesOnlyWhatHappenedWithin(TestDatabase database) {
    try (Session session = sessions.open()) {
      User before = new User("Ann", 30);
      User untouched = new User("Bob", 40);
      session.addAll(List.of(before, untouched));
      session.flush();
      User within = new User("Carol");
      try (SessionTransaction savepoint = session.beginNested()) {
        assertThat(savepoint.isNested()).isTrue();
        session.add(within);
        before.setAge(31);
        session.flush();
      }
      database.recorder().clear();

      assertThat(InstanceState.of(within).isTransient()).isTrue();
      assertThat(InstanceState.of(untouched).isExpired()).isFalse();
      assertThat(InstanceState.of(before).isExpired()).isTrue();
      assertThat(before.getAge()).isEqualTo(30);
      assertThat(untouched.getAge()).isEqualTo(40);
      database.recorder().assertStatements(count(1));
      session.commit();
      assertThat(names(session)).containsExactly("Ann", "Bob");
    }
  }

  @Test
  @Parity("ORM-SES-16")
  void savepoint_nothingRunsWithin_isNeverSet(TestDatabase database) {
    try (Session session = sessions.open()) {
      session.add(new User("Ann"));
      session.flush();
      database.recorder().clear();
      try (SessionTransaction savepoint = session.beginNested()) {
        savepoint.commit();
      }
      try (SessionTransaction savepoint = session.beginNested()) {
        assertThat(savepoint.parent()).isNotNull();
      }

      database.recorder().assertSteps();
    }
  }

  @Test
  @Parity("ORM-SES-16")
  void savepoint_begun_flushesFirstEvenWithoutAutoflush(TestDatabase database) {
    try (Session session = sessions.with(SessionOption.autoflush(false)).open()) {
      session.add(new User("Ann"));
      session.beginNested();

      assertThat(session.newObjects()).isEmpty();
      database.recorder().assertStatements(count(1));
    }
  }

  @Test
  @Parity("ORM-SES-16")
  void savepoint_releasedThenOuterRollback_undoesBoth() {
    try (Session session = sessions.open()) {
      User outer = new User("Ann");
      session.add(outer);
      session.flush();
      User inner = new User("Bob");
      try (SessionTransaction savepoint = session.beginNested()) {
        session.add(inner);
        savepoint.commit();
      }
      assertThat(InstanceState.of(inner).isPersistent()).isTrue();
      session.rollback();

      assertThat(InstanceState.of(inner).isTransient()).isTrue();
      assertThat(InstanceState.of(outer).isTransient()).isTrue();
      assertThat(names(session)).isEmpty();
    }
  }

  @Test
  @Parity("ORM-SES-16")
  void savepoint_deleteWithinRolledBack_bringsTheObjectBack() {
    try (Session session = sessions.open()) {
      User user = new User("Ann");
      session.add(user);
      session.flush();
      try (SessionTransaction savepoint = session.beginNested()) {
        session.delete(user);
        session.flush();
        assertThat(InstanceState.of(user).isDeleted()).isTrue();
        savepoint.rollback();
      }

      assertThat(InstanceState.of(user).isPersistent()).isTrue();
      session.commit();
      assertThat(names(session)).containsExactly("Ann");
    }
  }

  @Test
  @Parity("ORM-SES-14")
  void commit_withinSavepoints_commitsEverything() {
    try (Session session = sessions.open()) {
      session.add(new User("Ann"));
      session.beginNested();
      session.add(new User("Bob"));
      session.beginNested();
      session.add(new User("Carol"));
      session.commit();

      assertThat(session.inTransaction()).isFalse();
      session.rollback();
      assertThat(names(session)).containsExactly("Ann", "Bob", "Carol");
    }
  }

  @Test
  @Parity("ORM-SES-28")
  void flush_violatesConstraint_waitsForRollback() {
    try (Session session = sessions.open()) {
      User ann = new User("Ann");
      ann.setEmail("a@x.org");
      session.add(ann);
      session.commit();
      User stored = session.getOne(User.class, 1);
      User twin = new User("Twin");
      twin.setEmail("a@x.org");
      session.add(twin);

      assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
      assertThat(InstanceState.of(twin).isTransient()).as("restored at once").isTrue();
      assertThat(session.isActive()).isFalse();
      assertThatThrownBy(() -> names(session))
          .isInstanceOf(PendingRollbackException.class)
          .hasMessageStartingWith("Cannot run a statement: the transaction was rolled back")
          .hasCauseInstanceOf(IntegrityException.class);
      assertThatThrownBy(stored::getName).isInstanceOf(PendingRollbackException.class);
      session.flush();
      session.rollback();
      assertThat(session.isActive()).isTrue();
      assertThat(names(session)).containsExactly("Ann");
      assertThat(stored.getName()).isEqualTo("Ann");
    }
  }

  @Test
  @Parity("ORM-SES-28")
  void flush_failsWithinSavepoint_losesOnlyTheSavepoint() {
    try (Session session = sessions.open()) {
      User ann = new User("Ann");
      ann.setEmail("a@x.org");
      session.add(ann);
      session.flush();
      User twin = new User("Twin");
      twin.setEmail("a@x.org");
      try (SessionTransaction savepoint = session.beginNested()) {
        session.add(twin);
        assertThatThrownBy(savepoint::commit).isInstanceOf(IntegrityException.class);
        assertThat(savepoint.isActive()).isFalse();
      }
      assertThat(session.isActive()).isTrue();
      session.commit();
      assertThat(names(session)).containsExactly("Ann");
    }
  }

  @Test
  @Parity("ORM-SES-26")
  void autoflush_fails_saysThatItCameByItself() {
    try (Session session = sessions.open()) {
      User nameless = new User("Ann");
      nameless.setName(null);
      session.add(nameless);

      assertThatThrownBy(() -> names(session))
          .isInstanceOf(IntegrityException.class)
          .satisfies(failure -> assertThat(failure.getSuppressed())
              .anySatisfy(
                  note -> assertThat(note).hasMessageContaining("came from the autoflush")));
      session.rollback();
    }
  }

  @Test
  @Parity("ORM-SES-02")
  void fromTransaction_returns_commitsAndGivesTheResult() {
    int id = sessions.fromTransaction(session -> {
      User user = new User("Ann");
      session.add(user);
      session.flush();
      return user.getId();
    });

    assertThat(id).isOne();
    sessions.inTransaction(session -> assertThat(names(session)).containsExactly("Ann"));
  }

  @Test
  void fromTransaction_object_keepsItsValuesWithoutSession(TestDatabase database) {
    User user = sessions.fromTransaction(session -> {
      User made = new User("Ann", 30);
      session.add(made);
      return made;
    });
    database.recorder().clear();

    assertThat(InstanceState.of(user).isDetached()).isTrue();
    assertThat(user.getId()).isOne();
    assertThat(user.getName()).isEqualTo("Ann");
    assertThat(user.getAge()).isEqualTo(30);
    database.recorder().assertSteps();
  }

  @Test
  void inTransaction_objectThatEscapes_keepsItsValuesAndCanBeChangedElsewhere() {
    User user = new User("Ann", 30);
    sessions.inTransaction(session -> session.add(user));

    assertThat(user.getName()).isEqualTo("Ann");
    sessions.inTransaction(session -> {
      session.add(user);
      user.setAge(31);
    });
    sessions.inTransaction(
        session -> assertThat(session.getOne(User.class, user.getId()).getAge()).isEqualTo(31));
  }

  @Test
  void fromTransaction_commitWithin_stillExpires(TestDatabase database) {
    User user = new User("Ann", 30);
    sessions.inTransaction(session -> {
      session.add(user);
      session.commit();
      assertThat(InstanceState.of(user).expiredAttributes()).contains("name");
    });

    assertThatThrownBy(user::getName).isInstanceOf(DetachedInstanceException.class);
    database.recorder().clear();
  }

  @Test
  @Parity("ORM-SES-02")
  void inTransaction_throws_rollsBackAndThrowsTheSame() {
    IllegalStateException failure = new IllegalStateException("stop");
    assertThatThrownBy(() -> sessions.inTransaction(session -> {
          session.add(new User("Ann"));
          session.flush();
          throw failure;
        }))
        .isSameAs(failure);
    sessions.inTransaction(session -> assertThat(names(session)).isEmpty());
  }
}
