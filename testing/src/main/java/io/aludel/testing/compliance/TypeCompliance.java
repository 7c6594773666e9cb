package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.nullValue;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.dialect.TypeCompiler;
import io.aludel.dialect.mysql.MysqlTypes;
import io.aludel.engine.DataException;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values of the generic types come back as they went, or are refused; none is bent. */
public abstract class TypeCompliance {
  /** For the classes of authors. */
  protected TypeCompliance() {}

  /** Stores values and a null and reads them back. Keys begin with 1, for to MySQL 0 means none. */
  @SafeVarargs
  static <T> void comeBack(TestDatabase database, SqlType<T> type, T... values) {
    Engine engine = database.engine();
    Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
    Column<T> val = column("val", type);
    MetaData metadata = new MetaData();
    Table table = Table.of("kept_values", metadata, id, val);
    metadata.createAll(engine);
    engine.inTransaction(connection -> {
      for (int i = 0; i < values.length; i++) {
        connection.execute(insert(table).values(row("id", i + 1, "val", values[i])));
      }
      connection.execute(insert(table).values(row("id", values.length + 1, "val", nullValue())));
      List<T> read = connection.scalars(select(val).orderBy(id)).all();
      assertNull(read.get(values.length), "a null of " + type);
      for (int i = 0; i < values.length; i++) {
        T value = read.get(i);
        assertTrue(
            value != null && type.sameValue(value, values[i]),
            values[i] + " of " + type + " came back as " + value);
      }
    });
    metadata.dropAll(engine);
  }

  /** Fails unless a value comes back where it is declared, and is refused elsewhere. */
  static <T> void isKept(TestDatabase database, Capability capability, SqlType<T> type, T value) {
    if (database.has(capability)) {
      comeBack(database, type, value);
    } else {
      assertThrows(ArgumentException.class, () -> comeBack(database, type, value));
    }
  }

  @Test
  void numbers_extremes_comeBack(TestDatabase database) {
    comeBack(database, SqlTypes.BOOLEAN, true, false);
    comeBack(database, SqlTypes.TINYINT, Byte.MIN_VALUE, Byte.MAX_VALUE);
    comeBack(database, SqlTypes.SMALLINT, Short.MIN_VALUE, Short.MAX_VALUE);
    comeBack(database, SqlTypes.INTEGER, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
    comeBack(database, SqlTypes.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE);
    comeBack(database, SqlTypes.REAL, 0.1f, Float.MAX_VALUE);
    comeBack(database, SqlTypes.DOUBLE, 0.1, -Double.MAX_VALUE, Double.MIN_NORMAL);
    comeBack(
        database, SqlTypes.NUMERIC(12, 2), new BigDecimal("-1234567890.12"), new BigDecimal("3"));
    comeBack(database, SqlTypes.NUMERIC, new BigDecimal("1.5"), new BigDecimal("-0.00000001"));
  }

  @Test
  @Tries({Capability.EXACT_DECIMALS, Capability.INFINITY, Capability.NOT_A_NUMBER})
  void numbers_beyondDoubles_areKeptWhereDeclared(TestDatabase database) {
    isKept(
        database,
        Capability.EXACT_DECIMALS,
        SqlTypes.NUMERIC(30, 10),
        new BigDecimal("12345678901234567890.1234567891"));
    isKept(database, Capability.INFINITY, SqlTypes.DOUBLE, Double.NEGATIVE_INFINITY);
    isKept(database, Capability.NOT_A_NUMBER, SqlTypes.DOUBLE, Double.NaN);
  }

  @Test
  @Requires(Capability.UNSIGNED_NUMBERS)
  void numbers_withoutASign_areUpToTwiceAsLarge(TestDatabase database) {
    comeBack(database, MysqlTypes.TINYINT_UNSIGNED, (short) 0, (short) 255);
    comeBack(
        database,
        MysqlTypes.BIGINT_UNSIGNED,
        BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
    assertThrows(
        DataException.class, () -> comeBack(database, MysqlTypes.TINYINT_UNSIGNED, (short) -1));
  }

  @Test
  void text_anyCharacters_comesBack(TestDatabase database) {
    String[] values = {"", " ", "it's", "a\\b\\", "100%_\"`[]", "line\nfeed", "\u4e2d 😀", "? :x"};
    comeBack(database, SqlTypes.STRING(40), values);
    comeBack(database, SqlTypes.STRING, values);
    comeBack(database, SqlTypes.TEXT, "long ".repeat(20_000));
  }

  @Test
  @Tries(Capability.TEXT_LENGTH_LIMITS)
  void text_tooLong_isRefusedOrKeptWhole(TestDatabase database) {
    if (database.has(Capability.TEXT_LENGTH_LIMITS)) {
      assertThrows(DataException.class, () -> comeBack(database, SqlTypes.STRING(3), "too long"));
    } else {
      comeBack(database, SqlTypes.STRING(3), "too long");
    }
  }

  @Test
  void bytesAndUuids_extremes_comeBack(TestDatabase database) {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    comeBack(database, SqlTypes.BINARY, all, new byte[0], new byte[100_000]);
    comeBack(database, SqlTypes.BINARY(16), new byte[] {0, -1});
    comeBack(database, SqlTypes.UUID, new UUID(0, 0), new UUID(-1, -1), new UUID(1L << 63, 7));
  }

  @Test
  @Tries({Capability.YEAR_ZERO, Capability.FAR_YEARS})
  void dates_ofAllYears_areKeptWhereDeclared(TestDatabase database) {
    comeBack(database, SqlTypes.DATE, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    LocalDate beforeChrist = LocalDate.of(0, 1, 1);
    isKept(database, Capability.YEAR_ZERO, SqlTypes.DATE, beforeChrist);
    isKept(database, Capability.FAR_YEARS, SqlTypes.DATE, LocalDate.of(-1, 1, 1));
    isKept(database, Capability.FAR_YEARS, SqlTypes.DATE, LocalDate.of(10_000, 1, 1));
  }

  @Test
  @Tries(Capability.NANOSECONDS)
  void times_fractions_areKeptOrCutNeverRounded(TestDatabase database) {
    LocalDateTime whole = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000);
    comeBack(database, SqlTypes.TIMESTAMP, whole, LocalDateTime.of(1900, 1, 1, 0, 0));
    comeBack(database, SqlTypes.TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000));
    LocalDateTime finer = whole.withNano(999_999_999);
    LocalDateTime kept = database.has(Capability.NANOSECONDS) ? finer : whole;
    People people = People.in(database.engine());
    LocalDateTime read = database
        .engine()
        .fromTransaction(connection ->
            connection.scalar(select(literal(finer, SqlTypes.TIMESTAMP).as("moment"))
                .from(people.table)
                .limit(1)));
    assertEquals(kept, read);
  }

  @Test
  void instants_anyZoneOfTheJvm_areTheSame(TestDatabase database) {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      comeBack(
          database, SqlTypes.INSTANT, Instant.EPOCH, Instant.parse("2024-02-29T23:59:59.123456Z"));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  @Tries(Capability.KEEPS_OFFSET)
  void offsets_ofTimestamps_areKeptWhereDeclared(TestDatabase database) {
    OffsetDateTime value = OffsetDateTime.of(2024, 7, 1, 12, 0, 0, 0, ZoneOffset.ofHours(5));
    Engine engine = database.engine();
    Column<OffsetDateTime> val = column("val", SqlTypes.TIMESTAMP_WITH_TIME_ZONE);
    MetaData metadata = new MetaData();
    Table table = Table.of("moments", metadata, val);
    metadata.createAll(engine);
    OffsetDateTime read = engine.fromTransaction(connection -> {
      connection.execute(insert(table).values(row("val", value)));
      return connection.scalar(select(val));
    });
    assertTrue(read != null && read.isEqual(value), value + " came back as " + read);
    assertEquals(database.has(Capability.KEEPS_OFFSET), value.equals(read));
  }

  @Test
  void intervals_manyLengths_comeBack(TestDatabase database) {
    comeBack(
        database,
        SqlTypes.INTERVAL,
        Duration.ZERO,
        Duration.ofDays(400).plusNanos(123_456_000),
        Duration.ofHours(-49));
  }

  @Test
  @Tries({Capability.NATIVE_UUID, Capability.NATIVE_INTERVAL, Capability.NATIVE_BOOLEAN})
  void spelling_ofNativeTypes_isAsDeclared(TestDatabase database) {
    TypeCompiler types = database.engine().dialect().types();
    assertEquals(
        database.has(Capability.NATIVE_UUID), !types.spell(SqlTypes.UUID).equals("CHAR(32)"));
    boolean interval = types.spell(SqlTypes.INTERVAL).startsWith("INTERVAL");
    assertEquals(database.has(Capability.NATIVE_INTERVAL), interval);
    boolean truth = types.permitted(SqlTypes.CHECKED_BOOLEAN) == null;
    assertEquals(database.has(Capability.NATIVE_BOOLEAN), truth);
  }
}
