package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.operator.ArrayExpression.array;
import static io.aludel.sql.operator.JsonExpression.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.TypeCompiler;
import io.aludel.dialect.postgresql.PostgresqlTypes;
import io.aludel.engine.IntegrityException;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Expression;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.Json;
import io.aludel.types.Range;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSON, arrays, enums and domains, where a dialect declares them. */
public abstract class StructuredTypeCompliance {
  /** For the classes of authors. */
  protected StructuredTypeCompliance() {}

  private static <T> Table stored(TestDatabase database, Column<T> val, T value) {
    MetaData metadata = new MetaData();
    Table table = Table.of("structured", metadata, val);
    metadata.createAll(database.engine());
    database
        .engine()
        .inTransaction(connection -> connection.execute(insert(table).values(row("val", value))));
    return table;
  }

  private static <T> @Nullable T valueOf(TestDatabase database, Expression<T> expression) {
    return database.engine().fromTransaction(connection -> connection.scalar(select(expression)));
  }

  private static void unknown(TestDatabase database, SqlType<?> type) {
    TypeCompiler types = database.engine().dialect().types();
    assertThrows(CompileException.class, () -> types.spell(type));
    assertThrows(CompileException.class, () -> types.codec(type));
  }

  @Test
  @Requires(Capability.JSON)
  void json_values_comeBack(TestDatabase database) {
    TypeCompliance.comeBack(
        database,
        SqlTypes.JSON,
        Json.of(Map.of("a", List.of(1, "it's \"x\"", true), "b", Json.NULL)),
        Json.of("text"),
        Json.NULL);
    TypeCompliance.comeBack(database, SqlTypes.JSONB, Json.of(List.of(1, 2)));
  }

  @Test
  @Requires(Capability.JSON)
  @Tries(Capability.JSON_FROM_END)
  void json_parts_areTyped(TestDatabase database) {
    Column<Json> val = column("val", SqlTypes.JSON);
    stored(
        database,
        val,
        Json.of(Map.of("t", "it's", "n", 12, "b", true, "none", Json.NULL, "l", List.of(7, 8))));
    assertEquals("it's", valueOf(database, json(val).at("t").asString()));
    assertEquals(12, valueOf(database, json(val).at("n").asInteger()));
    assertEquals(true, valueOf(database, json(val).at("b").asBoolean()));
    assertEquals(8, valueOf(database, json(val).path("l", 1).asInteger()));
    assertEquals(Json.of(List.of(7, 8)), valueOf(database, json(val).at("l")));
    assertNull(valueOf(database, json(val).at("none").asString()));
    assertNull(valueOf(database, json(val).at("nowhere").asInteger()));
    if (database.has(Capability.JSON_FROM_END)) {
      assertEquals(8, valueOf(database, json(val).path("l", -1).asInteger()));
    } else {
      People.refused(database.engine(), select(json(val).path("l", -1).asInteger()));
    }
  }

  @Test
  void json_whereItIsNotDeclared_isRefused(TestDatabase database) {
    if (!database.has(Capability.JSON)) {
      unknown(database, SqlTypes.JSON);
    }
  }

  @Test
  @Tries(Capability.ARRAYS)
  void arrays_whereDeclared_comeBack(TestDatabase database) {
    if (!database.has(Capability.ARRAYS)) {
      unknown(database, SqlTypes.ARRAY(SqlTypes.INTEGER));
      return;
    }
    Column<List<Integer>> val = column("val", SqlTypes.ARRAY(SqlTypes.INTEGER));
    stored(database, val, List.of(5, 6, 7));
    assertEquals(List.of(5, 6, 7), valueOf(database, val));
    assertEquals(5, valueOf(database, array(val).at(1)));
    assertEquals(List.of(6, 7), valueOf(database, array(val).slice(2, 3)));
    assertEquals(3, valueOf(database, array(val).length()));
    assertEquals(true, valueOf(database, array(val).any(6)));
    assertEquals(false, valueOf(database, array(val).all(6)));
  }

  @Test
  @Requires(Capability.ARRAYS)
  @Tries(Capability.ARRAY_CONTAINMENT)
  void arrays_compared_knowWhatTheyContain(TestDatabase database) {
    Column<List<Integer>> val = column("val", SqlTypes.ARRAY(SqlTypes.INTEGER));
    stored(database, val, List.of(5, 6, 7));
    if (database.has(Capability.ARRAY_CONTAINMENT)) {
      assertEquals(true, valueOf(database, array(val).contains(List.of(6, 7))));
      assertEquals(false, valueOf(database, array(val).containedBy(List.of(6, 7))));
      assertEquals(true, valueOf(database, array(val).overlaps(List.of(7, 9))));
    } else {
      People.refused(database.engine(), select(array(val).contains(List.of(6))));
    }
  }

  @Test
  @Tries(Capability.NATIVE_ENUM)
  void enums_asTextAndNative_comeBack(TestDatabase database) {
    EnumType<RoundingMode> type = SqlTypes.ENUM(RoundingMode.class);
    TypeCompliance.comeBack(database, type, RoundingMode.UP, RoundingMode.HALF_EVEN);
    TypeCompliance.comeBack(database, type.asNative().named("rounding"), RoundingMode.UP);
    boolean text = database
        .engine()
        .dialect()
        .types()
        .spell(type.asNative())
        .endsWith("VARCHAR(" + type.length() + ")");
    assertEquals(!database.has(Capability.NATIVE_ENUM), text);
  }

  @Test
  void enums_checked_refuseOtherText(TestDatabase database) {
    Column<RoundingMode> val =
        column("val", SqlTypes.ENUM(RoundingMode.class).checked().named("ck_mode"));
    Table table = stored(database, val, RoundingMode.UP);
    Column<String> other = column("val", SqlTypes.STRING(20));
    Table same = Table.of(table.name(), new MetaData(), other);
    assertThrows(
        IntegrityException.class,
        () -> database
            .engine()
            .inTransaction(
                connection -> connection.execute(insert(same).values(row("val", "SIDEWAYS")))));
  }

  @Test
  @Tries(Capability.DOMAINS)
  void domains_whereDeclared_areCreatedAndDropped(TestDatabase database) {
    DomainType<Integer> type = DomainType.of("even", SqlTypes.INTEGER, "VALUE % 2 = 0");
    if (!database.has(Capability.DOMAINS)) {
      assertThrows(
          CompileException.class, () -> database.engine().dialect().types().spell(type));
      return;
    }
    TypeCompliance.comeBack(database, type, 2, 4);
    assertThrows(IntegrityException.class, () -> TypeCompliance.comeBack(database, type, 3));
  }

  @Test
  @Tries(Capability.RANGES)
  void ranges_whereDeclared_comeBack(TestDatabase database) {
    if (!database.has(Capability.RANGES)) {
      assertThrows(
          CompileException.class,
          () -> database.engine().dialect().types().spell(PostgresqlTypes.INT4RANGE));
      return;
    }
    TypeCompliance.comeBack(
        database, PostgresqlTypes.INT4RANGE, Range.of(1, 5), Range.of(null, 3), Range.ofNothing());
    TypeCompliance.comeBack(
        database, PostgresqlTypes.INT4MULTIRANGE, List.of(Range.of(1, 3), Range.of(7, null)));
  }
}
