package io.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dates and times come back as they went, wherever the JVM believes to be. */
@ForEachDatabase
@SeveralConnections
@Parity("ORM-TYP-06")
class DateCodecsTest {
  private static final List<LocalDate> DATES = List.of(
      LocalDate.of(1, 1, 1),
      LocalDate.of(1582, 10, 10), // no such day in the calendar of java.sql.Date
      LocalDate.of(1969, 12, 31),
      LocalDate.of(2000, 2, 29),
      LocalDate.of(2011, 12, 30), // no such day in Apia
      LocalDate.of(9999, 12, 31));

  private static final List<LocalTime> TIMES = List.of(
      LocalTime.MIDNIGHT,
      LocalTime.of(0, 30),
      LocalTime.of(2, 30, 59, 1000),
      LocalTime.of(23, 59, 59, 999_999_000));

  /** Zones in which some of the days and hours above do not exist, or exist twice. */
  private static final List<String> ZONES =
      List.of("UTC", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu", "Europe/Berlin");

  private final TimeZone before = TimeZone.getDefault();
  private TestDatabase database;

  @BeforeEach
  void remember(TestDatabase made) {
    database = made;
  }

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(before);
  }

  private static List<LocalDateTime> dateTimes() {
    List<LocalDateTime> all = new ArrayList<>();
    for (LocalDate date : DATES) {
      for (LocalTime time : TIMES) {
        all.add(date.atTime(time));
      }
    }
    all.add(LocalDateTime.of(2018, 11, 4, 0, 30)); // skipped in Sao Paulo
    all.add(LocalDateTime.of(2018, 2, 17, 23, 30)); // twice in Sao Paulo
    all.add(LocalDateTime.of(2024, 3, 31, 2, 30)); // skipped in Berlin
    all.add(LocalDateTime.of(2024, 10, 27, 2, 30)); // twice in Berlin
    return all;
  }

  private static List<Instant> instants() {
    return dateTimes().stream().map(each -> each.toInstant(ZoneOffset.UTC)).toList();
  }

  /** Writes in each zone, reads in each other. */
  private <T> void roundTrip(SqlType<T> type, List<T> values) throws SQLException {
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      plain.createTable("t", type);
    }
    for (String zone : ZONES) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      try (PlainDatabase plain = PlainDatabase.open(database)) {
        plain.run("DELETE FROM t");
        for (int i = 0; i < values.size(); i++) {
          plain.insert("t", i, type, values.get(i));
        }
        plain.insert("t", values.size(), type, null);
      }
      for (String other : ZONES) {
        TimeZone.setDefault(TimeZone.getTimeZone(other));
        try (PlainDatabase plain = PlainDatabase.open(database)) {
          check(plain, type, values);
        }
      }
    }
  }

  private static <T> void check(PlainDatabase plain, SqlType<T> type, List<T> values)
      throws SQLException {
    List<T> read = plain.read("SELECT v FROM t ORDER BY id", type);
    assertThat(read.subList(0, values.size())).as(TimeZone.getDefault().getID()).isEqualTo(values);
    assertThat(read.get(values.size())).isNull();
    for (int i = 0; i < values.size(); i += 5) {
      assertThat(plain.read("SELECT id FROM t WHERE v = ?", SqlTypes.INTEGER, type, values.get(i)))
          .containsExactly(i);
    }
  }

  @Test
  void date_inAnyZone_comesBack() throws SQLException {
    roundTrip(SqlTypes.DATE, DATES);
  }

  @Test
  void time_inAnyZone_comesBack() throws SQLException {
    roundTrip(SqlTypes.TIME, TIMES);
  }

  @Test
  void timestamp_inAnyZone_comesBack() throws SQLException {
    roundTrip(SqlTypes.TIMESTAMP, dateTimes());
  }

  @Test
  void instant_inAnyZone_comesBack() throws SQLException {
    roundTrip(SqlTypes.INSTANT, instants());
  }

  @Test
  void offsetDateTime_inUtc_comesBack() throws SQLException {
    roundTrip(
        SqlTypes.TIMESTAMP_WITH_TIME_ZONE,
        instants().stream().map(each -> each.atOffset(ZoneOffset.UTC)).toList());
  }

  @Test
  void offsetDateTime_withOffset_keepsTheInstantAndTheOffsetWhereTheDatabaseDoes()
      throws SQLException {
    OffsetDateTime sent =
        OffsetDateTime.of(2024, 2, 29, 23, 30, 0, 123_456_000, ZoneOffset.ofHoursMinutes(-9, -30));
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      plain.createTable("t", SqlTypes.TIMESTAMP_WITH_TIME_ZONE);
      plain.insert("t", 1, SqlTypes.TIMESTAMP_WITH_TIME_ZONE, sent);
      OffsetDateTime read =
          plain.read("SELECT v FROM t", SqlTypes.TIMESTAMP_WITH_TIME_ZONE).get(0);
      boolean kept = plain.dialect.supports(Capability.KEEPS_OFFSET);
      assertThat(read).isEqualTo(sent);
      assertThat(read.getOffset()).isEqualTo(kept ? sent.getOffset() : ZoneOffset.UTC);
      assertThat(plain.read("SELECT v FROM t", SqlTypes.INSTANT)).containsExactly(sent.toInstant());
    }
  }

  @Test
  void nanoseconds_whereNotKept_areCutOffNeverRounded() throws SQLException {
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      boolean kept = plain.dialect.supports(Capability.NANOSECONDS);
      ChronoUnit unit = kept ? ChronoUnit.NANOS : ChronoUnit.MICROS;
      LocalDateTime last = LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_999);
      assertThat(sent(plain, SqlTypes.TIME, LocalTime.MAX))
          .isEqualTo(LocalTime.MAX.truncatedTo(unit));
      assertThat(sent(plain, SqlTypes.TIMESTAMP, last)).isEqualTo(last.truncatedTo(unit));
      Instant instant = Instant.ofEpochSecond(-1, 999_999_999);
      assertThat(sent(plain, SqlTypes.INSTANT, instant)).isEqualTo(instant.truncatedTo(unit));
      OffsetDateTime offset = last.atOffset(ZoneOffset.UTC);
      assertThat(sent(plain, SqlTypes.TIMESTAMP_WITH_TIME_ZONE, offset))
          .isEqualTo(offset.truncatedTo(unit));
    }
  }

  private static <T> T sent(PlainDatabase plain, SqlType<T> type, T value) throws SQLException {
    plain.createTable("t", type);
    plain.insert("t", 1, type, value);
    T read = plain.read("SELECT v FROM t", type).get(0);
    plain.run("DROP TABLE t");
    return read;
  }

  @Test
  void order_ofTheDatabase_isThatOfTheValues() throws SQLException {
    List<LocalDateTime> sorted = List.of(
        LocalDateTime.of(999, 12, 31, 23, 59, 59),
        LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000),
        LocalDateTime.of(2024, 1, 1, 0, 0),
        LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1000),
        LocalDateTime.of(2024, 1, 1, 0, 0, 0, 100_000_000),
        LocalDateTime.of(2024, 1, 1, 10, 0));
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      plain.createTable("t", SqlTypes.TIMESTAMP);
      for (int i = 0; i < sorted.size(); i++) {
        plain.insert("t", i, SqlTypes.TIMESTAMP, sorted.get((i * 5) % sorted.size()));
      }
      assertThat(plain.read("SELECT v FROM t ORDER BY v", SqlTypes.TIMESTAMP)).isEqualTo(sorted);
      assertThat(plain.read(
              "SELECT v FROM t WHERE v > ? ORDER BY v",
              SqlTypes.TIMESTAMP,
              SqlTypes.TIMESTAMP,
              sorted.get(2)))
          .isEqualTo(sorted.subList(3, sorted.size()));
    }
  }

  /** The driver would make infinity of it where no offset is kept. */
  @Test
  void offsetDateTime_ofTheYearBeforeTheFirstInUtc_isRefusedWhereNoOffsetIsKept()
      throws SQLException {
    int first =
        database.has(Capability.FAR_YEARS) ? -4712 : database.has(Capability.YEAR_ZERO) ? 0 : 1;
    LocalDateTime newYear = LocalDateTime.of(first, 1, 1, 0, 30);
    boolean anyYear = database.has(Capability.KEEPS_OFFSET);
    isKept(anyYear, SqlTypes.TIMESTAMP_WITH_TIME_ZONE, newYear.atOffset(ZoneOffset.ofHours(1)));
    isKept(true, SqlTypes.TIMESTAMP_WITH_TIME_ZONE, newYear.atOffset(ZoneOffset.ofHours(-1)));
  }

  /** What the database cannot hold is refused when it is bound; nothing is bent. */
  @Test
  void extremes_areKeptWhereDeclared() throws SQLException {
    boolean far = database.has(Capability.FAR_YEARS);
    areKept(database.has(Capability.YEAR_ZERO), LocalDate.of(0, 1, 1));
    for (LocalDate date :
        List.of(LocalDate.of(-1, 12, 31), LocalDate.of(-4712, 1, 1), LocalDate.of(10_000, 1, 1))) {
      areKept(far, date);
    }
    isKept(far, SqlTypes.DATE, LocalDate.MIN);
    isKept(far, SqlTypes.DATE, LocalDate.MAX);
    isKept(far, SqlTypes.TIMESTAMP, LocalDateTime.MIN);
    isKept(far, SqlTypes.TIMESTAMP, LocalDateTime.MAX);
    isKept(far, SqlTypes.INSTANT, Instant.parse("-0001-06-15T12:00:00Z"));
    isKept(far, SqlTypes.INSTANT, Instant.parse("+10000-01-01T00:00:00Z"));
    isKept(false, SqlTypes.INSTANT, Instant.MIN);
    isKept(false, SqlTypes.INSTANT, Instant.MAX);
  }

  private void areKept(boolean kept, LocalDate date) throws SQLException {
    isKept(kept, SqlTypes.DATE, date);
    isKept(kept, SqlTypes.TIMESTAMP, date.atTime(1, 2, 3));
  }

  private <T> void isKept(boolean kept, SqlType<T> type, T value) throws SQLException {
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      plain.createTable("t", type);
      if (kept) {
        plain.insert("t", 1, type, value);
        T read = Objects.requireNonNull(plain.read("SELECT v FROM t", type).get(0));
        assertThat(type.sameValue(read, value))
            .as("%s came back as %s", value, read)
            .isTrue();
      } else {
        assertThatThrownBy(() -> plain.insert("t", 1, type, value))
            .as("%s on %s", value, database.name())
            .isInstanceOf(ArgumentException.class)
            .hasMessageEndingWith("[SQL-102]");
      }
      plain.run("DROP TABLE t");
    }
  }

  @Test
  @Parity("ORM-TYP-19")
  void unknown_datesOfADatabase_areReadAsJavaTime() throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
    LocalDateTime skipped = LocalDateTime.of(2018, 11, 4, 0, 30);
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      plain.run(
          "CREATE TABLE t (id INTEGER PRIMARY KEY, d " + plain.dialect.types().spell(SqlTypes.DATE)
              + ", v " + plain.dialect.types().spell(SqlTypes.TIMESTAMP) + ")");
      plain.insert("t", 1, SqlTypes.UNKNOWN, skipped);
      assertThat(plain.read("SELECT v FROM t", SqlTypes.TIMESTAMP)).containsExactly(skipped);
      if (plain.read("SELECT v FROM t", SqlTypes.UNKNOWN).get(0) instanceof String text) {
        assertThat(text).isEqualTo("2018-11-04 00:30:00.000000");
      } else {
        assertThat(plain.read("SELECT v FROM t", SqlTypes.UNKNOWN)).containsExactly(skipped);
      }
    }
  }

  @Test
  void zones_ofTheTest_differ() {
    assertThat(IntStream.range(0, ZONES.size())
            .mapToObj(i -> TimeZone.getTimeZone(ZONES.get(i)).getRawOffset())
            .distinct())
        .hasSize(ZONES.size());
  }
}
