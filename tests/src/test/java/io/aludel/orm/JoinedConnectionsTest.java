package io.aludel.orm;

import static io.aludel.orm.Orm.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.Connection;
import io.aludel.engine.ResourceClosedException;
import io.aludel.engine.Transaction;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions on a connection that somebody else opened, and in a transaction that somebody else began. */
@ForEachDatabase
class JoinedConnectionsTest {
  private SessionFactory sessions;
  private TestDatabase database;
  private Connection connection;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    sessions = Shop.on(given);
    connection = given.engine().connect();
  }

  @AfterEach
  void closeConnection() {
    connection.close();
    database.recorder().clear();
  }

  private Session join(JoinMode mode) {
    return sessions.with(SessionOption.joinMode(mode)).open(connection);
  }

  private List<Object> names() {
    return connection
        .execute(text("SELECT name FROM users ORDER BY name"))
        .scalars()
        .all();
  }

  /** Rolls back whatever is still open, and tells what stayed. */
  private List<Object> namesAfterRollback() {
    connection.rollback();
    return names();
  }

  @Test
  @Parity("ORM-SES-19")
  void commit_onIdleConnection_isItsOwnAndLeavesTheConnectionOpen() {
    try (Session session = sessions.open(connection)) {
      session.add(new User("Ann"));
      session.commit();
      assertThat(session.connection()).isSameAs(connection);
      session.rollback();
      assertThat(connection.transaction()).isNull();
      session.add(new User("Bob"));
      session.flush();
    }
    assertThat(connection.isClosed()).isFalse();
    assertThat(names()).as("closing rolls back").containsExactly("Ann");
  }

  @Test
  @Parity("ORM-SES-19")
  void rollbackOnly_commit_leavesTheTransactionOpen() {
    Transaction outer = connection.begin();
    try (Session session = join(JoinMode.ROLLBACK_ONLY)) {
      session.add(new User("Ann"));
      session.commit();
      assertThat(outer.isActive()).isTrue();
      session.add(new User("Bob"));
      session.commit();
    }
    assertThat(outer.isActive()).isTrue();
    assertThat(names()).containsExactly("Ann", "Bob");
    assertThat(namesAfterRollback()).isEmpty();
  }

  @Test
  @Parity("ORM-SES-19")
  void rollbackOnly_rollback_rollsTheTransactionBack() {
    Transaction outer = connection.begin();
    User ann = new User("Ann");
    try (Session session = join(JoinMode.ROLLBACK_ONLY)) {
      session.add(ann);
      session.flush();
      session.rollback();
      assertThat(session.contains(ann)).isFalse();
    }
    assertThat(outer.isActive()).isFalse();
    assertThat(names()).isEmpty();
  }

  @Test
  @Parity("ORM-SES-19")
  void rollbackOnly_close_leavesTheTransactionAlone() {
    Transaction outer = connection.begin();
    try (Session session = join(JoinMode.ROLLBACK_ONLY)) {
      session.add(new User("Ann"));
      session.flush();
      session.beginNested();
      session.add(new User("Bob"));
      session.flush();
    }
    assertThat(outer.isActive()).isTrue();
    assertThat(names()).as("a savepoint of its own is rolled back").containsExactly("Ann");
    outer.commit();
    assertThat(namesAfterRollback()).containsExactly("Ann");
  }

  @Test
  @Parity("ORM-SES-19")
  void controlFully_commitAndRollback_areThoseOfTheTransaction() {
    Transaction committed = connection.begin();
    try (Session session = join(JoinMode.CONTROL_FULLY)) {
      session.add(new User("Ann"));
      session.commit();
      assertThat(committed.isActive()).isFalse();
      Transaction rolledBack = connection.begin();
      session.add(new User("Bob"));
      session.flush();
      session.rollback();
      assertThat(rolledBack.isActive()).isFalse();
      Transaction closed = connection.begin();
      session.add(new User("Cid"));
      session.flush();
      session.close();
      assertThat(closed.isActive()).isFalse();
    }
    assertThat(namesAfterRollback()).containsExactly("Ann");
  }

  @Test
  @Parity("ORM-SES-19")
  void createSavepoint_commitAndRollback_touchOnlyTheSavepoint() {
    Transaction outer = connection.begin();
    try (Session session = join(JoinMode.CREATE_SAVEPOINT)) {
      session.add(new User("Ann"));
      session.commit();
      session.add(new User("Bob"));
      session.flush();
      session.rollback();
      assertThat(outer.isActive()).isTrue();
      session.add(new User("Cid"));
      session.flush();
    }
    assertThat(outer.isActive()).isTrue();
    assertThat(names()).as("closing rolls back").containsExactly("Ann");
    assertThat(namesAfterRollback()).isEmpty();
  }

  @Test
  @Parity("ORM-SES-19")
  void createSavepoint_failedFlush_leavesTheTransactionUsable() {
    connection.begin();
    connection.execute(
        text("INSERT INTO users (id, name, age, minor) VALUES (100, 'Ann', 1, false)"));
    try (Session session = join(JoinMode.CREATE_SAVEPOINT)) {
      User twin = new User("Bob");
      twin.setId(100);
      session.add(twin);
      assertThatThrownBy(session::flush).isInstanceOf(io.aludel.engine.IntegrityException.class);
      session.rollback();
    }
    assertThat(names()).containsExactly("Ann");
  }

  @Test
  @Parity("ORM-SES-19")
  void conditionalSavepoint_withoutSavepoint_isRollbackOnly() {
    Transaction outer = connection.begin();
    try (Session session = sessions.open(connection)) {
      session.add(new User("Ann"));
      session.commit();
      assertThat(outer.isActive()).isTrue();
      session.rollback();
      session.add(new User("Bob"));
      session.flush();
      session.rollback();
    }
    assertThat(outer.isActive()).isFalse();
    assertThat(names()).isEmpty();
  }

  @Test
  @Parity("ORM-SES-19")
  void conditionalSavepoint_withinASavepoint_makesItsOwn() {
    Transaction outer = connection.begin();
    Transaction savepoint = connection.beginNested();
    try (Session session = sessions.open(connection)) {
      session.add(new User("Ann"));
      session.commit();
      session.add(new User("Bob"));
      session.flush();
      session.rollback();
    }
    assertThat(savepoint.isActive()).isTrue();
    assertThat(names()).containsExactly("Ann");
    savepoint.rollback();
    assertThat(names()).isEmpty();
    assertThat(outer.isActive()).isTrue();
  }

  @Test
  @Parity("ORM-SES-19")
  void rollbackOnly_withinASavepoint_rollsThatBack() {
    Transaction outer = connection.begin();
    connection.execute(
        text("INSERT INTO users (id, name, age, minor) VALUES (100, 'Ann', 1, false)"));
    Transaction savepoint = connection.beginNested();
    try (Session session = join(JoinMode.ROLLBACK_ONLY)) {
      session.add(new User("Bob"));
      session.flush();
      session.rollback();
    }
    assertThat(savepoint.isActive()).isFalse();
    assertThat(outer.isActive()).isTrue();
    assertThat(names()).containsExactly("Ann");
  }

  @Test
  void open_onNoConnection_isRefused() {
    assertThatThrownBy(() -> sessions.open(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> SessionOption.joinMode(null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  void work_onAClosedConnection_isRefused() {
    connection.close();
    try (Session session = sessions.open(connection)) {
      assertThatThrownBy(() -> session.get(User.class, 1))
          .isInstanceOf(ResourceClosedException.class);
      session.rollback();
    }
  }
}
