package io.aludel.engine;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.unique;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.NewRow;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ForEachDatabase
@Parity("ORM-DIA-12")
class FailureExecutionTest {
  private final MetaData metadata = new MetaData();
  private final Table parents =
      Table.of("parents", metadata, column("id", INTEGER).primaryKey());
  private final Table things = Table.of(
      "things",
      metadata,
      column("id", INTEGER).primaryKey(),
      column("code", STRING(10)),
      column("amount", INTEGER).notNull().serverDefault("1"),
      column("parent_id", INTEGER)
          .foreignKey(ForeignKey.to("parents.id").named("fk_things_parent")),
      unique("code").named("uq_things_code"),
      check("amount > 0").named("ck_things_amount"));

  @BeforeEach
  void create(Engine engine) {
    metadata.createAll(engine);
    add(engine, row("id", 1, "code", "secret-1"));
  }

  private void add(Engine engine, NewRow row) {
    engine.inTransaction(connection -> connection.execute(insert(things).values(row)));
  }

  private IntegrityException violationOf(Engine engine, NewRow row) {
    IntegrityException violation =
        catchThrowableOfType(IntegrityException.class, () -> add(engine, row));
    assertThat(violation).isNotNull();
    assertThat(violation.sql()).startsWith("INSERT INTO things");
    assertThat(violation.getMessage()).contains("[DB-101]");
    return violation;
  }

  @Test
  void unique_violated_namesTheConstraint(TestDatabase database) {
    IntegrityException violation = violationOf(database.engine(), row("id", 2, "code", "secret-1"));

    assertConstraint(database, violation, "uq_things_code", "things.code");
  }

  @Test
  void check_violated_namesTheConstraint(TestDatabase database) {
    assertConstraint(
        database,
        violationOf(database.engine(), row("id", 2, "amount", 0)),
        "ck_things_amount",
        "ck_things_amount");
  }

  @Test
  void foreignKey_violated_namesTheConstraint(TestDatabase database) {
    assertConstraint(
        database,
        violationOf(database.engine(), row("id", 2, "parent_id", 9)),
        "fk_things_parent",
        null);
  }

  @Test
  void notNull_violated_isAnIntegrityFailure(Engine engine) {
    violationOf(engine, row("id", 2, "amount", null));
  }

  @Test
  void primaryKey_violated_isAnIntegrityFailure(Engine engine) {
    violationOf(engine, row("id", 1));
  }

  /** SQLite names columns where the others name the constraint, and nothing for a foreign key. */
  private static void assertConstraint(
      TestDatabase database,
      IntegrityException violation,
      String name,
      @Nullable String nameOnSqlite) {
    boolean sqlite = database.address().url().startsWith("jdbc:sqlite:");
    assertThat(violation.constraintName()).isEqualToIgnoringCase(sqlite ? nameOnSqlite : name);
  }

  @Test
  void unknownTable_statement_isAProgrammingFailure(Engine engine) {
    Table absent = Table.of("absent", new MetaData(), column("id", INTEGER));

    assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(select(absent))))
        .isInstanceOf(ProgrammingException.class)
        .hasMessageContaining("absent")
        .hasMessageContaining(
            "\n  Cure: metadata().createAll(engine) creates tables that are missing.")
        .hasMessageContaining("\n  SQL: SELECT absent.id FROM absent\n  Parameters: ")
        .hasMessageEndingWith("[DB-104]");
  }

  @Test
  void syntax_wrong_isAProgrammingFailure(Engine engine) {
    assertThatThrownBy(
            () -> engine.inTransaction(connection -> connection.execute(text("SELEKT 1"))))
        .isInstanceOf(ProgrammingException.class)
        .hasMessageContaining("SELEKT 1")
        .hasMessageNotContaining("createAll");
  }

  @Test
  void failure_message_showsParameters(Engine engine) {
    assertThat(violationOf(engine, row("id", 2, "code", "secret-1")).getMessage())
        .contains("secret-1");
  }

  @Test
  @SeveralConnections
  @Parity("ORM-ENG-17")
  void failure_hiddenParameters_areNotShown(TestDatabase database) {
    EngineBuilder builder = Engine.builder(database.address().url()).hideParameters(true);
    String user = database.address().user();
    String password = database.address().password();
    builder = user == null ? builder : builder.user(user);
    builder = password == null ? builder : builder.password(password);
    try (Engine hiding = builder.create()) {
      IntegrityException violation = violationOf(hiding, row("id", 2, "code", "secret-1"));
      for (Throwable e = violation; e != null; e = e.getCause()) {
        assertThat(e.getMessage()).doesNotContain("secret-1");
      }
    }
  }

  @Test
  void engine_afterFailures_worksOn(Engine engine) {
    for (int i = 0; i < 20; i++) {
      violationOf(engine, row("id", 1));
    }

    add(engine, row("id", 2));
    assertThat(engine.statistics().openConnections()).isZero();
  }

  @Test
  void parameter_missing_isNamed(Engine engine) {
    assertThatThrownBy(() -> engine.inTransaction(
            connection -> connection.execute(text("SELECT * FROM things WHERE id = :key"))))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("key");
    assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(
            text("SELECT * FROM things WHERE id = :key"), Map.of("key", 1, "other", 2))))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("other");
  }

  @Test
  void division_byZero_failsWhereDeclared(TestDatabase database) {
    Select<BigDecimal> quotient = select(literal(1).dividedBy(0));
    if (database.has(Capability.DIVISION_BY_ZERO_FAILS)) {
      assertThatThrownBy(
              () -> database.engine().inTransaction(connection -> connection.scalar(quotient)))
          .isInstanceOfSatisfying(
              DataException.class, e -> assertThat(e.sqlState()).startsWith("22"));
    } else {
      assertThat(database
              .engine()
              .<BigDecimal>fromTransaction(connection -> connection.scalar(quotient)))
          .isNull();
    }
  }
}
