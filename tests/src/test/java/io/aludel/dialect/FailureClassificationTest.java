package io.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aludel.dialect.Failure.Violation;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of failure, provoked on each database, is understood. */
@ForEachDatabase
@SeveralConnections
@Parity("ORM-ERR-14")
class FailureClassificationTest {
  /** What makes a lock give up soon. */
  private static final Map<String, String> SHORT_LOCKS = Map.of(
      "sqlite", "PRAGMA busy_timeout = 50",
      "h2", "SET LOCK_TIMEOUT 200",
      "postgresql", "SET lock_timeout = '200ms'",
      "mariadb", "SET innodb_lock_wait_timeout = 1");

  /** Values that do not fit. SQLite takes almost any. */
  private static final Map<String, List<String>> MISFITS = Map.of(
      "sqlite",
      List.of(
          "INSERT INTO parent (id, code) VALUES ('x', 'a')",
          "SELECT abs(-9223372036854775807 - 1)",
          "SELECT zeroblob(2000000000)"),
      "h2",
      List.of("SELECT 1 / 0", "SELECT CAST('x' AS INTEGER)", "SELECT DATE '2024-02-30'"),
      "postgresql",
      List.of("SELECT 1 / 0", "SELECT CAST('x' AS INTEGER)", "SELECT DATE '2024-02-30'"),
      "mariadb",
      List.of(
          "INSERT INTO parent (id, code) VALUES (1 / 0, 'a')",
          "INSERT INTO parent (id, code) VALUES ('x', 'a')",
          "INSERT INTO parent (id, code, due) VALUES (7, 'a', '2024-02-30')",
          "SELECT 9223372036854775807 + 1"));

  private TestDatabase database;
  private PlainDatabase plain;

  @BeforeEach
  void createTables(TestDatabase made) throws SQLException {
    database = made;
    plain = PlainDatabase.open(made);
    if (onSqlite()) {
      plain.run("PRAGMA foreign_keys = ON");
    }
    plain.run(
        "CREATE TABLE parent (id INTEGER NOT NULL, code VARCHAR(3) NOT NULL, amount SMALLINT, due DATE,"
            + " CONSTRAINT pk_parent PRIMARY KEY (id), CONSTRAINT uq_parent_code UNIQUE (code),"
            + " CONSTRAINT ck_amount CHECK (amount > 0))",
        "CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER,"
            + " CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES parent (id))",
        "CREATE UNIQUE INDEX ux_child ON child (parent_id)",
        "INSERT INTO parent (id, code) VALUES (1, 'a'), (2, 'b'), (3, 'c')",
        "INSERT INTO child (id, parent_id) VALUES (1, 1)");
  }

  @AfterEach
  void disconnect() throws SQLException {
    plain.close();
  }

  private boolean onSqlite() {
    return plain.dialect.name().equals("sqlite");
  }

  /** SQLite tells the columns of a rule, not its name. */
  private String named(String name, String columns) {
    return onSqlite() ? columns : name;
  }

  private Failure failureOf(ThrowingCallable action) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(SQLException.class);
    return plain.dialect.classify((SQLException) thrown);
  }

  private Failure failureOf(String sql) {
    return failureOf(() -> plain.run(sql));
  }

  private static Failure violated(Violation violation, String constraint) {
    return new Failure(FailureKind.INTEGRITY, violation, constraint, false);
  }

  @Test
  void unique_secondRow_namesTheConstraint() {
    assertThat(failureOf("INSERT INTO parent (id, code) VALUES (9, 'a')"))
        .isEqualTo(violated(Violation.UNIQUE, named("uq_parent_code", "parent.code")));
  }

  @Test
  void uniqueIndex_secondRow_namesTheIndex() {
    assertThat(failureOf("INSERT INTO child (id, parent_id) VALUES (2, 1)"))
        .isEqualTo(violated(Violation.UNIQUE, named("ux_child", "child.parent_id")));
  }

  @Test
  void primaryKey_secondRow_isAUniqueViolation() {
    Failure failure = failureOf("INSERT INTO parent (id, code) VALUES (1, 'z')");
    assertThat(failure.kind()).isEqualTo(FailureKind.INTEGRITY);
    assertThat(failure.violation()).isEqualTo(Violation.UNIQUE);
    Map<String, String> names = Map.of(
        "sqlite", "parent.id", "h2", "pk_parent", "postgresql", "pk_parent", "mariadb", "PRIMARY");
    assertThat(failure.constraint()).isEqualTo(names.get(plain.dialect.name()));
  }

  @Test
  void foreignKey_childWithoutParent_namesTheConstraint() {
    assertThat(failureOf("INSERT INTO child (id, parent_id) VALUES (2, 99)"))
        .isEqualTo(violated(Violation.FOREIGN_KEY, named("fk_parent", null)));
  }

  @Test
  void foreignKey_parentWithChild_namesTheConstraint() {
    assertThat(failureOf("DELETE FROM parent WHERE id = 1"))
        .isEqualTo(violated(Violation.FOREIGN_KEY, named("fk_parent", null)));
  }

  @Test
  void notNull_nullValue_isUnderstood() {
    assertThat(failureOf("INSERT INTO parent (id, code) VALUES (9, NULL)"))
        .isEqualTo(violated(Violation.NOT_NULL, named(null, "parent.code")));
    assertThat(failureOf("INSERT INTO parent (id) VALUES (9)"))
        .isEqualTo(violated(Violation.NOT_NULL, named(null, "parent.code")));
  }

  @Test
  void check_valueAgainstIt_namesTheConstraint() {
    assertThat(failureOf("INSERT INTO parent (id, code, amount) VALUES (9, 'z', -1)"))
        .isEqualTo(violated(Violation.CHECK, "ck_amount"));
  }

  @Test
  void batch_secondRowFails_tellsAsMuchAsOneRow() throws SQLException {
    try (PreparedStatement statement =
        plain.connection.prepareStatement("INSERT INTO parent (id, code) VALUES (?, ?)")) {
      for (int i = 0; i < 3; i++) {
        statement.setInt(1, 10 + i);
        statement.setString(2, i == 1 ? "a" : "z" + i);
        statement.addBatch();
      }
      assertThat(failureOf(statement::executeBatch))
          .isEqualTo(violated(Violation.UNIQUE, named("uq_parent_code", "parent.code")));
    }
  }

  @Test
  void data_valuesThatDoNotFit_areDataFailures() {
    for (String sql : MISFITS.get(plain.dialect.name())) {
      assertThat(failureOf(sql)).as(sql).isEqualTo(Failure.of(FailureKind.DATA));
    }
    if (!onSqlite()) {
      String tooLong = "INSERT INTO parent (id, code) VALUES (9, 'abcd')";
      assertThat(failureOf(tooLong)).as(tooLong).isEqualTo(Failure.of(FailureKind.DATA));
      String tooLarge = "INSERT INTO parent (id, code, amount) VALUES (9, 'z', 40000)";
      assertThat(failureOf(tooLarge)).as(tooLarge).isEqualTo(Failure.of(FailureKind.DATA));
    }
  }

  @Test
  void programming_wrongStatements_areProgrammingFailures() {
    for (String sql : List.of(
        "SELEKT 1",
        "SELECT * FROM nowhere",
        "SELECT nothing FROM parent",
        "SELECT nofunction(1) FROM parent",
        "INSERT INTO parent (id, code) VALUES (1)",
        "CREATE TABLE parent (id INTEGER)",
        "DROP TABLE nowhere",
        "SELECT id FROM parent GROUP BY id HAVING nothing > 1",
        "CREATE INDEX ix ON nowhere (id)")) {
      assertThat(failureOf(sql)).as(sql).isEqualTo(Failure.of(FailureKind.PROGRAMMING));
    }
  }

  @Test
  void lock_heldTooLong_isTransient() throws SQLException {
    try (PlainDatabase other = PlainDatabase.open(database)) {
      plain.connection.setAutoCommit(false);
      plain.run("UPDATE parent SET amount = 5 WHERE id = 2");
      other.run(SHORT_LOCKS.get(plain.dialect.name()));
      assertThat(failureOf(() -> other.run("UPDATE parent SET amount = 6 WHERE id = 2")))
          .isEqualTo(new Failure(FailureKind.OPERATIONAL, null, null, true));
      plain.connection.rollback();
    }
  }

  @Test
  void deadlock_oneOfTwo_failsTransiently() throws Exception {
    try (PlainDatabase other = PlainDatabase.open(database)) {
      if (onSqlite()) {
        plain.run(SHORT_LOCKS.get("sqlite"));
        other.run(SHORT_LOCKS.get("sqlite"));
      }
      plain.connection.setAutoCommit(false);
      other.connection.setAutoCommit(false);
      plain.run("UPDATE parent SET amount = 5 WHERE id = 2");
      List<SQLException> failures = new ArrayList<>();
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> attempt(
          other,
          "UPDATE parent SET amount = 6 WHERE id = 3",
          "UPDATE parent SET amount = 6 WHERE id = 2"));
      Thread.sleep(300);
      try {
        plain.run("UPDATE parent SET amount = 5 WHERE id = 3");
        plain.connection.commit();
      } catch (SQLException e) {
        failures.add(e);
        plain.connection.rollback();
      }
      waiting
          .handle((nothing, thrown) -> thrown == null || failures.add((SQLException) root(thrown)))
          .get(30, TimeUnit.SECONDS);
      other.connection.rollback();
      assertThat(failures).hasSize(1);
      assertThat(plain.dialect.classify(failures.get(0)))
          .isEqualTo(new Failure(FailureKind.OPERATIONAL, null, null, true));
    }
  }

  private static void attempt(PlainDatabase database, String... statements) {
    try {
      database.run(statements);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private static Throwable root(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? root(thrown.getCause())
        : thrown;
  }

  @Test
  void serialization_rowChangedMeanwhile_isTransient() throws SQLException {
    try (PlainDatabase other = PlainDatabase.open(database)) {
      plain.run(SHORT_LOCKS.get(plain.dialect.name()));
      other.run(SHORT_LOCKS.get(plain.dialect.name()));
      plain.connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      plain.connection.setAutoCommit(false);
      plain.read("SELECT id FROM parent WHERE id = 2", io.aludel.types.SqlTypes.INTEGER);
      Failure failure = failureOf(() -> {
        other.run("UPDATE parent SET amount = 6 WHERE id = 2");
        plain.run("UPDATE parent SET amount = 5 WHERE id = 2");
      });
      assertThat(failure).isEqualTo(new Failure(FailureKind.OPERATIONAL, null, null, true));
      plain.connection.rollback();
    }
  }

  @Test
  void connection_closed_isADisconnect() throws SQLException {
    plain.connection.close();
    assertThat(failureOf("SELECT 1").kind()).isEqualTo(FailureKind.DISCONNECT);
  }

  @Test
  void connection_cutByTheServer_isADisconnect() throws SQLException {
    Map<String, String> numbers =
        Map.of("postgresql", "SELECT pg_backend_pid()", "mariadb", "SELECT connection_id()");
    Map<String, String> kills = Map.of(
        "postgresql", "SELECT pg_terminate_backend(%d, 5000)",
        "mariadb", "KILL CONNECTION %d",
        "h2", "SHUTDOWN IMMEDIATELY");
    String kill = kills.get(plain.dialect.name());
    if (kill == null) {
      assertThat(onSqlite()).as("there is no server").isTrue();
      return;
    }
    String number = numbers.get(plain.dialect.name());
    long id =
        number == null ? 0 : plain.read(number, io.aludel.types.SqlTypes.BIGINT).get(0);
    try (PlainDatabase other = PlainDatabase.open(database)) {
      other.run(String.format(kill, id));
    }
    assertThat(failureOf("SELECT 1").kind()).isEqualTo(FailureKind.DISCONNECT);
  }

  /** SQLite knows no users, and the embedded MariaDB lets everybody in. */
  @Test
  void login_ofNobody_isRefusedWhereThereAreUsers() {
    boolean asks = List.of("h2", "postgresql").contains(plain.dialect.name());
    Throwable thrown = catchThrowable(() ->
        DriverManager.getConnection(database.address().url(), "nobody", "wrong").close());
    assertThat(thrown != null || !asks).as("refused").isTrue();
    if (thrown instanceof SQLException refused) {
      assertThat(plain.dialect.classify(refused)).isEqualTo(Failure.of(FailureKind.LOGIN_REFUSED));
    }
  }

  @Test
  void statement_runsTooLong_isOperational() throws SQLException {
    Map<String, String> slow = Map.of(
        "h2",
            "SELECT count(*) FROM system_range(1, 100000) a, system_range(1, 100000) b WHERE a.x + b.x < 0",
        "postgresql", "SELECT pg_sleep(30)",
        "mariadb",
            "SELECT count(*) FROM seq_1_to_100000 a, seq_1_to_100000 b WHERE a.seq + b.seq < 0");
    String sql = slow.get(plain.dialect.name());
    if (sql == null) {
      assertThat(onSqlite()).as("the driver's time-out is about locks").isTrue();
      return;
    }
    try (Statement statement = plain.connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThat(failureOf(() -> statement.executeQuery(sql)).kind())
          .isEqualTo(FailureKind.OPERATIONAL);
    }
  }
}
