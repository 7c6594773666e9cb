package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.math.BigDecimal;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The generic types, as constants and as factories where a type has parameters. */
public final class SqlTypes {
  /** Truth values. */
  public static final SqlType<Boolean> BOOLEAN = new BooleanType();

  /** Whole numbers of one byte, in the smallest type of the database that holds them. */
  public static final SqlType<Byte> TINYINT = new IntegerType<>(Byte.class);

  /** Whole numbers of two bytes. */
  public static final SqlType<Short> SMALLINT = new IntegerType<>(Short.class);

  /** Whole numbers of four bytes. */
  public static final SqlType<Integer> INTEGER = new IntegerType<>(Integer.class);

  /** Whole numbers of eight bytes. */
  public static final SqlType<Long> BIGINT = new IntegerType<>(Long.class);

  /** Floating point of single precision. */
  public static final SqlType<Float> REAL = new FloatingType<>(Float.class);

  /** Floating point of double precision. */
  public static final SqlType<Double> DOUBLE = new FloatingType<>(Double.class);

  /** Exact decimals of the database's default precision. */
  public static final SqlType<BigDecimal> NUMERIC = new NumericType(0, 0);

  /** Text without a stated length. */
  public static final SqlType<String> STRING = new StringType(0, false);

  /** Long text. */
  public static final SqlType<String> TEXT = new StringType(0, true);

  /** Dates. */
  public static final SqlType<LocalDate> DATE = new DateType();

  /** Times of day. */
  public static final SqlType<LocalTime> TIME = new TimeType();

  /** Dates with a time of day, without zone. */
  public static final SqlType<LocalDateTime> TIMESTAMP = new TimestampType();

  /** Points in time. */
  public static final SqlType<Instant> INSTANT = new ZonedTimestampType<>(Instant.class);

  /** Points in time with an offset from UTC. */
  public static final SqlType<OffsetDateTime> TIMESTAMP_WITH_TIME_ZONE =
      new ZonedTimestampType<>(OffsetDateTime.class);

  /** UUIDs. */
  public static final SqlType<UUID> UUID = new UuidType();

  /** Addresses of hosts: {@code INET} on PostgreSQL, text elsewhere. */
  public static final SqlType<InetAddress> INET = new InetType();

  /** Bytes without a stated length. */
  public static final SqlType<byte[]> BINARY = new BinaryType(0);

  /** Lengths of time. */
  public static final SqlType<Duration> INTERVAL = new IntervalType();

  /** JSON of any kind. A null that is bound is the JSON null; see {@link JsonType#nullAsSqlNull()}. */
  public static final JsonType<Json> JSON = new JsonType<>(Json.class, false, false);

  /** JSON in the binary form of PostgreSQL and SQLite; elsewhere the same as {@link #JSON}. */
  public static final JsonType<Json> JSONB = new JsonType<>(Json.class, true, false);

  /** Truth values, with a CHECK constraint where the database has no such type. */
  public static final SqlType<Boolean> CHECKED_BOOLEAN = new BooleanType(true, null);

  /** An expression of a type nobody stated: values travel by their own class. */
  public static final SqlType<Object> UNKNOWN = new OpenType("unknown");

  /** The type of a reference that only a compilation can resolve. Never bound, never read. */
  public static final SqlType<Object> DEFERRED = new OpenType("deferred");

  private static final Map<Class<?>, SqlType<?>> BY_CLASS = Map.ofEntries(
      Map.entry(Boolean.class, BOOLEAN),
      Map.entry(Byte.class, TINYINT),
      Map.entry(Short.class, SMALLINT),
      Map.entry(Integer.class, INTEGER),
      Map.entry(Long.class, BIGINT),
      Map.entry(Float.class, REAL),
      Map.entry(Double.class, DOUBLE),
      Map.entry(BigDecimal.class, NUMERIC),
      Map.entry(String.class, STRING),
      Map.entry(LocalDate.class, DATE),
      Map.entry(LocalTime.class, TIME),
      Map.entry(LocalDateTime.class, TIMESTAMP),
      Map.entry(Instant.class, INSTANT),
      Map.entry(OffsetDateTime.class, TIMESTAMP_WITH_TIME_ZONE),
      Map.entry(UUID.class, UUID),
      Map.entry(InetAddress.class, INET),
      Map.entry(Inet4Address.class, INET),
      Map.entry(Inet6Address.class, INET),
      Map.entry(byte[].class, BINARY),
      Map.entry(Duration.class, INTERVAL),
      Map.entry(Json.class, JSON.nullAsSqlNull()));

  private static final Map<Class<?>, Class<?>> BOXES = Map.of(
      boolean.class, Boolean.class,
      byte.class, Byte.class,
      short.class, Short.class,
      int.class, Integer.class,
      long.class, Long.class,
      float.class, Float.class,
      double.class, Double.class);

  private SqlTypes() {}

  /**
   * Text of a limited length.
   *
   * @param length the most characters
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static StringType STRING(int length) {
    return new StringType(atLeast(1, length, "length"), false);
  }

  /**
   * Exact decimals.
   *
   * @param precision the digits in all
   * @param scale the digits behind the point
   * @return the type
   * @throws ArgumentException if {@code precision} is less than 1, or {@code scale} less than 0 or more
   *     than {@code precision}
   */
  public static SqlType<BigDecimal> NUMERIC(int precision, int scale) {
    if (scale > precision) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make a NUMERIC type: scale " + scale + " exceeds precision " + precision + ".");
    }
    return new NumericType(atLeast(1, precision, "precision"), atLeast(0, scale, "scale"));
  }

  /**
   * Bytes of a limited length.
   *
   * @param length the most bytes
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static SqlType<byte[]> BINARY(int length) {
    return new BinaryType(atLeast(1, length, "length"));
  }

  /**
   * The constants of an enum, stored by name.
   *
   * @param type the enum class
   * @param <E> the enum
   * @return the type
   */
  public static <E extends Enum<E>> EnumType<E> ENUM(Class<E> type) {
    return EnumType.of(type);
  }

  /**
   * Text of which only some values are meant.
   *
   * @param values the values
   * @return the type
   * @throws ArgumentException if there are none, or one twice
   */
  public static EnumType<String> ENUM(String... values) {
    return EnumType.of(values);
  }

  /**
   * JSON of the objects of a class: {@code Json}, {@code Map} and {@code List} always, any other with a
   * {@link JsonFormat}.
   *
   * @param type the class
   * @param <T> the class
   * @return the type
   */
  public static <T> JsonType<T> JSON(Class<T> type) {
    return new JsonType<>(type, false, false);
  }

  /**
   * Arrays. PostgreSQL and H2 have them.
   *
   * @param element the type of the elements; an array for one of several dimensions
   * @param <E> their Java type
   * @return the type
   */
  public static <E> ArrayType<E> ARRAY(SqlType<E> element) {
    return new ArrayType<>(element);
  }

  /**
   * The type that holds values of a Java class, primitives included.
   *
   * @param type the class
   * @param <T> the class
   * @return the type
   * @throws ArgumentException if no SQL type holds such values
   */
  public static <T> SqlType<T> forJava(Class<T> type) {
    SqlType<T> found = findForJava(type);
    if (found == null) {
      throw new ArgumentException(
          CoreError.UNKNOWN_JAVA_TYPE,
          "No SQL type holds values of "
              + type.getName()
              + ". State the SQL type, or convert the value to a class that has one.");
    }
    return found;
  }

  /**
   * The type that holds values of a Java class, primitives included, if there is one.
   *
   * @param type the class
   * @param <T> the class
   * @return the type, or null
   */
  @SuppressWarnings("unchecked") // a type is kept under the class of its values
  public static <T> @Nullable SqlType<T> findForJava(Class<T> type) {
    Class<?> boxed = type.isPrimitive() ? BOXES.getOrDefault(type, type) : type;
    SqlType<?> known = BY_CLASS.get(boxed);
    if (known != null) {
      return (SqlType<T>) known;
    }
    return (SqlType<T>) enumType(boxed);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // which enum it is, only the class object knows
  private static @Nullable SqlType<?> enumType(Class<?> type) {
    if (type.isEnum()) {
      return EnumType.of((Class) type);
    }
    Class<?> parent = type.getSuperclass(); // a constant with a body has a class of its own
    return parent != null && parent.isEnum() ? EnumType.of((Class) parent) : null;
  }

  static int atLeast(int least, int value, String what) {
    if (value < least) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make a SQL type: its " + what + " is " + value + ", the least is " + least + ".");
    }
    return value;
  }
}
