package io.aludel.dialect.postgresql;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.Engine;
import io.aludel.engine.StatementException;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Requires;
import io.aludel.testing.StatementRecorder;
import io.aludel.types.ConvertedType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactTypes;
import io.aludel.types.Json;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same values are stored, and the same refused, whether they go to PostgreSQL one by one or as lists. */
@ForEachDatabase
@Requires(Capability.RANGES)
class ListedValuesTest {
  private static final int FEW = 255;
  private static final int MANY = 256;

  private enum Colour {
    RED,
    LIGHT_BLUE
  }

  /** Text that is stored in capitals. */
  private record Shouted() implements ConvertedType<String, String> {
    @Override
    public SqlType<String> stored() {
      return SqlTypes.STRING(20);
    }

    @Override
    public Class<String> javaType() {
      return String.class;
    }

    @Override
    public String toStored(String value) {
      return value.toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public String fromStored(String stored) {
      return stored;
    }
  }

  /** The driver remembers the types of the last values of a text, so that each table has its own. */
  private int tables;

  private Connection connection;
  private StatementRecorder recorder;

  @BeforeEach
  void open(Engine engine, StatementRecorder given) {
    connection = engine.connect();
    recorder = given;
  }

  @AfterEach
  void close() {
    connection.close();
    recorder.clear();
  }

  /** What comes back of values that are inserted among so many rows. */
  private List<@Nullable Object> stored(SqlType<?> type, int rows, boolean asList, List<?> values) {
    Column<Integer> id =
        column("id", SqlTypes.INTEGER).primaryKey().autoincrement(Autoincrement.NEVER);
    Column<?> v = column("v", type);
    MetaData metadata = new MetaData();
    Table table = Table.of("stored_" + ++tables, metadata, id, v);
    metadata.createAll(connection);
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("id", i);
      row.put("v", i < values.size() ? values.get(i) : null);
      all.add(row);
    }
    recorder.clear();
    connection.execute(insert(table), all);
    assertThat(recorder.statements())
        .extracting(ExecutedStatement::sql)
        .allSatisfy(sql -> assertThat(sql.contains("unnest")).as(sql).isEqualTo(asList));
    List<@Nullable Object> found = new ArrayList<>();
    connection
        .execute(select(v).where(id.lt(values.size())).orderBy(id))
        .forEach(row -> found.add(row.asList().get(0)));
    recorder.clear();
    connection.rollback();
    return found;
  }

  /** The values come back as they do when each is sent by itself. */
  private List<@Nullable Object> same(SqlType<?> type, @Nullable Object... values) {
    List<@Nullable Object> given = Arrays.asList(values);
    List<@Nullable Object> one = stored(type, FEW, false, given);
    List<@Nullable Object> listed = stored(type, MANY, true, given);
    assertThat(listed).isEqualTo(one);
    return listed;
  }

  private void comesBack(SqlType<?> type, @Nullable Object... values) {
    assertThat(same(type, values)).isEqualTo(Arrays.asList(values));
  }

  /** The value is refused in the same words as by itself. */
  private AludelException refused(SqlType<?> type, Object value) {
    List<AludelException> failures = new ArrayList<>();
    for (int rows : new int[] {FEW, MANY}) {
      try {
        stored(type, rows, rows == MANY, List.of(value));
      } catch (AludelException e) {
        failures.add(e);
      }
      connection.rollback();
    }
    assertThat(failures).as("%s as %s", value, type).hasSize(2);
    assertThat(failures.get(1)).hasSameClassAs(failures.get(0));
    assertThat(failures.get(1).code()).isEqualTo(failures.get(0).code());
    return failures.get(1);
  }

  @Test
  void integers_comeBack() {
    comesBack(SqlTypes.TINYINT, Byte.MIN_VALUE, null, Byte.MAX_VALUE);
    comesBack(SqlTypes.SMALLINT, Short.MIN_VALUE, null, Short.MAX_VALUE);
    comesBack(SqlTypes.INTEGER, Integer.MIN_VALUE, null, Integer.MAX_VALUE);
    comesBack(SqlTypes.BIGINT, Long.MIN_VALUE, null, Long.MAX_VALUE);
  }

  @Test
  void fractions_comeBack() {
    comesBack(
        SqlTypes.REAL, Float.NaN, Float.NEGATIVE_INFINITY, -0.0f, Float.MIN_VALUE, 0.1f, null);
    comesBack(
        SqlTypes.DOUBLE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        0.1,
        null);
  }

  @Test
  void numbers_comeBackWithTheirScale() {
    comesBack(
        SqlTypes.NUMERIC,
        new BigDecimal("1.500"),
        new BigDecimal("-0.00"),
        null,
        new BigDecimal("1E-30"),
        new BigDecimal("123456789012345678901234567890.5"));
    assertThat(same(SqlTypes.NUMERIC, new BigDecimal("1.5E+20")))
        .containsExactly(new BigDecimal("150000000000000000000"));
    assertThat(same(SqlTypes.NUMERIC(10, 2), new BigDecimal("2.345"), new BigDecimal("1E+3")))
        .containsExactly(new BigDecimal("2.35"), new BigDecimal("1000.00"));
    refused(SqlTypes.NUMERIC(5, 2), new BigDecimal("1000"));
  }

  @Test
  void text_comesBackWhateverItIs() {
    Object[] texts = {
      "",
      null,
      "NULL",
      "null",
      "'",
      "\"",
      "\\",
      "\\\\",
      "{}",
      "{a,b}",
      "a,b",
      " a ",
      "\t\n\r",
      "\\N",
      "\\x41",
      "é€😀",
      "x".repeat(5_000),
      "$1",
      "?",
      ":a"
    };
    comesBack(SqlTypes.STRING, texts);
    comesBack(SqlTypes.TEXT, texts);
    comesBack(ExactTypes.VARCHAR(5_000), texts);
  }

  @Test
  void text_thatIsNone_isTreatedAlike() {
    same(SqlTypes.STRING, "half \ud83d of one", "\ude00");
    assertThat(refused(SqlTypes.STRING, "a\0b")).isInstanceOf(DatabaseException.class);
  }

  @Test
  void text_ofALength_isPaddedOrRefusedAndNeverCut() {
    assertThat(same(ExactTypes.CHAR(4), "a", "abcd", "", null, "a    "))
        .containsExactly("a   ", "abcd", "    ", null, "a   ");
    assertThat(same(SqlTypes.STRING(5), "abcde", "ab         ", null))
        .containsExactly("abcde", "ab   ", null);
    assertThat(refused(SqlTypes.STRING(5), "abcdef")).isInstanceOf(DatabaseException.class);
    assertThat(refused(ExactTypes.CHAR(4), "abcde")).isInstanceOf(DatabaseException.class);
  }

  @Test
  void otherPlainTypes_comeBack() {
    comesBack(SqlTypes.BOOLEAN, true, null, false);
    comesBack(SqlTypes.UUID, new UUID(0, 0), null, new UUID(-1, -1));
    comesBack(SqlTypes.ENUM(Colour.class), Colour.LIGHT_BLUE, null, Colour.RED);
    comesBack(SqlTypes.ENUM("a", "b'\"\\"), "b'\"\\", null, "a");
    comesBack(
        EnumType.of(Colour.class).storedAs(c -> c == Colour.RED ? "{r}" : "NULL"),
        Colour.LIGHT_BLUE,
        null,
        Colour.RED);
  }

  @Test
  void dates_comeBackAlsoTheFirstAndTheLast() {
    comesBack(
        SqlTypes.DATE,
        LocalDate.of(2024, 2, 29),
        null,
        LocalDate.of(1, 1, 1),
        LocalDate.of(0, 12, 31),
        LocalDate.of(-4_711, 1, 1),
        LocalDate.of(12_345, 6, 7),
        LocalDate.MIN,
        LocalDate.MAX);
    comesBack(
        SqlTypes.TIMESTAMP,
        LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000),
        null,
        LocalDateTime.of(0, 1, 1, 0, 0),
        LocalDateTime.of(-4_711, 1, 1, 1, 2, 3, 4_000),
        LocalDateTime.of(294_275, 12, 31, 23, 59, 59),
        LocalDateTime.MIN,
        LocalDateTime.MAX);
    same(
        SqlTypes.TIMESTAMP_WITH_TIME_ZONE,
        OffsetDateTime.of(2024, 2, 29, 1, 2, 3, 4_000, ZoneOffset.ofHoursMinutes(5, 45)),
        null,
        OffsetDateTime.of(0, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
        OffsetDateTime.of(294_275, 12, 31, 23, 0, 0, 0, ZoneOffset.ofHours(-14)),
        OffsetDateTime.of(-4_711, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(14)),
        OffsetDateTime.MIN,
        OffsetDateTime.MAX);
    comesBack(
        SqlTypes.INSTANT,
        Instant.parse("2024-02-29T23:59:59.123456Z"),
        null,
        Instant.EPOCH,
        Instant.parse("-0044-03-15T12:00:00Z"));
  }

  @Test
  void fractionsOfSeconds_areCutOff() {
    LocalTime time = LocalTime.of(23, 59, 59, 999_999_999);
    assertThat(same(SqlTypes.TIME, time, null, LocalTime.MIDNIGHT, LocalTime.of(1, 2)))
        .containsExactly(
            LocalTime.of(23, 59, 59, 999_999_000), null, LocalTime.MIDNIGHT, LocalTime.of(1, 2));
    LocalDate day = LocalDate.of(-43, 3, 15);
    assertThat(same(SqlTypes.TIMESTAMP, day.atTime(time)))
        .containsExactly(day.atTime(23, 59, 59, 999_999_000));
    assertThat(same(SqlTypes.INSTANT, Instant.parse("1969-12-31T23:59:59.999999999Z")))
        .containsExactly(Instant.parse("1969-12-31T23:59:59.999999Z"));
    same(SqlTypes.TIMESTAMP_WITH_TIME_ZONE, day.atTime(time).atOffset(ZoneOffset.ofHours(-7)));
  }

  @Test
  void dates_beyondTheDatabase_areRefusedInTheSameWords() {
    assertThat(refused(SqlTypes.DATE, LocalDate.of(-4_713, 1, 1)))
        .isInstanceOf(AludelException.class)
        .hasMessageContaining("of the year -4713");
    refused(SqlTypes.TIMESTAMP, LocalDateTime.of(300_000, 1, 1, 0, 0));
    refused(SqlTypes.TIMESTAMP_WITH_TIME_ZONE, LocalDateTime.MIN.atOffset(ZoneOffset.UTC));
    refused(SqlTypes.INSTANT, Instant.MIN);
    refused(SqlTypes.INSTANT, Instant.parse("+300000-01-01T00:00:00Z"));
  }

  @Test
  void variantsAndExactTypes_goAsTheTypeTheyAreHere() {
    comesBack(SqlTypes.STRING.withVariant(ExactTypes.TEXT, "postgresql"), "a", null, "{b}");
    comesBack(SqlTypes.BIGINT.withVariant(ExactTypes.BIGINT, "sqlite"), 1L, null);
    comesBack(ExactTypes.DECIMAL(12, 3), new BigDecimal("1.250"), null);
    comesBack(ExactTypes.DOUBLE_PRECISION, 0.25, null);
  }

  @Test
  void typesThatCannotBeLists_goOneByOne() throws Exception {
    assertThat(stored(SqlTypes.JSON, MANY, false, List.of(Json.parse("{\"a\": [1, null]}"))))
        .hasToString("[{\"a\":[1,null]}]");
    assertThat(stored(SqlTypes.JSONB, MANY, false, List.of(Json.parse("\"x\""))))
        .hasToString("[\"x\"]");
    oneByOne(SqlTypes.ARRAY(SqlTypes.INTEGER), List.of(1, 2, 3));
    oneByOne(SqlTypes.ENUM(Colour.class).asNative(), Colour.LIGHT_BLUE);
    oneByOne(SqlTypes.INET, InetAddress.getByName("127.0.0.1"));
    oneByOne(SqlTypes.INTERVAL, Duration.ofSeconds(12, 5_000));
    assertThat(stored(new Shouted(), MANY, false, Arrays.asList("a", null)))
        .containsExactly("A", null);
    assertThat((byte[])
            stored(SqlTypes.BINARY, MANY, false, List.of(new byte[] {0, -1})).get(0))
        .containsExactly(0, -1);
  }

  private void oneByOne(SqlType<?> type, Object value) {
    assertThat(stored(type, MANY, false, Arrays.asList(value, null))).containsExactly(value, null);
  }

  /** Each value that its type cannot take, the class that a driver or an array would stumble over. */
  @Test
  void valuesOfAnotherClass_areRefusedByUs() {
    refusedByUs(SqlTypes.TINYINT, 1);
    refusedByUs(SqlTypes.INTEGER, 1L);
    refusedByUs(SqlTypes.BIGINT, 1);
    refusedByUs(SqlTypes.REAL, 1.0);
    refusedByUs(SqlTypes.DOUBLE, "1");
    refusedByUs(SqlTypes.NUMERIC, "1");
    refusedByUs(SqlTypes.NUMERIC, 1);
    refusedByUs(SqlTypes.STRING, 1);
    refusedByUs(SqlTypes.BOOLEAN, "true");
    refusedByUs(SqlTypes.DATE, "2024-01-01");
    refusedByUs(SqlTypes.DATE, LocalDateTime.of(2024, 1, 1, 0, 0));
    refusedByUs(SqlTypes.TIME, "10:00");
    refusedByUs(SqlTypes.TIMESTAMP, LocalDate.EPOCH);
    refusedByUs(SqlTypes.INSTANT, "now");
    refusedByUs(SqlTypes.TIMESTAMP_WITH_TIME_ZONE, LocalDate.EPOCH);
    refusedByUs(SqlTypes.INSTANT, OffsetDateTime.MAX);
    refusedByUs(SqlTypes.TIMESTAMP_WITH_TIME_ZONE, Instant.EPOCH);
  }

  private void refusedByUs(SqlType<?> type, Object value) {
    assertThat(refused(type, value))
        .isInstanceOf(StatementException.class)
        .isNotInstanceOf(DatabaseException.class);
  }

  @Test
  void uuid_ofAnotherClass_isRefused() {
    assertThatThrownBy(() -> stored(SqlTypes.UUID, MANY, true, List.of("no")))
        .isInstanceOf(StatementException.class)
        .isNotInstanceOf(ArgumentException.class);
  }
}
