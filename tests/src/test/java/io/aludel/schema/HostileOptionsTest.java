package io.aludel.schema;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.index;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.ArgumentException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompileOptions.ParameterStyle;
import io.aludel.dialect.mysql.MysqlOptions;
import io.aludel.dialect.postgresql.PostgresqlOptions;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.reflection.Inspector;
import io.aludel.sql.Insert;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Names in the options of one database or another, in upserts, catalogues and SQL for others. What is
 * documented as sent as it is, such as a storage parameter or a hint, is no door but a wall.
 */
@ForEachDatabase
class HostileOptionsTest {
  private static final List<String> HOSTILE = List.of(
      "'; DROP TABLE victim; --",
      "\"; DROP TABLE victim; --",
      "`; DROP TABLE victim; --",
      "x); DROP TABLE victim; --",
      "x; DROP TABLE victim",
      "x\r\n, victim",
      "a\0'; DROP TABLE victim; --",
      "\uDC00'; DROP TABLE victim; --");

  private final MetaData metadata = new MetaData();
  private final Table victim = Table.of(
      "victim",
      metadata,
      column("id", INTEGER).primaryKey(),
      column("w", STRING(50)).unique());
  private Engine engine;

  @BeforeEach
  void open(Engine given) {
    engine = given;
    metadata.createAll(engine);
    engine.inTransaction(
        connection -> connection.execute(insert(victim).values(row("id", 1, "w", "alive"))));
  }

  @AfterEach
  void everythingIsStillThere() {
    engine.inTransaction(connection ->
        assertThat(connection.scalar(select(victim.<String>c("w")))).isEqualTo("alive"));
    metadata.dropAll(engine);
  }

  /** What the database says to it is its affair, as long as the failure is one of ours. */
  private void each(BiConsumer<Connection, String> door) {
    for (String input : HOSTILE) {
      try (Connection connection = engine.connect()) {
        door.accept(connection, input);
        connection.rollback();
      } catch (AludelException refused) {
        assertThat(refused.getMessage()).as(input).isNotBlank();
      }
      engine.inTransaction(connection -> connection.driverSql("DROP TABLE IF EXISTS t"));
    }
  }

  private static void created(Connection connection, TableOption option) {
    MetaData made = new MetaData();
    Table.of("t", made, column("id", INTEGER).primaryKey(), option);
    made.createAll(connection);
    made.dropAll(connection);
    connection.commit();
  }

  @Test
  void optionsOfTables_hostile_areQuotedOrRefused() {
    List<Function<String, DialectOption>> doors = List.of(
        PostgresqlOptions::inherits,
        PostgresqlOptions::using,
        PostgresqlOptions::onCommit,
        PostgresqlOptions::tablespace,
        MysqlOptions::engine,
        MysqlOptions::charset,
        MysqlOptions::collate,
        name -> MysqlOptions.table(name, "1"));
    for (Function<String, DialectOption> door : doors) {
      each((connection, input) -> created(connection, door.apply(input)));
    }
  }

  @Test
  void optionsOfIndexes_hostile_areQuotedOrRefused() {
    List<Function<String, DialectOption>> doors = List.of(
        PostgresqlOptions::using,
        PostgresqlOptions::tablespace,
        PostgresqlOptions::include,
        name -> PostgresqlOptions.operatorClass("word", name),
        name -> PostgresqlOptions.operatorClass(name, "text_ops"),
        MysqlOptions::using,
        MysqlOptions::parser,
        name -> MysqlOptions.length(name, 3));
    for (Function<String, DialectOption> door : doors) {
      each((connection, input) -> {
        MetaData made = new MetaData();
        Table.of(
            "t",
            made,
            column("id", INTEGER).primaryKey(),
            column("word", STRING(20)),
            index("word").named("ix_word").with(door.apply(input)));
        made.createAll(connection);
        made.dropAll(connection);
        connection.commit();
      });
    }
  }

  @Test
  void wordsOfOptions_thatAreNone_areRefusedAtTheDoor() {
    List<Consumer<String>> doors = List.of(
        PostgresqlOptions::onCommit,
        MysqlOptions::engine,
        MysqlOptions::charset,
        MysqlOptions::collate,
        MysqlOptions::parser,
        name -> MysqlOptions.table(name, "1"),
        name -> ForeignKey.to("t.id").match(name),
        name -> ExcludeConstraint.of("c", name));
    for (String input : HOSTILE) {
      for (Consumer<String> door : doors) {
        assertThatThrownBy(() -> door.accept(input))
            .isInstanceOf(ArgumentException.class)
            .hasMessageEndingWith("[ARG-101]");
      }
    }
  }

  @Test
  void conflictsCollationsAndColumnLists_hostile_areQuoted() {
    Column<String> word = victim.c("w");
    each((connection, input) -> {
      Insert.Conflict conflict = insert(victim).values(row("id", 2, "w", "x")).onConstraint(input);
      connection.execute(conflict.doNothing());
    });
    each((connection, input) -> {
      var named = select(victim.<Integer>c("id")).cte("c").columns(input);
      connection.execute(select(named.<Integer>c(input))).close();
    });
    each((connection, input) -> {
      MetaData made = new MetaData();
      Table.of("t", made, column("w", STRING(9).collated(input)));
      made.createAll(connection);
    });
    each(
        (connection, input) -> connection.execute(insert(victim).columns(input)).close());
    each((connection, input) ->
        connection.execute(select(word).filterBy(input, 1)).close());
    each((connection, input) ->
        connection.execute(insert(victim).values(row(input, 1))).close());
  }

  @Test
  void catalogue_hostileNames_findNothing() {
    for (String input : HOSTILE) {
      List<Consumer<Inspector>> doors = List.of(
          inspector -> inspector.primaryKey(input),
          inspector -> inspector.uniqueConstraints(input),
          inspector -> inspector.foreignKeys(input),
          inspector -> inspector.indexes(input),
          inspector -> inspector.checkConstraints(input),
          inspector -> inspector.tableComment(input),
          inspector -> inspector.tableOptions(input),
          inspector -> inspector.viewDefinition(input),
          inspector -> inspector.table(input, new MetaData()),
          inspector -> inspector.in(input).columns("victim"));
      for (Consumer<Inspector> door : doors) {
        try (Connection connection = engine.connect()) {
          assertThatThrownBy(() -> door.accept(Inspector.of(connection)))
              .as(input)
              .isInstanceOf(AludelException.class);
        }
      }
      try (Connection connection = engine.connect()) {
        Inspector inspector = Inspector.of(connection);
        assertThat(inspector.hasSequence(input)).isFalse();
        assertThat(inspector.hasIndex("victim", input)).isFalse();
      } catch (AludelException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
  }

  /** A name is written into such SQL as it is, so it must be one. */
  @Test
  void namesOfParameters_hostile_areRefusedWhereTheyAreWritten() {
    List<String> names = new ArrayList<>(HOSTILE);
    names.add("two words");
    for (String name : names) {
      Select<Integer> select = select(victim.<Integer>c("id"))
          .where(victim.<String>c("w").eq(parameter(name, SqlTypes.STRING)));
      var node = select.statementNode();
      var marked = engine.dialect().compile(node, CompileOptions.of(ParameterStyle.NAMED));
      assertThatThrownBy(() -> marked.sql(node.keyed().values()))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("cannot be marked by its name")
          .hasMessageEndingWith("[ARG-101]");
      var numbered = engine.dialect().compile(node, CompileOptions.of(ParameterStyle.NUMBERED));
      assertThat(numbered.sql(node.keyed().values())).endsWith("= $1");
      try (Connection connection = engine.connect()) {
        assertThat(connection.scalars(select, Map.of(name, "alive")).all()).containsExactly(1);
      }
    }
  }
}
