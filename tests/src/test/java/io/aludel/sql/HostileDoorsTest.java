package io.aludel.sql;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.comment;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.unique;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.operator.JsonExpression.json;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.url.DatabaseUrl;
import io.aludel.reflection.Inspector;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.MetaData;
import io.aludel.schema.Sequence;
import io.aludel.schema.ServerDefault;
import io.aludel.schema.Table;
import io.aludel.schema.View;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Requires;
import io.aludel.types.EnumType;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The doors that {@link HostileInputTest} leaves out: DDL and its literals, catalogues, bulk loads, names
 * of transactions, URLs. Isolation levels are an enum, savepoints are named by the engine: no doors.
 */
@ForEachDatabase
class HostileDoorsTest {
  private static final List<String> HOSTILE = List.of(
      "'",
      "''",
      "\"",
      "`",
      "\\",
      "\\'",
      ";",
      "--",
      "/*",
      "?",
      "??",
      ":x",
      "$1",
      "$$",
      "%s",
      "%(table)s",
      "{d '2020-01-01'}",
      "[x]",
      "' OR 1=1 --",
      "\"; DROP TABLE victim; --",
      "`; DROP TABLE victim; --",
      "'; DROP TABLE victim; --",
      "\\'; DROP TABLE victim; --",
      "'); DROP TABLE victim; --",
      "x\ny\tz",
      "ü€");

  /** What a database may refuse to hold, in text or in names. */
  private static final List<String> REFUSABLE = List.of(
      "a\0'; DROP TABLE victim; --", "\uD83D\uDE00'; DROP TABLE victim; --", "\uD83D\uDE00");

  /** Halves of characters, of which drivers make what they like. */
  private static final List<String> HALVES = List.of("\uDC00'; DROP TABLE victim; --", "a\uD800");

  private final MetaData metadata = new MetaData();
  private final Table victim =
      Table.of("victim", metadata, column("id", INTEGER).primaryKey(), column("w", STRING(50)));
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
    victim.drop(engine);
  }

  private interface Door {
    void enter(Connection connection, String input);
  }

  /**
   * Each input must pass the door as what it is. What a database cannot hold may be refused instead; a half
   * of a character may also become another, as long as everything is still there.
   */
  private void each(Door door) {
    for (String input : HOSTILE) {
      assertThat(refusal(door, input)).as(input).isNull();
    }
    for (String input : REFUSABLE) {
      AludelException refusal = refusal(door, input);
      if (refusal != null) {
        assertThat(refusal.getMessage()).isNotBlank();
      }
    }
    for (String input : HALVES) {
      try {
        refusal(door, input);
      } catch (AssertionError another) {
        assertThat(another.getMessage()).isNotBlank();
      }
    }
  }

  private @Nullable AludelException refusal(Door door, String input) {
    try (Connection connection = engine.connect()) {
      door.enter(connection, input);
      connection.rollback();
      return null;
    } catch (AludelException refused) {
      return refused;
    }
  }

  private void created(Connection connection, MetaData made, Runnable work) {
    made.createAll(connection);
    try {
      work.run();
    } finally {
      made.dropAll(connection);
      connection.commit();
    }
  }

  @Test
  void comments_hostile_areOnlyText() {
    boolean kept = engine.dialect().supports(Capability.COMMENTS);
    each((connection, input) -> {
      MetaData made = new MetaData();
      Table.of("t", made, comment("c" + input), column("x", INTEGER).comment("x" + input));
      created(connection, made, () -> {
        Inspector inspector = Inspector.of(connection);
        assertThat(inspector.tableComment("t")).isEqualTo(kept ? "c" + input : null);
        assertThat(inspector.columns("t").get(0).comment()).isEqualTo(kept ? "x" + input : null);
      });
    });
  }

  @Test
  void defaultsAndChecks_hostile_areOnlyValues() {
    each((connection, input) -> {
      MetaData made = new MetaData();
      Column<Integer> id = column("id", INTEGER).primaryKey();
      Column<String> word = column("word", STRING(60))
          .serverDefault(ServerDefault.of(Sql.inlined(input, STRING(60))));
      Table table = Table.of("t", made, id, word, check(word.ne("no" + input)).named("ck"));
      created(connection, made, () -> {
        connection.execute(insert(table).values(row("id", 1)));
        assertThat(connection.scalar(select(word))).isEqualTo(input);
      });
    });
  }

  @Test
  void enums_hostile_areOnlyLabels() {
    boolean own = engine.dialect().supports(Capability.NATIVE_ENUM);
    each((connection, input) -> {
      EnumType<String> type = SqlTypes.ENUM("plain", "l" + input).named("e" + input);
      Column<String> value = column("v", own ? type.asNative() : type.checked());
      MetaData made = new MetaData();
      Table table = Table.of("t", made, column("id", INTEGER).primaryKey(), value);
      created(connection, made, () -> {
        connection.execute(insert(table).values(row("id", 1, "v", "l" + input)));
        assertThat(
                connection.scalars(select(value).where(value.eq("l" + input))).all())
            .containsExactly("l" + input);
        assertThat(Inspector.of(connection).columns("t")).hasSize(2);
      });
    });
  }

  @Test
  void constraintsIndexesViewsAndSequences_hostileNames_areQuoted() {
    each((connection, input) -> {
      MetaData made = new MetaData();
      Column<String> word = column("word", STRING(20));
      Table table = Table.of(
          "t",
          made,
          column("id", INTEGER).primaryKey(),
          word,
          unique("word").named("u" + input),
          index("word").named("i" + input));
      if (engine.dialect().supports(Capability.SEQUENCES)) {
        Sequence.of("s" + input).in(made);
      }
      View view = View.of("v" + input, made, select(word));
      created(connection, made, () -> {
        connection.execute(insert(table).values(row("id", 1, "word", "a")));
        assertThat(connection.scalar(select(view.table().<String>c("word")))).isEqualTo("a");
        made.sequences()
            .forEach(sequence ->
                assertThat(connection.scalar(select(sequence.next()))).isEqualTo(1L));
        assertThat(Inspector.of(connection).hasIndex("t", "i" + input)).isTrue();
      });
    });
  }

  @Test
  @Requires(Capability.SCHEMAS)
  void schemas_hostileNames_areQuotedEverywhere() {
    each((connection, input) -> {
      String schema = "aludel" + Long.toHexString(System.nanoTime()) + input;
      connection.execute(new DdlElement.CreateSchema(schema));
      MetaData made = new MetaData("app");
      Table table = Table.of("t", made, column("id", INTEGER).primaryKey());
      connection.options(ExecutionOptions.NONE.schemaTranslateMap(Map.of("app", schema)));
      try {
        made.createAll(connection);
        connection.execute(insert(table).values(row("id", 7)));
        assertThat(connection.scalar(select(table.<Integer>c("id")))).isEqualTo(7);
        assertThat(Inspector.of(connection).in(schema).tables()).containsExactly("t");
      } finally {
        made.dropAll(connection);
        connection.execute(new DdlElement.DropSchema(schema));
        connection.commit();
      }
    });
  }

  @Test
  void inspector_hostileNames_findsNothing() {
    each((connection, input) -> {
      Inspector inspector = Inspector.of(connection);
      assertThat(inspector.hasTable("t" + input)).isFalse();
      assertThat(inspector.hasSchema("s" + input)).isFalse();
      if (engine.dialect().supports(Capability.SCHEMAS)) {
        assertThat(inspector.in("s" + input).tables()).isEmpty();
      }
      assertThatThrownBy(() -> inspector.columns("t" + input)).isInstanceOf(AludelException.class);
    });
  }

  @Test
  void bulkLoads_hostile_areOnlyValues() {
    MetaData made = new MetaData();
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Column<String> word = column("word", STRING(60));
    Table table = Table.of("loaded", made, id, word);
    made.createAll(engine);
    each((connection, input) -> {
      connection.execute(
          insert(table).options(ExecutionOptions.NONE.bulkLoad(true)),
          List.of(Map.of("id", 1, "word", input), Map.of("id", 2, "word", "\t" + input + "\n\\.")));
      assertThat(connection.scalars(select(word).orderBy(id)).all())
          .containsExactly(input, "\t" + input + "\n\\.");
    });
    made.dropAll(engine);
  }

  @Test
  void jsonPathsAndPatterns_hostile_areOnlyThemselves() {
    MetaData made = new MetaData();
    Column<Json> data = column("data", SqlTypes.JSON);
    Column<String> word = column("word", STRING(60));
    Table table = Table.of("docs", made, column("id", INTEGER).primaryKey(), data, word);
    made.createAll(engine);
    each((connection, input) -> {
      String name = "m" + input;
      connection.execute(
          insert(table).values(row("id", 1, "data", Json.of(Map.of(name, input)), "word", input)));
      assertThat(connection.scalar(select(json(data).at(name).asString()))).isEqualTo(input);
      assertThat(connection.scalars(select(word).where(word.contains(input))).all())
          .containsExactly(input);
      assertThat(connection.scalar(select(func.count())
              .where(word.like("%" + input.replace("/", "//"), '/'), word.eq(literal(input)))
              .from(table)))
          .isBetween(0L, 1L);
    });
    made.dropAll(engine);
  }

  @Test
  @Requires(Capability.TWO_PHASE)
  void twoPhase_hostileNames_areOnlyNames() {
    each((connection, input) -> {
      String name = "tx" + Long.toHexString(System.nanoTime()) + input;
      var transaction = connection.beginTwoPhase(name);
      connection.execute(select(victim)).close();
      transaction.prepare();
      transaction.rollback();
    });
  }

  @Test
  void urls_hostileParts_comeBackAndNeverLeak() {
    for (String input : HOSTILE) {
      DatabaseUrl url = DatabaseUrl.of("postgresql", "host")
          .user("u" + input)
          .password("s3cret" + input)
          .database("d" + input)
          .parameter("k", "v" + input);
      assertThat(url.toString()).as(input).doesNotContain("s3cret");
      DatabaseUrl again = DatabaseUrl.parse(url.showingSecrets());
      assertThat(again.user()).isEqualTo("u" + input);
      assertThat(again.password()).isEqualTo("s3cret" + input);
      assertThat(again.database()).isEqualTo("d" + input);
      assertThat(again.parameters()).isEqualTo(Map.of("k", List.of("v" + input)));
      assertThat(again).isEqualTo(url);
    }
  }
}
