package io.aludel.types;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.nullValue;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.operator.ArrayExpression.array;
import static io.aludel.sql.operator.ArrayExpression.arrayAgg;
import static io.aludel.sql.operator.JsonExpression.json;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.IntegrityException;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** JSON, arrays, enums, intervals: stored, read, searched. */
@ForEachDatabase
class StoredTypesTest {
  private final MetaData metadata = new MetaData();
  private Column<Integer> id;
  private Table table;
  private Connection connection;
  private Engine engine;

  @AfterEach
  void close() {
    if (connection != null) {
      connection.close();
    }
  }

  @SafeVarargs
  private <T> Column<T> store(Engine database, SqlType<T> type, T... values) {
    engine = database;
    id = column("id", SqlTypes.INTEGER).primaryKey();
    Column<T> value = column("val", type);
    table = Table.of("stored_values", metadata, id, value);
    metadata.createAll(engine);
    connection = engine.connect();
    for (int i = 0; i < values.length; i++) {
      connection.execute(insert(table).values(row("id", i + 1, "val", values[i])));
    }
    connection.commit();
    return value;
  }

  private <T> List<T> read(Column<T> column) {
    return connection.scalars(select(column).orderBy(id)).all();
  }

  private <T> T valueOf(Expression<T> expression) {
    return connection.scalar(select(expression).where(id.eq(1)));
  }

  private List<Integer> idsWhere(Condition condition) {
    return connection.scalars(select(id).where(condition).orderBy(id)).all();
  }

  @Nested
  @Requires(Capability.JSON)
  @Parity("ORM-TYP-08")
  class JsonValues {
    private final Json document = Json.of(Map.of(
        "name",
        "it's \"quoted\" \\ 漢字",
        "count",
        12,
        "large",
        1L << 40,
        "price",
        new BigDecimal("12.50"),
        "on",
        true,
        "off",
        false,
        "none",
        Json.NULL,
        "list",
        List.of(1, Map.of("x", "deep"), 3),
        "a.b\"c",
        "odd"));

    @Test
    void values_ofEveryKind_comeBack(Engine database) {
      Json[] values = {
        document,
        Json.of("text"),
        Json.of(17),
        Json.of(new BigDecimal("-0.25")),
        Json.of(true),
        Json.of(List.of()),
        Json.of(Map.of()),
        Json.NULL
      };
      assertThat(read(store(database, SqlTypes.JSON, values))).containsExactly(values);
    }

    @Test
    void binary_values_comeBack(Engine database) {
      Column<Json> value = store(database, SqlTypes.JSONB, document, Json.NULL);
      assertThat(read(value)).containsExactly(document, Json.NULL);
      assertThat(valueOf(json(value).at("count").asInteger())).isEqualTo(12);
    }

    @Test
    void parts_asOtherTypes_areTyped(Engine database) {
      Column<Json> value = store(database, SqlTypes.JSON, document);
      assertThat(valueOf(json(value).at("name").asString())).isEqualTo("it's \"quoted\" \\ 漢字");
      assertThat(valueOf(json(value).at("count").asInteger())).isEqualTo(12);
      assertThat(valueOf(json(value).at("large").asLong())).isEqualTo(1L << 40);
      assertThat(valueOf(json(value).at("price").asDouble())).isEqualTo(12.5);
      assertThat(valueOf(json(value).at("price").asNumeric(10, 2))).isEqualByComparingTo("12.50");
      assertThat(valueOf(json(value).at("on").asBoolean())).isTrue();
      assertThat(valueOf(json(value).at("off").asBoolean())).isFalse();
      assertThat(valueOf(json(value).at("list").at(1).at("x").asString())).isEqualTo("deep");
      assertThat(valueOf(json(value).path("list", 2).asInteger())).isEqualTo(3);
      assertThat(valueOf(json(value).at("a.b\"c").asString())).isEqualTo("odd");
      assertThat(valueOf(json(value).at("list").asJson()))
          .isEqualTo(Json.of(List.of(1, Map.of("x", "deep"), 3)));
    }

    @Test
    void parts_missingOrNull_areNull(Engine database) {
      Column<Json> value = store(database, SqlTypes.JSON, document);
      assertThat(valueOf(json(value).at("none").asString())).isNull();
      assertThat(valueOf(json(value).at("none").asInteger())).isNull();
      assertThat(valueOf(json(value).at("none").asBoolean())).isNull();
      assertThat(valueOf(json(value).at("nowhere").asString())).isNull();
      assertThat(valueOf(json(value).at("nowhere").asInteger())).isNull();
      assertThat(valueOf(json(value).at("nowhere"))).isNull();
    }

    @Test
    void parts_inConditions_select(Engine database) {
      Column<Json> value = store(
          database,
          SqlTypes.JSON,
          Json.of(Map.of("n", 1, "on", true)),
          Json.of(Map.of("n", 20, "on", false)),
          Json.of(Map.of()));
      assertThat(idsWhere(json(value).at("n").asInteger().gt(5))).containsExactly(2);
      assertThat(idsWhere(json(value).at("n").asInteger().plus(1).eq(2))).containsExactly(1);
      assertThat(idsWhere(json(value).at("on").asBoolean())).containsExactly(1);
      assertThat(idsWhere(json(value).at("n").asString().isNull())).containsExactly(3);
    }

    @Test
    @Requires(Capability.JSON_FROM_END)
    void elements_fromTheEnd_areFound(Engine database) {
      Column<Json> value = store(database, SqlTypes.JSON, Json.of(List.of(1, 2, 3)));
      assertThat(valueOf(json(value).at(-1).asInteger())).isEqualTo(3);
      assertThat(valueOf(json(value).at(-2).asInteger())).isEqualTo(2);
    }

    @Test
    void nullOfJava_isTheJsonNull_unlessSaidOtherwise(Engine database) {
      Column<Json> value = store(database, SqlTypes.JSON, (Json) null);
      assertThat(idsWhere(value.isNull())).isEmpty();
      assertThat(read(value)).containsExactly(Json.NULL);
      connection.execute(insert(table).values(row("id", 2, "val", nullValue())));
      assertThat(idsWhere(value.isNull())).containsExactly(2);
      connection.execute(insert(table).values(row("id", 3)));
      assertThat(idsWhere(value.isNull())).containsExactly(2, 3);
    }

    @Test
    void nullOfJava_asSqlNull_isNull(Engine database) {
      Column<Json> value = store(database, SqlTypes.JSON.nullAsSqlNull(), (Json) null, Json.NULL);
      assertThat(idsWhere(value.isNull())).containsExactly(1);
      assertThat(read(value)).containsExactly(null, Json.NULL);
    }

    @Test
    void values_asOtherClasses_areRead(Engine database) {
      Column<Map> value = store(database, SqlTypes.JSON(Map.class), Map.of("a", List.of(1, "x")));
      assertThat(read(value)).containsExactly(Map.of("a", List.of(1, "x")));
      connection.execute(insert(table).values(row("id", 2, "val", (Object) null)));
      assertThat(idsWhere(value.isNull())).isEmpty();
      assertThat(read(value).get(1)).isNull();
    }

    @Test
    void objects_ofAnApplication_areWrittenByJackson(Engine database) {
      Settings settings = new Settings("dark", 3, List.of("x"));
      Column<Settings> value = store(database, SqlTypes.JSON(Settings.class), settings);
      assertThat(read(value)).containsExactly(settings);
      assertThat(valueOf(json(value).at("theme").asString())).isEqualTo("dark");
    }

    @Test
    @Parity("ORM-ENG-02")
    void objects_withAFormatOfTheirType_areWrittenByIt(Engine database) {
      Settings settings = new Settings("dark", 1, List.of());
      Column<Settings> value =
          store(database, SqlTypes.JSON(Settings.class).format(new ThemeOnly()), settings, null);
      assertThat(read(value)).containsExactly(settings, null);
      assertThat(valueOf(json(value).at("only").asString())).isEqualTo("dark");
      assertThatThrownBy(() -> SqlTypes.JSON.format(new ThemeOnly()))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("Values of Json cannot have a format of their own");
    }
  }

  record Settings(String theme, int size, List<String> tags) {}

  /** Keeps nothing of settings but their theme. */
  private static final class ThemeOnly implements JsonFormat {
    @Override
    public String write(Object value) {
      return Json.of(Map.of("only", ((Settings) value).theme())).toString();
    }

    @Override
    public <T> T read(String text, Class<T> type) {
      Map<?, ?> members = (Map<?, ?>) Objects.requireNonNull(Json.parse(text).toJava());
      return type.cast(new Settings((String) members.get("only"), 1, List.of()));
    }
  }

  @Nested
  @Requires(Capability.ARRAYS)
  @Parity("ORM-TYP-11")
  class Arrays {
    @Test
    void arrays_ofManyTypes_comeBack(Engine database) {
      comeBack(database, SqlTypes.INTEGER, 1, null, -3);
      comeBack(database, SqlTypes.STRING, "a", "", "it's \"q\" \\ {,} NULL", null, "null");
      comeBack(database, SqlTypes.BOOLEAN, true, false);
      comeBack(database, SqlTypes.DOUBLE, 1.5, -2.0);
      comeBack(database, SqlTypes.UUID, new UUID(1, 2));
      comeBack(database, SqlTypes.INET, InetAddress.getLoopbackAddress());
      comeBack(database, SqlTypes.DATE, LocalDate.of(2024, 2, 29));
      comeBack(database, SqlTypes.TIMESTAMP, LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4_000));
      comeBack(database, SqlTypes.INSTANT, Instant.parse("2024-02-29T01:02:03.000004Z"));
      comeBack(database, SqlTypes.ENUM(Size.class), Size.SMALL, Size.LARGE);
    }

    @SafeVarargs
    private <E> void comeBack(Engine database, SqlType<E> element, E... members) {
      List<E> values = java.util.Arrays.asList(members);
      Column<List<E>> value = store(database, SqlTypes.ARRAY(element), values, null, List.of());
      assertThat(read(value)).containsExactly(values, null, List.of());
      connection.commit();
      connection.close();
      table.drop(engine);
      metadata.remove(table);
    }

    @Test
    void arrays_ofTwoDimensions_comeBack(Engine database) {
      List<List<Integer>> grid = List.of(List.of(1, 2), List.of(3, 4));
      Column<List<List<Integer>>> value =
          store(database, SqlTypes.ARRAY(SqlTypes.ARRAY(SqlTypes.INTEGER)), grid);
      assertThat(read(value)).containsExactly(grid);
    }

    @Test
    void elements_byPlaceAndValue_areFound(Engine database) {
      Column<List<Integer>> value = store(
          database, SqlTypes.ARRAY(SqlTypes.INTEGER), List.of(5, 6, 7), List.of(6), List.of());
      assertThat(valueOf(array(value).at(1))).isEqualTo(5);
      assertThat(valueOf(array(value).zeroIndexed().at(1))).isEqualTo(6);
      assertThat(valueOf(array(value).slice(2, 3))).containsExactly(6, 7);
      assertThat(valueOf(array(value).length())).isEqualTo(3);
      assertThat(valueOf(array(value).concat(List.of(8)))).containsExactly(5, 6, 7, 8);
      assertThat(idsWhere(array(value).any(6))).containsExactly(1, 2);
      assertThat(idsWhere(array(value).all(6))).containsExactly(2, 3);
      assertThat(connection.scalar(select(arrayAgg(id, SqlTypes.INTEGER))))
          .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    @Requires(Capability.ARRAY_CONTAINMENT)
    void containment_ofOthers_isTested(Engine database) {
      Column<List<Integer>> value = store(
          database, SqlTypes.ARRAY(SqlTypes.INTEGER), List.of(5, 6, 7), List.of(6), List.of());
      assertThat(idsWhere(array(value).contains(List.of(6, 7)))).containsExactly(1);
      assertThat(idsWhere(array(value).containedBy(List.of(6, 9)))).containsExactly(2, 3);
      assertThat(idsWhere(array(value).overlaps(List.of(6, 9)))).containsExactly(1, 2);
    }
  }

  enum Size {
    SMALL("s"),
    LARGE("l");

    final String code;

    Size(String code) {
      this.code = code;
    }
  }

  @Nested
  @Parity("ORM-TYP-07")
  class Enums {
    @Test
    void constants_storedAsOtherText_comeBack(Engine database) {
      EnumType<Size> type = SqlTypes.ENUM(Size.class).storedAs(size -> size.code);
      Column<Size> value = store(database, type, Size.SMALL, Size.LARGE, null);
      assertThat(read(value)).containsExactly(Size.SMALL, Size.LARGE, null);
      assertThat(idsWhere(value.eq(Size.LARGE))).containsExactly(2);
      assertThat(idsWhere(value.in(Size.LARGE, Size.SMALL))).containsExactly(1, 2);
      assertThat(valueOf(value.cast(SqlTypes.STRING(5)))).isEqualTo("s");
    }

    @Test
    void text_ofSomeValues_isRefusedWhenValidated(Engine database) {
      EnumType<String> type = SqlTypes.ENUM("small", "large").validated();
      Column<String> value = store(database, type, "small");
      assertThat(read(value)).containsExactly("small");
      assertThatThrownBy(() -> value.eq("huge"))
          .isInstanceOf(ArgumentException.class)
          .hasMessageEndingWith("[SQL-102]");
      assertThat(idsWhere(value.eq("large"))).isEmpty();
    }

    @Test
    void checked_otherText_isRefusedByTheDatabase(Engine database) {
      EnumType<Size> type = SqlTypes.ENUM(Size.class).checked().named("ck_size").length(10);
      store(database, type, Size.SMALL);
      assertThatThrownBy(() -> connection.execute(
              io.aludel.sql.Sql.text("INSERT INTO stored_values (id, val) VALUES (9, 'HUGE')")))
          .isInstanceOf(IntegrityException.class)
          .hasMessageContaining("ck_size");
    }

    @Test
    @Requires(Capability.NATIVE_ENUM)
    void native_constants_comeBackAndSortAsDeclared(Engine database) {
      EnumType<Size> type = SqlTypes.ENUM(Size.class).asNative().named("size_of_things");
      Column<Size> value = store(database, type, Size.LARGE, Size.SMALL, null);
      assertThat(read(value)).containsExactly(Size.LARGE, Size.SMALL, null);
      assertThat(idsWhere(value.eq(Size.LARGE))).containsExactly(1);
      assertThat(idsWhere(value.in(List.of(Size.LARGE, Size.SMALL)))).containsExactly(1, 2);
      assertThat(connection
              .scalars(select(value).where(value.isNotNull()).orderBy(value))
              .all())
          .containsExactly(Size.SMALL, Size.LARGE);
    }

    @Test
    void enums_misuse_isRefused() {
      assertThatThrownBy(() -> SqlTypes.ENUM(Size.class).storedAs(size -> "same"))
          .isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> SqlTypes.ENUM(Size.class).length(2))
          .isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> SqlTypes.ENUM()).isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> SqlTypes.ENUM("a").asNative().typeName())
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("has no name");
    }
  }

  @Nested
  @Parity("ORM-TYP-05")
  class Booleans {
    @Test
    void checked_otherNumbers_areRefusedWhereTheyAreNumbers(TestDatabase database) {
      Column<Boolean> value =
          store(database.engine(), new BooleanType(true, "ck_truth"), true, false);
      assertThat(read(value)).containsExactly(true, false);
      String ddl = database.engine().dialect().ddl().compile(new DdlElement.CreateTable(table));
      assertThat(ddl.contains("CONSTRAINT ck_truth CHECK (val IN (0, 1))"))
          .isEqualTo(!database.has(Capability.NATIVE_BOOLEAN));
    }

    @Test
    void values_otherThanTruthOneAndZero_areRefused() {
      assertThat(SqlTypes.BOOLEAN.fit(1)).isTrue();
      assertThat(SqlTypes.BOOLEAN.fit(0L)).isFalse();
      assertThat(SqlTypes.BOOLEAN.fit(2)).isNull();
      assertThat(SqlTypes.BOOLEAN.fit("true")).isNull();
    }
  }

  @Nested
  @Parity("ORM-TYP-06")
  class Intervals {
    @Test
    void intervals_manyLengths_comeBack(Engine database) {
      Duration[] values = {
        Duration.ZERO,
        Duration.ofDays(400).plusHours(23).plusMinutes(59).plusSeconds(59).plusNanos(123_456_000),
        Duration.ofMillis(-1500),
        Duration.ofHours(-49)
      };
      Column<Duration> value = store(database, SqlTypes.INTERVAL, values);
      assertThat(read(value)).containsExactly(values);
      assertThat(idsWhere(value.gt(Duration.ofDays(1)))).containsExactly(2);
      assertThat(connection.scalars(select(id).orderBy(value)).all()).containsExactly(4, 3, 1, 2);
    }
  }

  @Nested
  @Requires(Capability.DOMAINS)
  @Parity("ORM-TYP-22")
  class TypesOfTheDatabase {
    @Test
    void domain_valueOutside_isRefused(TestDatabase database) {
      SqlType<String> type = DomainType.of("mail", SqlTypes.STRING(50), "VALUE LIKE '%@%'");
      Column<String> value = store(database.engine(), type, "a@b");
      assertThat(read(value)).containsExactly("a@b");
      assertThatThrownBy(
              () -> connection.execute(insert(table).values(row("id", 2, "val", "nobody"))))
          .isInstanceOf(IntegrityException.class);
      connection.rollback();
      database.recorder().clear();
      metadata.dropAll(connection);
      database
          .recorder()
          .assertStatements(sql("DROP TABLE stored_values"), sql("DROP DOMAIN mail"));
    }

    @Test
    void domain_sharedByTables_goesWithTheLast(TestDatabase database) {
      SqlType<String> type = DomainType.of("mail", SqlTypes.STRING(50), null);
      Table other = Table.of("others", metadata, column("m", type));
      store(database.engine(), type);
      database.recorder().clear();
      table.drop(connection);
      database.recorder().assertStatements(sql("DROP TABLE stored_values"));
      other.drop(connection);
      database.recorder().assertStatements(sql("DROP TABLE others"), sql("DROP DOMAIN mail"));
    }
  }
}
