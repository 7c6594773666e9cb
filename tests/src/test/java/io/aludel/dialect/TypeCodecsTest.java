package io.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of each type, at their extremes, come back as they went. Dates have a test of their own. */
@ForEachDatabase
@Parity({"ORM-TYP-01", "ORM-TYP-16"})
class TypeCodecsTest {
  private enum Size {
    SMALL,
    TALL {
      @Override
      public String toString() {
        return "very tall";
      }
    }
  }

  private PlainDatabase plain;
  private TestDatabase database;

  @BeforeEach
  void connect(TestDatabase database) throws SQLException {
    this.database = database;
    plain = PlainDatabase.open(database);
  }

  @AfterEach
  void disconnect() throws SQLException {
    plain.close();
  }

  @SafeVarargs
  private <T> void roundTrip(SqlType<T> type, T... values) throws SQLException {
    plain.createTable("t", type);
    for (int i = 0; i < values.length; i++) {
      plain.insert("t", i, type, values[i]);
    }
    plain.insert("t", values.length, type, null);
    List<@Nullable T> read = plain.read("SELECT v FROM t ORDER BY id", type);
    assertThat(read).hasSize(values.length + 1);
    assertThat(read.get(values.length)).isNull();
    for (int i = 0; i < values.length; i++) {
      T value = Objects.requireNonNull(read.get(i), "row " + i);
      assertThat(value).hasSameClassAs(values[i]);
      assertThat(type.sameValue(value, values[i]))
          .as("%s came back as %s", values[i], value)
          .isTrue();
    }
  }

  /** Each value, bound once more, finds its own row and no other. */
  @SafeVarargs
  private <T> void find(SqlType<T> type, T... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      String sql = "SELECT id FROM t WHERE v = ?";
      assertThat(plain.read(sql, SqlTypes.INTEGER, type, values[i]))
          .as("%s", values[i])
          .containsExactly(i);
    }
  }

  @Test
  @Parity("ORM-TYP-05")
  void boolean_both_comeBack() throws SQLException {
    roundTrip(SqlTypes.BOOLEAN, true, false);
    find(SqlTypes.BOOLEAN, true, false);
  }

  @Test
  void tinyint_extremes_comeBack() throws SQLException {
    Byte[] values = {Byte.MIN_VALUE, -1, 0, Byte.MAX_VALUE};
    roundTrip(SqlTypes.TINYINT, values);
    find(SqlTypes.TINYINT, values);
  }

  @Test
  void smallint_extremes_comeBack() throws SQLException {
    Short[] values = {Short.MIN_VALUE, -1, 0, Short.MAX_VALUE};
    roundTrip(SqlTypes.SMALLINT, values);
    find(SqlTypes.SMALLINT, values);
  }

  @Test
  void integer_extremes_comeBack() throws SQLException {
    Integer[] values = {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE};
    roundTrip(SqlTypes.INTEGER, values);
    find(SqlTypes.INTEGER, values);
  }

  @Test
  void bigint_extremes_comeBack() throws SQLException {
    Long[] values = {Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE};
    roundTrip(SqlTypes.BIGINT, values);
    find(SqlTypes.BIGINT, values);
  }

  @Test
  void integer_numberTooLargeForTheType_isRefusedNotCut() throws SQLException {
    plain.createTable("t", SqlTypes.BIGINT);
    plain.insert("t", 1, SqlTypes.BIGINT, 1L << 40);
    assertThatThrownBy(() -> plain.read("SELECT v FROM t", SqlTypes.INTEGER))
        .satisfies(this::isConversion);
    assertThatThrownBy(() -> plain.read("SELECT v FROM t", SqlTypes.SMALLINT))
        .satisfies(this::isConversion);
    assertThatThrownBy(() -> plain.read("SELECT v FROM t", SqlTypes.TINYINT))
        .satisfies(this::isConversion);
  }

  /** Either the driver said so, or we did. */
  private void isConversion(Throwable thrown) {
    if (thrown instanceof AludelException ours) {
      assertThat(ours.code()).isEqualTo(CoreError.VALUE_CONVERSION);
    } else {
      assertThat(thrown).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void real_extremes_comeBack() throws SQLException {
    roundTrip(
        SqlTypes.REAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_NORMAL,
        0f,
        0.1f,
        16777217f,
        1.17549449e-38f);
  }

  @Test
  void double_extremes_comeBack() throws SQLException {
    Double[] values = {
      Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_NORMAL, 0d, 0.1d, 9007199254740993d, Math.PI
    };
    roundTrip(SqlTypes.DOUBLE, values);
    find(SqlTypes.DOUBLE, values);
  }

  @Test
  void double_notFinite_isKeptWhereDeclared() throws SQLException {
    isKept(database.has(Capability.NOT_A_NUMBER), SqlTypes.DOUBLE, Double.NaN);
    boolean infinity = database.has(Capability.INFINITY);
    isKept(infinity, SqlTypes.DOUBLE, Double.POSITIVE_INFINITY);
    isKept(infinity, SqlTypes.DOUBLE, Double.NEGATIVE_INFINITY);
  }

  private <T> void isKept(boolean kept, SqlType<T> type, T value) throws SQLException {
    plain.createTable("t", type);
    if (kept) {
      plain.insert("t", 1, type, value);
      T read = Objects.requireNonNull(
          plain.read("SELECT v FROM t", type).get(0), () -> value + " was lost");
      assertThat(type.sameValue(read, value))
          .as("%s came back as %s", value, read)
          .isTrue();
    } else {
      assertThatThrownBy(() -> plain.insert("t", 1, type, value))
          .as("%s", value)
          .isInstanceOf(ArgumentException.class)
          .hasMessageEndingWith("[SQL-102]");
    }
    plain.run("DROP TABLE t");
  }

  @Test
  @Parity("ORM-TYP-04")
  void numeric_ofFifteenDigits_comesBack() throws SQLException {
    BigDecimal[] values = {
      new BigDecimal("99999999999.9999"),
      new BigDecimal("-99999999999.9999"),
      new BigDecimal("0.0001"),
      new BigDecimal("0"),
      new BigDecimal("1.1"),
      new BigDecimal("-1.1000"),
      new BigDecimal("3"),
    };
    roundTrip(SqlTypes.NUMERIC(15, 4), values);
    find(SqlTypes.NUMERIC(15, 4), values);
  }

  @Test
  @Parity("ORM-TYP-04")
  void numeric_read_hasTheScaleOfItsType() throws SQLException {
    plain.createTable("t", SqlTypes.NUMERIC(10, 2));
    plain.insert("t", 1, SqlTypes.NUMERIC(10, 2), new BigDecimal("3"));
    plain.insert("t", 2, SqlTypes.NUMERIC(10, 2), new BigDecimal("2.5"));
    assertThat(plain.read("SELECT v FROM t ORDER BY id", SqlTypes.NUMERIC(10, 2)))
        .containsExactly(new BigDecimal("3.00"), new BigDecimal("2.50"));
  }

  @Test
  @Parity("ORM-TYP-04")
  void numeric_sum_isExact() throws SQLException {
    plain.createTable("t", SqlTypes.NUMERIC(10, 2));
    for (int i = 0; i < 10; i++) {
      plain.insert("t", i, SqlTypes.NUMERIC(10, 2), new BigDecimal("0.10"));
    }
    plain.insert("t", 10, SqlTypes.NUMERIC(10, 2), new BigDecimal("0.20"));
    BigDecimal sum = plain.read("SELECT sum(v) FROM t", SqlTypes.NUMERIC).get(0);
    assertThat(sum).isEqualByComparingTo("1.20");
    BigDecimal product =
        plain.read("SELECT max(v) * 3 FROM t", SqlTypes.NUMERIC).get(0);
    assertThat(product).isEqualByComparingTo("0.60");
  }

  @Test
  @Parity("ORM-TYP-04")
  void numeric_ofManyDigits_isKeptWhereDeclared() throws SQLException {
    boolean exact = database.has(Capability.EXACT_DECIMALS);
    for (String digits : List.of(
        "1234567890123456789012345678.0123456789",
        "9999999999999999.9",
        "9223372036854775808",
        "4503599627370497.5")) {
      isKept(exact, SqlTypes.NUMERIC(38, 10), new BigDecimal(digits));
    }
    for (String digits :
        List.of("0.0000000001", "0.12345678", "9223372036854775807", "123456789012345678")) {
      isKept(true, SqlTypes.NUMERIC(38, 10), new BigDecimal(digits));
    }
  }

  @Test
  @Parity("ORM-TYP-04")
  void numeric_withoutPrecision_keepsItsFraction() throws SQLException {
    roundTrip(
        SqlTypes.NUMERIC,
        new BigDecimal("1.5"),
        new BigDecimal("-0.00000001"),
        new BigDecimal("123456789012345"),
        new BigDecimal("1E+20"));
  }

  @Test
  void string_anyCharacters_comeBack() throws SQLException {
    String[] values = {
      "",
      " ",
      "it's",
      "a\\b\\",
      "100%_\"`[]",
      "line\nfeed\r\n\ttab",
      "Ærøskøbing \u00df",
      "\u4e2d\u6587",
      "\ud83d\ude80 e\u0301",
      "? :x ?? {d '1'} ${y}",
      "x".repeat(40)
    };
    roundTrip(SqlTypes.STRING(40), values);
    assertThat(plain.read(
            "SELECT v FROM t WHERE v = ?", SqlTypes.STRING, SqlTypes.STRING(40), "a\\b\\"))
        .containsExactly("a\\b\\");
  }

  @Test
  void string_withoutLength_comesBack() throws SQLException {
    roundTrip(SqlTypes.STRING, "x".repeat(255));
  }

  @Test
  void text_ofMegabytes_comesBack() throws SQLException {
    roundTrip(SqlTypes.TEXT, "", "\u00e9".repeat(2_000_000));
  }

  @Test
  void binary_anyBytes_comeBack() throws SQLException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    byte[] large = new byte[2_000_000];
    Arrays.fill(large, (byte) -1);
    roundTrip(SqlTypes.BINARY, all, new byte[0], new byte[] {0}, large);
  }

  @Test
  void binary_withLength_comesBackAndIsFound() throws SQLException {
    byte[][] values = {{1, 2, 3}, {0}, {}, {-1, 0}};
    roundTrip(SqlTypes.BINARY(16), values);
    find(SqlTypes.BINARY(16), values);
  }

  @Test
  @Parity("ORM-TYP-09")
  void uuid_extremes_comeBack() throws SQLException {
    UUID[] values = {
      new UUID(0, 0),
      new UUID(-1, -1),
      new UUID(0x0123456789abcdefL, 0xfedcba9876543210L),
      UUID.randomUUID()
    };
    roundTrip(SqlTypes.UUID, values);
    find(SqlTypes.UUID, values);
  }

  @Test
  @Parity("ORM-TYP-07")
  void enum_constants_areStoredByName() throws SQLException {
    SqlType<Size> type = SqlTypes.ENUM(Size.class);
    plain.createTable("t", type);
    plain.insert("t", 0, type, Size.SMALL);
    plain.insert("t", 1, type, Size.TALL);
    plain.insert("t", 2, type, null);
    assertThat(plain.read("SELECT v FROM t ORDER BY id", type))
        .containsExactly(Size.SMALL, Size.TALL, null);
    assertThat(plain.read("SELECT v FROM t ORDER BY id", SqlTypes.STRING))
        .containsExactly("SMALL", "TALL", null);
    find(type, Size.SMALL, Size.TALL);
  }

  @Test
  @Parity("ORM-TYP-07")
  void enum_unknownName_namesThoseThereAre() throws SQLException {
    plain.createTable("t", SqlTypes.STRING(10));
    plain.insert("t", 0, SqlTypes.STRING(10), "HUGE");
    assertThatThrownBy(() -> plain.read("SELECT v FROM t", SqlTypes.ENUM(Size.class)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("'HUGE'")
        .hasMessageContaining("Size")
        .hasMessageContaining("SMALL, TALL")
        .hasMessageEndingWith("[ENG-120]");
  }

  @Test
  @Parity("ORM-TYP-19")
  void unknown_value_travelsByItsOwnClass() throws SQLException {
    plain.createTable("t", SqlTypes.STRING(40));
    plain.insert("t", 0, SqlTypes.UNKNOWN, "text");
    plain.insert("t", 1, SqlTypes.UNKNOWN, null);
    plain.insert("t", 2, SqlTypes.UNKNOWN, Size.TALL);
    assertThat(plain.read("SELECT v FROM t ORDER BY id", SqlTypes.UNKNOWN))
        .containsExactly("text", null, "TALL");
  }

  @Test
  @Parity("ORM-TYP-19")
  void cast_textToEachType_isReadable() throws SQLException {
    plain.createTable("t", SqlTypes.STRING(40));
    assertThat(cast("12", SqlTypes.SMALLINT)).isEqualTo((short) 12);
    assertThat(cast("12", SqlTypes.INTEGER)).isEqualTo(12);
    assertThat(cast("12", SqlTypes.BIGINT)).isEqualTo(12L);
    assertThat(cast("1.25", SqlTypes.DOUBLE)).isEqualTo(1.25);
    assertThat(cast("1.25", SqlTypes.NUMERIC(10, 2))).isEqualByComparingTo("1.25");
    assertThat(cast("1.25", SqlTypes.NUMERIC)).isEqualByComparingTo("1.25");
    assertThat(cast("abc", SqlTypes.STRING)).isEqualTo("abc");
    assertThat(cast("abc", SqlTypes.STRING(10))).isEqualTo("abc");
    assertThat(cast("abc", SqlTypes.TEXT)).isEqualTo("abc");
    assertThat(cast("2024-02-29", SqlTypes.DATE)).isEqualTo("2024-02-29");
    assertThat(cast("13:05:00.25", SqlTypes.TIME)).isEqualTo("13:05:00.25");
    assertThat(cast("2024-02-29 13:05:00.25", SqlTypes.TIMESTAMP))
        .isEqualTo("2024-02-29T13:05:00.25");
    assertThat(cast("SMALL", SqlTypes.ENUM(Size.class))).isEqualTo(Size.SMALL);
    UUID id = UUID.randomUUID();
    assertThat(cast(id.toString().replace("-", ""), SqlTypes.UUID)).isEqualTo(id);
  }

  private <T> @Nullable T cast(String text, SqlType<T> type) throws SQLException {
    plain.run("DELETE FROM t");
    plain.insert("t", 1, SqlTypes.STRING(40), text);
    return plain
        .read("SELECT CAST(v AS " + plain.dialect.types().spellCast(type) + ") FROM t", type)
        .get(0);
  }

  @Test
  void spellings_ofAllTypes_standInOneTable() throws SQLException {
    List<SqlType<?>> types = List.of(
        SqlTypes.BOOLEAN,
        SqlTypes.TINYINT,
        SqlTypes.SMALLINT,
        SqlTypes.INTEGER,
        SqlTypes.BIGINT,
        SqlTypes.REAL,
        SqlTypes.DOUBLE,
        SqlTypes.NUMERIC,
        SqlTypes.NUMERIC(10, 2),
        SqlTypes.STRING,
        SqlTypes.STRING(10),
        SqlTypes.TEXT,
        SqlTypes.DATE,
        SqlTypes.TIME,
        SqlTypes.TIMESTAMP,
        SqlTypes.INSTANT,
        SqlTypes.TIMESTAMP_WITH_TIME_ZONE,
        SqlTypes.UUID,
        SqlTypes.BINARY,
        SqlTypes.BINARY(10),
        SqlTypes.ENUM(Size.class));
    String columns = IntStream.range(0, types.size())
        .mapToObj(i -> "c" + i + " " + plain.dialect.types().spell(types.get(i)))
        .collect(Collectors.joining(", "));
    plain.run("CREATE TABLE t (" + columns + ")");
    String marks = String.join(", ", java.util.Collections.nCopies(types.size(), "?"));
    try (var statement =
        plain.connection.prepareStatement("INSERT INTO t VALUES (" + marks + ")")) {
      for (int i = 0; i < types.size(); i++) {
        plain.dialect.types().codec(types.get(i)).binder().bind(statement, i + 1, null);
      }
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
