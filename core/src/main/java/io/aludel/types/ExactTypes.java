package io.aludel.types;

import static io.aludel.types.SqlTypes.atLeast;

import io.aludel.ArgumentException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/**
 * The types that are spelled as they are named, whatever the database. One that a database does not
 * have is refused by it, not by Aludel: the generic {@link SqlTypes} are what runs everywhere.
 */
public final class ExactTypes {
  /** {@code VARCHAR} without a length, which MySQL refuses. */
  public static final ExactType<String> VARCHAR = ExactType.of("VARCHAR", SqlTypes.STRING);

  /** {@code CHAR}, of one character. */
  public static final ExactType<String> CHAR = ExactType.of("CHAR", SqlTypes.STRING);

  /** {@code TEXT}. */
  public static final ExactType<String> TEXT = ExactType.of("TEXT", SqlTypes.TEXT);

  /** {@code CLOB}. */
  public static final ExactType<String> CLOB = ExactType.of("CLOB", SqlTypes.TEXT);

  /** {@code BLOB}. */
  public static final ExactType<byte[]> BLOB = ExactType.of("BLOB", SqlTypes.BINARY);

  /** {@code INTEGER}. */
  public static final ExactType<Integer> INTEGER = ExactType.of("INTEGER", SqlTypes.INTEGER);

  /** {@code SMALLINT}. */
  public static final ExactType<Short> SMALLINT = ExactType.of("SMALLINT", SqlTypes.SMALLINT);

  /** {@code BIGINT}. */
  public static final ExactType<Long> BIGINT = ExactType.of("BIGINT", SqlTypes.BIGINT);

  /** {@code DECIMAL} of the database's precision, which on H2 and MySQL has no fraction. */
  public static final ExactType<BigDecimal> DECIMAL = ExactType.of("DECIMAL", SqlTypes.NUMERIC);

  /** {@code NUMERIC} of the database's precision, which on H2 and MySQL has no fraction. */
  public static final ExactType<BigDecimal> NUMERIC = ExactType.of("NUMERIC", SqlTypes.NUMERIC);

  /** {@code REAL}. */
  public static final ExactType<Float> REAL = ExactType.of("REAL", SqlTypes.REAL);

  /** {@code FLOAT}. */
  public static final ExactType<Double> FLOAT = ExactType.of("FLOAT", SqlTypes.DOUBLE);

  /** {@code DOUBLE}, which PostgreSQL does not know. */
  public static final ExactType<Double> DOUBLE = ExactType.of("DOUBLE", SqlTypes.DOUBLE);

  /** {@code DOUBLE PRECISION}. */
  public static final ExactType<Double> DOUBLE_PRECISION =
      ExactType.of("DOUBLE PRECISION", SqlTypes.DOUBLE);

  /** {@code DATE}. */
  public static final ExactType<LocalDate> DATE = ExactType.of("DATE", SqlTypes.DATE);

  /** {@code TIME}. */
  public static final ExactType<LocalTime> TIME = ExactType.of("TIME", SqlTypes.TIME);

  /** {@code TIMESTAMP}. */
  public static final ExactType<LocalDateTime> TIMESTAMP =
      ExactType.of("TIMESTAMP", SqlTypes.TIMESTAMP);

  /** {@code TIMESTAMP WITH TIME ZONE}. */
  public static final ExactType<Instant> TIMESTAMP_WITH_TIME_ZONE =
      ExactType.of("TIMESTAMP WITH TIME ZONE", SqlTypes.INSTANT);

  /** {@code DATETIME}, which PostgreSQL does not know. */
  public static final ExactType<LocalDateTime> DATETIME =
      ExactType.of("DATETIME", SqlTypes.TIMESTAMP);

  /** {@code BOOLEAN}. */
  public static final ExactType<Boolean> BOOLEAN = ExactType.of("BOOLEAN", SqlTypes.BOOLEAN);

  /** {@code UUID}. */
  public static final ExactType<UUID> UUID = ExactType.of("UUID", SqlTypes.UUID);

  private ExactTypes() {}

  /**
   * {@code VARCHAR(length)}.
   *
   * @param length the most characters
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static ExactType<String> VARCHAR(int length) {
    return sized("VARCHAR", length, SqlTypes.STRING(length));
  }

  /**
   * {@code CHAR(length)}.
   *
   * @param length the number of characters
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static ExactType<String> CHAR(int length) {
    return sized("CHAR", length, SqlTypes.STRING(length));
  }

  /**
   * {@code NVARCHAR(length)}; on MySQL {@code NATIONAL VARCHAR}.
   *
   * @param length the most characters
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static ExactType<String> NVARCHAR(int length) {
    return sized("NVARCHAR", length, SqlTypes.STRING(length));
  }

  /**
   * {@code NCHAR(length)}; on MySQL {@code NATIONAL CHAR}.
   *
   * @param length the number of characters
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static ExactType<String> NCHAR(int length) {
    return sized("NCHAR", length, SqlTypes.STRING(length));
  }

  /**
   * {@code BINARY(length)}.
   *
   * @param length the number of bytes
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static ExactType<byte[]> BINARY(int length) {
    return sized("BINARY", length, SqlTypes.BINARY(length));
  }

  /**
   * {@code VARBINARY(length)}.
   *
   * @param length the most bytes
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static ExactType<byte[]> VARBINARY(int length) {
    return sized("VARBINARY", length, SqlTypes.BINARY(length));
  }

  /**
   * {@code DECIMAL(precision, scale)}.
   *
   * @param precision the digits in all
   * @param scale the digits behind the point
   * @return the type
   * @throws ArgumentException if {@code precision} is less than 1, or {@code scale} is out of range
   */
  public static ExactType<BigDecimal> DECIMAL(int precision, int scale) {
    return new ExactType<>("DECIMAL", precision, scale, SqlTypes.NUMERIC(precision, scale));
  }

  /**
   * {@code NUMERIC(precision, scale)}.
   *
   * @param precision the digits in all
   * @param scale the digits behind the point
   * @return the type
   * @throws ArgumentException if {@code precision} is less than 1, or {@code scale} is out of range
   */
  public static ExactType<BigDecimal> NUMERIC(int precision, int scale) {
    return new ExactType<>("NUMERIC", precision, scale, SqlTypes.NUMERIC(precision, scale));
  }

  /**
   * {@code FLOAT(precision)}.
   *
   * @param precision the binary digits
   * @return the type
   * @throws ArgumentException if {@code precision} is less than 1
   */
  public static ExactType<Double> FLOAT(int precision) {
    return sized("FLOAT", precision, SqlTypes.DOUBLE);
  }

  private static <T> ExactType<T> sized(String name, int size, SqlType<T> values) {
    return new ExactType<>(name, atLeast(1, size, "size"), -1, values);
  }
}
