package io.aludel.dialect.sqlserver;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.types.ConvertedType;
import io.aludel.types.ExactType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.Wrapping;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The types that only SQL Server has, as constants and as factories where a type has parameters. */
public final class SqlServerTypes {
  /**
   * Dates with a time of day from 1753 on, rounded to a three-hundredth of a second. Values that are compared
   * with it are rounded too, so that what was stored is found again.
   */
  public static final SqlType<LocalDateTime> DATETIME = new RoundedType("DATETIME");

  /** Dates with a time of day from 1900 to 2079, rounded to a minute, as are values compared with it. */
  public static final SqlType<LocalDateTime> SMALLDATETIME = new RoundedType("SMALLDATETIME");

  /** Whole numbers from 0 to 255. */
  public static final SqlType<Short> TINYINT = ExactType.of("TINYINT", SqlTypes.SMALLINT);

  /** Amounts of money with four digits behind the point. */
  public static final SqlType<BigDecimal> MONEY = ExactType.of("MONEY", SqlTypes.NUMERIC(19, 4));

  /** Amounts of money up to 214,748.3647. */
  public static final SqlType<BigDecimal> SMALLMONEY =
      ExactType.of("SMALLMONEY", SqlTypes.NUMERIC(10, 4));

  /** Text of the database's code page, of any length. */
  public static final SqlType<String> VARCHAR_MAX = ExactType.of("VARCHAR(max)", SqlTypes.TEXT);

  /** Text of the database's code page, of any length, as old databases have it. */
  public static final SqlType<String> TEXT = ExactType.of("TEXT", SqlTypes.TEXT);

  /** Text of any length, as old databases have it. */
  public static final SqlType<String> NTEXT = ExactType.of("NTEXT", SqlTypes.TEXT);

  /** Bytes of any length, as old databases have them. */
  public static final SqlType<byte[]> IMAGE = ExactType.of("IMAGE", SqlTypes.BINARY);

  /** XML as text. */
  public static final SqlType<String> XML = ExactType.of("XML", SqlTypes.TEXT);

  /** Eight bytes that the database changes with each change of the row; never written. */
  public static final SqlType<byte[]> ROWVERSION = ExactType.of("ROWVERSION", SqlTypes.BINARY(8));

  private SqlServerTypes() {}

  /**
   * Dates with a time of day.
   *
   * @param digits the digits of the fraction of a second, 0 to 7
   * @return the type
   * @throws ArgumentException if there can be no such digits
   */
  public static SqlType<LocalDateTime> datetime2(int digits) {
    return new ExactType<>("DATETIME2", fraction(digits), -1, SqlTypes.TIMESTAMP);
  }

  /**
   * Dates with a time of day and its offset from UTC.
   *
   * @param digits the digits of the fraction of a second, 0 to 7
   * @return the type
   * @throws ArgumentException if there can be no such digits
   */
  public static SqlType<OffsetDateTime> DATETIMEOFFSET(int digits) {
    return new ExactType<>(
        "DATETIMEOFFSET", fraction(digits), -1, SqlTypes.TIMESTAMP_WITH_TIME_ZONE);
  }

  /**
   * Times of day.
   *
   * @param digits the digits of the fraction of a second, 0 to 7
   * @return the type
   * @throws ArgumentException if there can be no such digits
   */
  public static SqlType<LocalTime> TIME(int digits) {
    return new ExactType<>("TIME", fraction(digits), -1, SqlTypes.TIME);
  }

  private static int fraction(int digits) {
    if (digits < 0 || digits > 7) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make a type of times with " + digits + " digits behind the second. Give 0 to 7.");
    }
    return digits;
  }

  /** Moments that are rounded before they are compared. */
  private record RoundedType(String name) implements ConvertedType<LocalDateTime, LocalDateTime> {
    @Override
    public Class<LocalDateTime> javaType() {
      return LocalDateTime.class;
    }

    @Override
    public SqlType<LocalDateTime> stored() {
      return ExactType.of(name, SqlTypes.TIMESTAMP);
    }

    @Override
    public SqlType<?> generic() {
      return SqlTypes.TIMESTAMP;
    }

    @Override
    public @Nullable Wrapping boundIn(String dialect) {
      return dialect.equals(SqlServerDialect.NAME) ? Wrapping.cast(name) : null;
    }

    @Override
    public LocalDateTime toStored(LocalDateTime value) {
      return value;
    }

    @Override
    public LocalDateTime fromStored(LocalDateTime stored) {
      return stored;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
