package io.aludel.dialect.postgresql;

import static io.aludel.dialect.postgresql.PostgresqlOperators.document;
import static io.aludel.dialect.postgresql.PostgresqlOperators.hasAllKeys;
import static io.aludel.dialect.postgresql.PostgresqlOperators.hasAnyKey;
import static io.aludel.dialect.postgresql.PostgresqlOperators.hasKey;
import static io.aludel.dialect.postgresql.PostgresqlOperators.jsonContainedBy;
import static io.aludel.dialect.postgresql.PostgresqlOperators.jsonContains;
import static io.aludel.dialect.postgresql.PostgresqlOperators.matches;
import static io.aludel.dialect.postgresql.PostgresqlOperators.merged;
import static io.aludel.dialect.postgresql.PostgresqlOperators.pathExists;
import static io.aludel.dialect.postgresql.PostgresqlOperators.pathMatches;
import static io.aludel.dialect.postgresql.PostgresqlOperators.search;
import static io.aludel.dialect.postgresql.PostgresqlOperators.valueAt;
import static io.aludel.dialect.postgresql.PostgresqlOperators.withoutPath;
import static io.aludel.dialect.postgresql.RangeExpression.multirange;
import static io.aludel.dialect.postgresql.RangeExpression.range;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.Sql;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import io.aludel.types.EnumType;
import io.aludel.types.Json;
import io.aludel.types.Range;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The types of PostgreSQL alone, which is the one that has ranges. */
@ForEachDatabase
@Requires(Capability.RANGES)
class PostgresqlTypesTest {
  private Column<Integer> id;
  private Table table;
  private Connection connection;

  @BeforeEach
  void open(Engine engine) {
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
  }

  @SafeVarargs
  private <T> Column<T> store(SqlType<T> type, T... values) {
    id = column("id", SqlTypes.INTEGER).primaryKey();
    Column<T> value = column("val", type);
    MetaData metadata = new MetaData();
    table = Table.of("things", metadata, id, value);
    metadata.createAll(connection);
    for (int i = 0; i < values.length; i++) {
      connection.execute(insert(table).values(row("id", i + 1, "val", values[i])));
    }
    return value;
  }

  private <T> List<T> read(Column<T> column) {
    return connection.scalars(select(column).orderBy(id)).all();
  }

  private List<Integer> idsWhere(Condition condition) {
    return connection.scalars(select(id).where(condition).orderBy(id)).all();
  }

  private <T> T valueOf(Expression<T> expression) {
    return connection.scalar(select(expression).where(id.eq(1)));
  }

  @Test
  void ranges_ofNumbers_comeBackAsTheServerKeepsThem() {
    Column<Range<Integer>> value = store(
        PostgresqlTypes.INT4RANGE,
        Range.of(1, 5),
        Range.closed(1, 5),
        Range.of(null, 3),
        Range.of(7, null),
        Range.ofNothing(),
        null);
    assertThat(read(value))
        .containsExactly(
            Range.of(1, 5),
            Range.of(1, 6),
            Range.of(null, 3),
            Range.of(7, null),
            Range.ofNothing(),
            null);
    assertThat(idsWhere(range(value).containsValue(5))).containsExactly(2);
    assertThat(idsWhere(range(value).contains(Range.of(2, 3)))).containsExactly(1, 2, 3);
    assertThat(idsWhere(range(value).overlaps(Range.of(5, 8)))).containsExactly(2, 4);
    assertThat(idsWhere(range(value).containedBy(Range.of(0, 5)))).containsExactly(1, 5);
    assertThat(idsWhere(range(value).isLeftOf(Range.of(5, 6)))).containsExactly(1, 3);
    assertThat(idsWhere(range(value).isRightOf(Range.of(0, 1)))).containsExactly(1, 2, 4);
    assertThat(idsWhere(range(value).isAdjacentTo(Range.of(5, 6)))).containsExactly(1);
    assertThat(idsWhere(range(value).doesNotExtendRightOf(Range.of(1, 5)))).containsExactly(1, 3);
    assertThat(idsWhere(range(value).doesNotExtendLeftOf(Range.of(1, 5)))).containsExactly(1, 2, 4);
    assertThat(valueOf(range(value).union(Range.of(5, 9)))).isEqualTo(Range.of(1, 9));
    assertThat(valueOf(range(value).intersection(Range.of(3, 9)))).isEqualTo(Range.of(3, 5));
    assertThat(valueOf(range(value).difference(Range.of(3, 9)))).isEqualTo(Range.of(1, 3));
    assertThat(idsWhere(value.eq(Range.of(1, 5)))).containsExactly(1);
  }

  @Test
  void ranges_ofOtherTypes_comeBack() {
    comesBack(PostgresqlTypes.INT8RANGE, Range.of(1L, 1L << 40));
    comesBack(
        PostgresqlTypes.NUMRANGE, Range.closed(new BigDecimal("-1.50"), new BigDecimal("2.25")));
    comesBack(
        PostgresqlTypes.DATERANGE, Range.of(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1)));
    LocalDateTime noon = LocalDateTime.of(2024, 2, 29, 12, 0, 0, 1_000);
    comesBack(PostgresqlTypes.TSRANGE, Range.open(noon, noon.plusDays(1)));
    Instant moment = Instant.parse("2024-02-29T12:00:00.000001Z");
    comesBack(PostgresqlTypes.TSTZRANGE, Range.of(moment, null));
  }

  private <T> void comesBack(SqlType<T> type, T value) {
    assertThat(read(store(type, value))).containsExactly(value);
    connection.rollback();
  }

  @Test
  void multiranges_values_comeBackJoined() {
    Column<List<Range<Integer>>> value = store(
        PostgresqlTypes.INT4MULTIRANGE,
        List.of(Range.of(1, 3), Range.of(3, 5), Range.of(9, null)),
        List.of());
    assertThat(read(value)).containsExactly(List.of(Range.of(1, 5), Range.of(9, null)), List.of());
    assertThat(idsWhere(multirange(value).containsValue(10))).containsExactly(1);
    assertThat(valueOf(multirange(value).difference(List.of(Range.of(2, 3)))))
        .containsExactly(Range.of(1, 2), Range.of(3, 5), Range.of(9, null));
  }

  @Test
  void network_addresses_comeBack() throws UnknownHostException {
    InetAddress four = InetAddress.getByName("192.168.0.1");
    InetAddress six = InetAddress.getByName("2001:db8::1");
    Column<InetAddress> value = store(PostgresqlTypes.INET, four, six);
    assertThat(read(value)).containsExactly(four, six);
    assertThat(idsWhere(value.eq(six))).containsExactly(2);
    assertThat(idsWhere(value.in(four, six))).containsExactly(1, 2);
  }

  @Test
  void texts_ofTheServer_comeBack() {
    comesBack(PostgresqlTypes.CIDR, "10.1.0.0/16");
    comesBack(PostgresqlTypes.MACADDR, "08:00:2b:01:02:03");
    comesBack(PostgresqlTypes.MACADDR8, "08:00:2b:01:02:03:04:05");
    comesBack(PostgresqlTypes.BIT(5), "01011");
    comesBack(PostgresqlTypes.VARBIT(5), "010");
    comesBack(PostgresqlTypes.OID, 4_000_000_000L);
    comesBack(PostgresqlTypes.MONEY, new BigDecimal("-1234567.89"));
    comesBack(PostgresqlTypes.PERIOD, Period.of(1, 2, -3));
  }

  @Test
  void period_ofHours_isRefusedWhenRead() {
    Column<Duration> hours = store(SqlTypes.INTERVAL, Duration.ofHours(5));
    assertThatThrownBy(() -> valueOf(hours.readAs(PostgresqlTypes.PERIOD)))
        .hasMessageContaining("it holds hours")
        .hasMessageEndingWith("[ENG-120]");
  }

  @Test
  void documents_search_matches() {
    Column<String> value = store(SqlTypes.TEXT, "The quick brown foxes", "A lazy dog");
    assertThat(idsWhere(matches(document("english", value), search("english", "fox"))))
        .containsExactly(1);
    assertThat(connection.scalar(select(document("simple", value)).where(id.eq(2))))
        .isEqualTo("'a':1 'dog':3 'lazy':2");
  }

  @Test
  void json_binary_hasOperatorsOfItsOwn() {
    Json first = Json.of(Map.of("a", 1, "b", Map.of("c", "x")));
    Column<Json> value = store(SqlTypes.JSONB, first, Json.of(Map.of("b", 2)));
    assertThat(idsWhere(jsonContains(value, Json.of(Map.of("a", 1))))).containsExactly(1);
    assertThat(idsWhere(jsonContainedBy(value, Json.of(Map.of("b", 2, "z", 3)))))
        .containsExactly(2);
    assertThat(idsWhere(hasKey(value, "a"))).containsExactly(1);
    assertThat(idsWhere(hasAllKeys(value, List.of("a", "b")))).containsExactly(1);
    assertThat(idsWhere(hasAnyKey(value, List.of("a", "b")))).containsExactly(1, 2);
    assertThat(idsWhere(pathExists(value, "$.b.c"))).containsExactly(1);
    assertThat(idsWhere(pathMatches(value, "$.b == 2"))).containsExactly(2);
    assertThat(valueOf(merged(value, Json.of(Map.of("a", 9)))))
        .isEqualTo(Json.of(Map.of("a", 9, "b", Map.of("c", "x"))));
    assertThat(valueOf(withoutPath(value, List.of("b", "c"))))
        .isEqualTo(Json.of(Map.of("a", 1, "b", Map.of())));
    assertThat(idsWhere(value.eq(first))).containsExactly(1);
  }

  @Test
  void maps_ofText_comeBack() {
    connection.execute(Sql.text("CREATE EXTENSION IF NOT EXISTS hstore"));
    Map<String, String> map = new HashMap<>();
    map.put("a", "it's \"q\" \\ => ,");
    map.put("b", null);
    Column<Map<String, String>> value = store(PostgresqlTypes.HSTORE, map, Map.of());
    assertThat(read(value)).containsExactly(map, Map.of());
    assertThat(valueOf(valueAt(value, "a"))).isEqualTo("it's \"q\" \\ => ,");
    assertThat(idsWhere(hasKey(value, "b"))).containsExactly(1);
  }

  @Test
  void text_withoutCase_comparesSo() {
    connection.execute(Sql.text("CREATE EXTENSION IF NOT EXISTS citext"));
    Column<String> value = store(PostgresqlTypes.CITEXT, "Ann");
    assertThat(idsWhere(value.eq("aNN"))).containsExactly(1);
    assertThat(read(value)).containsExactly("Ann");
  }

  @Test
  @Parity("ORM-TYP-22")
  void enum_asNative_isCreatedAndDroppedWithItsTable(TestDatabase database) {
    EnumType<TimeUnit> type = EnumType.of(TimeUnit.class).asNative().named("unit");
    MetaData metadata = new MetaData();
    Table units = Table.of("units", metadata, column("u", type), column("v", SqlTypes.ARRAY(type)));
    database.recorder().clear();
    metadata.createAll(connection);
    metadata.createAll(connection);
    metadata.dropAll(connection);
    database
        .recorder()
        .assertStatements(
            sql(
                "CREATE TYPE unit AS ENUM ('NANOSECONDS', 'MICROSECONDS', 'MILLISECONDS', 'SECONDS',"
                    + " 'MINUTES', 'HOURS', 'DAYS')"),
            sql("CREATE TABLE units ( u unit, v unit[] )"),
            sql("DROP TABLE units"),
            sql("DROP TYPE unit"));
    metadata.createAll(connection);
    connection.execute(insert(units).values(row("u", TimeUnit.DAYS, "v", List.of(TimeUnit.HOURS))));
    assertThat(connection.scalar(select(units.<List<TimeUnit>>c("v"))))
        .containsExactly(TimeUnit.HOURS);
  }

  @Test
  void types_onAnotherDatabase_areRefusedByName() {
    assertThatThrownBy(() ->
            new io.aludel.dialect.sqlite.SqliteDialect().types().spell(PostgresqlTypes.INT4RANGE))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("INT4RANGE")
        .hasMessageContaining("sqlite");
  }

  @Test
  void types_misuse_isRefused() {
    assertThatThrownBy(() -> PostgresqlTypes.BIT(0)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> Range.of(5, 1)).isInstanceOf(ArgumentException.class);
  }
}
