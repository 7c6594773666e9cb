package io.aludel.dialect.postgresql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.types.InetType;
import io.aludel.types.Range;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types that only PostgreSQL has, as constants and as factories where a type has parameters. Any
 * other database refuses them when a statement is compiled.
 */
public final class PostgresqlTypes {
  /**
   * Addresses of hosts, as {@link SqlTypes#INET} has them on every database. One stored with the length
   * of a network is refused when read.
   */
  public static final SqlType<InetAddress> INET =
      new PostgresqlType<>("INET", InetAddress.class, null, InetType::toText, InetType::fromText);

  /** Networks, as in {@code 10.1.0.0/16}. */
  public static final SqlType<String> CIDR = PostgresqlType.ofText("CIDR");

  /** Addresses of network cards, as in {@code 08:00:2b:01:02:03}. */
  public static final SqlType<String> MACADDR = PostgresqlType.ofText("MACADDR");

  /** Addresses of network cards in the long form. */
  public static final SqlType<String> MACADDR8 = PostgresqlType.ofText("MACADDR8");

  /** Amounts of money in the currency of the server. */
  public static final SqlType<BigDecimal> MONEY = new PostgresqlType<>(
      "MONEY", BigDecimal.class, SqlTypes.NUMERIC, BigDecimal::toPlainString, BigDecimal::new);

  /** Numbers of the server's own objects. */
  public static final SqlType<Long> OID =
      new PostgresqlType<>("OID", Long.class, SqlTypes.BIGINT, String::valueOf, Long::valueOf);

  /** Documents prepared for search; made by {@code to_tsvector}. */
  public static final SqlType<String> TSVECTOR = PostgresqlType.ofText("TSVECTOR");

  /** What is searched for in documents; made by {@code to_tsquery} and its like. */
  public static final SqlType<String> TSQUERY = PostgresqlType.ofText("TSQUERY");

  /** Text that compares without regard to case. Needs the extension {@code citext}. */
  public static final SqlType<String> CITEXT =
      new PostgresqlType<>("CITEXT", String.class, SqlTypes.TEXT, text -> text, text -> text);

  /** Maps of text. Needs the extension {@code hstore}. */
  public static final SqlType<Map<String, @Nullable String>> HSTORE =
      new PostgresqlType<>("HSTORE", mapClass(), null, HstoreText::write, HstoreText::read);

  /** Lengths of time in years, months and days. */
  public static final SqlType<Period> PERIOD = new PostgresqlType<>(
      "INTERVAL",
      Period.class,
      null,
      Intervals::text,
      text -> Intervals.parse(text).period(text));

  /** Ranges of whole numbers of four bytes, which the server keeps as {@code [lower, upper)}. */
  public static final SqlType<Range<Integer>> INT4RANGE = range("INT4RANGE", integers());

  /** Ranges of whole numbers of eight bytes, which the server keeps as {@code [lower, upper)}. */
  public static final SqlType<Range<Long>> INT8RANGE = range("INT8RANGE", longs());

  /** Ranges of decimals. */
  public static final SqlType<Range<BigDecimal>> NUMRANGE = range("NUMRANGE", decimals());

  /** Ranges of dates, which the server keeps as {@code [lower, upper)}. */
  public static final SqlType<Range<LocalDate>> DATERANGE = range("DATERANGE", dates());

  /** Ranges of dates with a time of day. */
  public static final SqlType<Range<LocalDateTime>> TSRANGE = range("TSRANGE", timestamps());

  /** Ranges of points in time. */
  public static final SqlType<Range<Instant>> TSTZRANGE = range("TSTZRANGE", instants());

  /** Several ranges of whole numbers of four bytes. Multiranges exist from version 14 on. */
  public static final SqlType<List<Range<Integer>>> INT4MULTIRANGE =
      multirange("INT4MULTIRANGE", integers());

  /** Several ranges of whole numbers of eight bytes. */
  public static final SqlType<List<Range<Long>>> INT8MULTIRANGE =
      multirange("INT8MULTIRANGE", longs());

  /** Several ranges of decimals. */
  public static final SqlType<List<Range<BigDecimal>>> NUMMULTIRANGE =
      multirange("NUMMULTIRANGE", decimals());

  /** Several ranges of dates. */
  public static final SqlType<List<Range<LocalDate>>> DATEMULTIRANGE =
      multirange("DATEMULTIRANGE", dates());

  /** Several ranges of dates with a time of day. */
  public static final SqlType<List<Range<LocalDateTime>>> TSMULTIRANGE =
      multirange("TSMULTIRANGE", timestamps());

  /** Several ranges of points in time. */
  public static final SqlType<List<Range<Instant>>> TSTZMULTIRANGE =
      multirange("TSTZMULTIRANGE", instants());

  private PostgresqlTypes() {}

  /**
   * Strings of so many bits, as text of 0 and 1.
   *
   * @param length the number of bits
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static SqlType<String> BIT(int length) {
    return PostgresqlType.ofText("BIT(" + positive(length) + ")");
  }

  /**
   * Strings of at most so many bits, as text of 0 and 1.
   *
   * @param length the most bits
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static SqlType<String> VARBIT(int length) {
    return PostgresqlType.ofText("BIT VARYING(" + positive(length) + ")");
  }

  private static int positive(int length) {
    if (length < 1) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make a type of " + length + " bits. Give a length of 1 or more.");
    }
    return length;
  }

  @SuppressWarnings("unchecked") // the class of all maps
  private static Class<Map<String, @Nullable String>> mapClass() {
    return (Class<Map<String, @Nullable String>>) (Class<?>) Map.class;
  }

  @SuppressWarnings("unchecked") // the class of all ranges
  private static <T> SqlType<Range<T>> range(String name, RangeText<T> text) {
    return new PostgresqlType<>(
        name, (Class<Range<T>>) (Class<?>) Range.class, null, text::write, text::read);
  }

  @SuppressWarnings("unchecked") // the class of all lists
  private static <T> SqlType<List<Range<T>>> multirange(String name, RangeText<T> text) {
    return new PostgresqlType<>(
        name, (Class<List<Range<T>>>) (Class<?>) List.class, null, text::write, text::readAll);
  }

  private static RangeText<Integer> integers() {
    return new RangeText<>(String::valueOf, Integer::valueOf);
  }

  private static RangeText<Long> longs() {
    return new RangeText<>(String::valueOf, Long::valueOf);
  }

  private static RangeText<BigDecimal> decimals() {
    return new RangeText<>(BigDecimal::toPlainString, BigDecimal::new);
  }

  private static RangeText<LocalDate> dates() {
    return new RangeText<>(String::valueOf, LocalDate::parse);
  }

  private static RangeText<LocalDateTime> timestamps() {
    return new RangeText<>(
        value -> value.truncatedTo(ChronoUnit.MICROS).toString(),
        text -> LocalDateTime.parse(text.replace(' ', 'T')));
  }

  private static RangeText<Instant> instants() {
    return new RangeText<>(
        value -> value.truncatedTo(ChronoUnit.MICROS).toString(), PostgresqlTypes::instant);
  }

  /** The server writes the offset of the session's zone, which may lack its minutes. */
  private static Instant instant(String text) {
    String iso = text.replace(' ', 'T');
    boolean hoursOnly = iso.matches(".*[+-]\\d\\d");
    return OffsetDateTime.parse(hoursOnly ? iso + ":00" : iso).toInstant();
  }
}
