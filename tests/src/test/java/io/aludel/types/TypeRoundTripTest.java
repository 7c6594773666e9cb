package io.aludel.types;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.DataException;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ForEachDatabase
@Parity({"ORM-TYP-01", "ORM-TYP-16"})
class TypeRoundTripTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();

  /** Stores the values and a null, reads them back, and finds the row of the first value by it. */
  @SafeVarargs
  private <T> List<T> roundTrip(Engine engine, SqlType<T> type, T... values) {
    Column<T> value = column("val", type);
    Table table = Table.of("round_trips", metadata, id, value);
    metadata.createAll(engine);
    List<T> stored = new ArrayList<>(Arrays.asList(values));
    stored.add(null);
    return engine.fromTransaction(connection -> {
      for (int i = 0; i < stored.size(); i++) {
        connection.execute(insert(table).values(row("id", i + 1, "val", stored.get(i))));
      }
      assertThat(connection.scalars(select(id).where(value.eq(values[0]))).all())
          .contains(1);
      assertThat(connection.scalar(select(id).where(value.isNull()))).isEqualTo(stored.size());
      List<T> read = connection.scalars(select(value).orderBy(id)).all();
      assertThat(read.get(values.length)).isNull();
      return read.subList(0, values.length);
    });
  }

  @Nested
  class Numbers {
    @Test
    void integers_extremes_comeBack(Engine engine) {
      assertThat(roundTrip(engine, SqlTypes.INTEGER, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE))
          .containsExactly(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Test
    void bigints_extremes_comeBack(Engine engine) {
      assertThat(roundTrip(engine, SqlTypes.BIGINT, 0L, Long.MIN_VALUE, Long.MAX_VALUE))
          .containsExactly(0L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Test
    void smallints_extremes_comeBack(Engine engine) {
      assertThat(roundTrip(engine, SqlTypes.SMALLINT, (short) 0, Short.MIN_VALUE, Short.MAX_VALUE))
          .containsExactly((short) 0, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Test
    void tinyints_extremes_comeBack(Engine engine) {
      assertThat(roundTrip(engine, SqlTypes.TINYINT, (byte) 0, Byte.MIN_VALUE, Byte.MAX_VALUE))
          .containsExactly((byte) 0, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Test
    @Parity("ORM-TYP-04")
    void doubles_extremes_comeBack(Engine engine) {
      assertThat(roundTrip(
              engine, SqlTypes.DOUBLE, 0.0, 0.1, -1e300, 1e-300, Math.PI, 1.7976931348623157e308))
          .containsExactly(0.0, 0.1, -1e300, 1e-300, Math.PI, 1.7976931348623157e308);
    }

    @Test
    @Parity("ORM-TYP-04")
    void floats_values_comeBack(Engine engine) {
      assertThat(roundTrip(engine, SqlTypes.REAL, 0f, 0.5f, -2.25f, 1024f))
          .containsExactly(0f, 0.5f, -2.25f, 1024f);
    }

    @Test
    @Parity("ORM-TYP-04")
    void decimals_ofPrecision_comeBackExactly(Engine engine) {
      List<BigDecimal> values = List.of(
          new BigDecimal("0.01"), new BigDecimal("-99999999.99"), new BigDecimal("12345678.90"));

      assertThat(roundTrip(engine, SqlTypes.NUMERIC(10, 2), values.toArray(BigDecimal[]::new)))
          .usingElementComparator(BigDecimal::compareTo)
          .containsExactlyElementsOf(values);
    }

    @Test
    @Parity("ORM-TYP-04")
    void decimals_scale_isThatOfTheType(Engine engine) {
      assertThat(roundTrip(engine, SqlTypes.NUMERIC(10, 2), new BigDecimal("1.5"), BigDecimal.TEN))
          .containsExactly(new BigDecimal("1.50"), new BigDecimal("10.00"));
    }

    @Test
    @Parity("ORM-TYP-04")
    void decimals_manyDigits_areKeptWhereDeclared(TestDatabase database) {
      BigDecimal long30 = new BigDecimal("12345678901234567890.1234567891");
      if (database.has(Capability.EXACT_DECIMALS)) {
        assertThat(roundTrip(database.engine(), SqlTypes.NUMERIC(30, 10), long30))
            .containsExactly(long30);
      } else {
        assertThatThrownBy(() -> roundTrip(database.engine(), SqlTypes.NUMERIC(30, 10), long30))
            .isInstanceOf(ArgumentException.class)
            .hasMessageContaining("30 digits")
            .hasMessageContaining("Store it as text");
      }
    }
  }

  @Nested
  class TextAndBytes {
    @Test
    @Parity("ORM-TYP-03")
    void strings_anyCharacters_comeBack(Engine engine) {
      String[] values = {"plain", "", "it's \"quoted\" \\ ?", "äöü ß € 漢字 😀", " edges ", "a\nb\tc"
      };

      assertThat(roundTrip(engine, SqlTypes.STRING(50), values)).containsExactly(values);
    }

    @Test
    void text_long_comesBack(Engine engine) {
      String value = "long ".repeat(20_000);

      assertThat(roundTrip(engine, SqlTypes.TEXT, value)).containsExactly(value);
    }

    @Test
    @Parity("ORM-TYP-10")
    void bytes_anyValues_comeBack(Engine engine) {
      byte[] all = new byte[256];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) i;
      }

      List<byte[]> read = roundTrip(engine, SqlTypes.BINARY, all, new byte[0], new byte[100_000]);

      assertThat(read.get(0)).isEqualTo(all);
      assertThat(read.get(1)).isEmpty();
      assertThat(read.get(2)).hasSize(100_000);
    }

    @Test
    @Parity("ORM-TYP-09")
    void uuids_anyValues_comeBack(Engine engine) {
      UUID[] values = {
        UUID.fromString("00000000-0000-0000-0000-000000000000"),
        UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"),
        UUID.fromString("01234567-89ab-cdef-0123-456789abcdef")
      };

      assertThat(roundTrip(engine, SqlTypes.UUID, values)).containsExactly(values);
    }

    @Test
    @Parity("ORM-TYP-07")
    void enums_constants_areStoredByName(Engine engine) {
      assertThat(roundTrip(engine, SqlTypes.ENUM(Colour.class), Colour.RED, Colour.DARK_GREEN))
          .containsExactly(Colour.RED, Colour.DARK_GREEN);
      Table stored = metadata.table("round_trips");
      assertThat(engine.<String>fromTransaction(connection -> connection.scalar(
              select(stored.<Colour>c("val").cast(SqlTypes.STRING(20))).where(id.eq(2)))))
          .isEqualTo("DARK_GREEN");
    }

    @Test
    @Parity("ORM-TYP-07")
    void enums_unknownName_saysWhichThereAre(Engine engine) {
      Table texts = Table.of("texts", new MetaData(), column("val", SqlTypes.STRING(20)));
      Table colours = Table.of("texts", new MetaData(), column("val", SqlTypes.ENUM(Colour.class)));
      texts.create(engine);
      engine.inTransaction(
          connection -> connection.execute(insert(texts).values(row("val", "PINK"))));

      assertThatThrownBy(() -> engine.<Colour>fromTransaction(
              connection -> connection.scalar(select(colours.<Colour>c("val")))))
          .hasMessageContaining("PINK")
          .hasMessageContaining("RED")
          .hasMessageContaining("DARK_GREEN");
    }

    @Test
    @Parity("ORM-TYP-05")
    void booleans_both_comeBack(Engine engine) {
      assertThat(roundTrip(engine, SqlTypes.BOOLEAN, true, false)).containsExactly(true, false);
    }
  }

  enum Colour {
    RED,
    DARK_GREEN
  }

  @Nested
  @Parity("ORM-TYP-06")
  class Times {
    @Test
    void dates_farAndNear_comeBack(Engine engine) {
      LocalDate[] values = {
        LocalDate.of(2024, 2, 29),
        LocalDate.of(1, 1, 1),
        LocalDate.of(1582, 10, 10),
        LocalDate.of(9999, 12, 31)
      };

      assertThat(roundTrip(engine, SqlTypes.DATE, values)).containsExactly(values);
    }

    @Test
    void times_toTheMicrosecond_comeBack(Engine engine) {
      LocalTime[] values = {
        LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59), LocalTime.of(12, 30, 15, 123_456_000)
      };

      assertThat(roundTrip(engine, SqlTypes.TIME, values)).containsExactly(values);
    }

    @Test
    void timestamps_toTheMicrosecond_comeBack(Engine engine) {
      LocalDateTime[] values = {
        LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000),
        LocalDateTime.of(1900, 1, 1, 0, 0),
        LocalDateTime.of(2024, 3, 31, 2, 30),
        LocalDateTime.of(9999, 12, 31, 23, 59, 59)
      };

      assertThat(roundTrip(engine, SqlTypes.TIMESTAMP, values)).containsExactly(values);
    }

    @Test
    @Requires(Capability.NANOSECONDS)
    void timestamps_toTheNanosecond_comeBack(Engine engine) {
      LocalDateTime value = LocalDateTime.of(2024, 2, 29, 1, 2, 3, 123_456_789);

      assertThat(roundTrip(engine, SqlTypes.TIMESTAMP, value)).containsExactly(value);
    }

    @Test
    void instants_toTheMicrosecond_comeBack(Engine engine) {
      Instant[] values = {
        Instant.EPOCH,
        Instant.parse("2024-02-29T23:59:59.123456Z"),
        Instant.parse("1969-07-20T20:17:40Z")
      };

      assertThat(roundTrip(engine, SqlTypes.INSTANT, values)).containsExactly(values);
    }

    @Test
    void instants_otherTimeZoneOfTheJvm_areTheSame(Engine engine) {
      Instant value = Instant.parse("2024-07-01T12:00:00Z");
      TimeZone before = TimeZone.getDefault();
      try {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        assertThat(roundTrip(engine, SqlTypes.INSTANT, value)).containsExactly(value);
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        Column<Instant> column = metadata.table("round_trips").c("val");
        assertThat(engine.<Instant>fromTransaction(
                connection -> connection.scalar(select(column).where(id.eq(1)))))
            .isEqualTo(value);
      } finally {
        TimeZone.setDefault(before);
      }
    }

    @Test
    void offsetDateTimes_sameInstant_comesBack(TestDatabase database) {
      OffsetDateTime value = OffsetDateTime.of(2024, 7, 1, 12, 0, 0, 0, ZoneOffset.ofHours(5));

      OffsetDateTime read =
          roundTrip(database.engine(), SqlTypes.TIMESTAMP_WITH_TIME_ZONE, value).get(0);

      assertThat(read.toInstant()).isEqualTo(value.toInstant());
      if (database.has(Capability.KEEPS_OFFSET)) {
        assertThat(read).isEqualTo(value);
      }
    }

    @Test
    void times_ordered_sortByTime(Engine engine) {
      Column<LocalDateTime> when = column("val", SqlTypes.TIMESTAMP);
      Table table = Table.of("moments", metadata, id, when);
      metadata.createAll(engine);
      LocalDateTime noon = LocalDateTime.of(2024, 1, 1, 12, 0);
      engine.inTransaction(connection -> {
        connection.execute(insert(table).values(row("id", 1, "val", noon.plusNanos(1_000))));
        connection.execute(insert(table).values(row("id", 2, "val", noon)));
        connection.execute(insert(table).values(row("id", 3, "val", noon.minusSeconds(1))));

        assertThat(connection.scalars(select(id).orderBy(when)).all()).containsExactly(3, 2, 1);
        assertThat(connection.scalars(select(id).where(when.gt(noon))).all()).containsExactly(1);
        assertThat(connection.scalar(select(func.max(when)))).isEqualTo(noon.plusNanos(1_000));
      });
    }
  }

  @Test
  @Parity("ORM-TYP-03")
  void strings_tooLong_areRefusedWhereDeclared(TestDatabase database) {
    Column<String> value = column("val", SqlTypes.STRING(3));
    Table table = Table.of("shorts", metadata, id, value);
    Engine engine = database.engine();
    metadata.createAll(engine);
    Consumer<Connection> work =
        connection -> connection.execute(insert(table).values(row("id", 1, "val", "too long")));
    if (database.has(Capability.TEXT_LENGTH_LIMITS)) {
      assertThatThrownBy(() -> engine.inTransaction(work))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("shorts");
    } else {
      engine.inTransaction(work);
      assertThat(engine.<String>fromTransaction(connection -> connection.scalar(select(value))))
          .isEqualTo("too long");
    }
  }
}
