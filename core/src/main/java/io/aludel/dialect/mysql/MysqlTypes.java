package io.aludel.dialect.mysql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.types.ConvertedType;
import io.aludel.types.ExactType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types that only MySQL and MariaDB have, as constants and as factories where a type has
 * parameters.
 */
public final class MysqlTypes {
  /** Whole numbers from 0 to 255. */
  public static final SqlType<Short> TINYINT_UNSIGNED =
      ExactType.of("TINYINT UNSIGNED", SqlTypes.SMALLINT);

  /** Whole numbers from 0 to 65535. */
  public static final SqlType<Integer> SMALLINT_UNSIGNED =
      ExactType.of("SMALLINT UNSIGNED", SqlTypes.INTEGER);

  /** Whole numbers of three bytes. */
  public static final SqlType<Integer> MEDIUMINT = ExactType.of("MEDIUMINT", SqlTypes.INTEGER);

  /** Whole numbers of three bytes that are not negative. */
  public static final SqlType<Integer> MEDIUMINT_UNSIGNED =
      ExactType.of("MEDIUMINT UNSIGNED", SqlTypes.INTEGER);

  /** Whole numbers of four bytes that are not negative. */
  public static final SqlType<Long> INTEGER_UNSIGNED =
      ExactType.of("INTEGER UNSIGNED", SqlTypes.BIGINT);

  /** Whole numbers of eight bytes that are not negative. */
  public static final SqlType<BigInteger> BIGINT_UNSIGNED = new UnsignedLongType();

  /** Text of at most 255 bytes. */
  public static final SqlType<String> TINYTEXT = ExactType.of("TINYTEXT", SqlTypes.TEXT);

  /** Text of at most 16 megabytes. */
  public static final SqlType<String> MEDIUMTEXT = ExactType.of("MEDIUMTEXT", SqlTypes.TEXT);

  /** Text of at most 4 gigabytes. */
  public static final SqlType<String> LONGTEXT = ExactType.of("LONGTEXT", SqlTypes.TEXT);

  /** At most 255 bytes. */
  public static final SqlType<byte[]> TINYBLOB = ExactType.of("TINYBLOB", SqlTypes.BINARY);

  /** At most 16 megabytes. */
  public static final SqlType<byte[]> MEDIUMBLOB = ExactType.of("MEDIUMBLOB", SqlTypes.BINARY);

  /** At most 4 gigabytes. */
  public static final SqlType<byte[]> LONGBLOB = ExactType.of("LONGBLOB", SqlTypes.BINARY);

  /** Years from 1901 to 2155. */
  public static final SqlType<Year> YEAR = new YearType();

  private MysqlTypes() {}

  /**
   * Any of some values, all, or none.
   *
   * @param values the values, none of which may hold a comma
   * @return the type
   * @throws ArgumentException if there are none or more than 64, one twice, or one with a comma
   */
  public static SqlType<Set<String>> SET(String... values) {
    List<String> all = List.of(values);
    boolean distinct = Set.copyOf(all).size() == all.size();
    if (all.isEmpty()
        || all.size() > 64
        || !distinct
        || all.stream().anyMatch(value -> value.contains(","))) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make a SET of " + all
              + ": it takes 1 to 64 values, each once and without a comma.");
    }
    return new SetType(all);
  }

  /**
   * Dates with a time of day.
   *
   * @param digits the digits of the fraction of a second, 0 to 6
   * @return the type
   */
  public static SqlType<LocalDateTime> DATETIME(int digits) {
    return new ExactType<>("DATETIME", fraction(digits), -1, SqlTypes.TIMESTAMP);
  }

  /**
   * Dates with a time of day from 1970 to 2038, in the time zone of the session.
   *
   * @param digits the digits of the fraction of a second, 0 to 6
   * @return the type
   */
  public static SqlType<LocalDateTime> TIMESTAMP(int digits) {
    return new ExactType<>("TIMESTAMP", fraction(digits), -1, SqlTypes.TIMESTAMP);
  }

  /**
   * Times of day.
   *
   * @param digits the digits of the fraction of a second, 0 to 6
   * @return the type
   */
  public static SqlType<LocalTime> TIME(int digits) {
    return new ExactType<>("TIME", fraction(digits), -1, SqlTypes.TIME);
  }

  private static int fraction(int digits) {
    if (digits < 0 || digits > 6) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make a type of times with " + digits + " digits behind the second. Give 0 to 6.");
    }
    return digits;
  }

  /** Numbers that fill eight bytes without a sign. */
  private record UnsignedLongType() implements ConvertedType<BigInteger, BigDecimal> {
    @Override
    public Class<BigInteger> javaType() {
      return BigInteger.class;
    }

    @Override
    public SqlType<BigDecimal> stored() {
      return ExactType.of("BIGINT UNSIGNED", SqlTypes.NUMERIC(20, 0));
    }

    @Override
    public SqlType<?> generic() {
      return SqlTypes.NUMERIC(20, 0);
    }

    @Override
    public BigDecimal toStored(BigInteger value) {
      return new BigDecimal(value);
    }

    @Override
    public BigInteger fromStored(BigDecimal stored) {
      return stored.toBigIntegerExact();
    }
  }

  /** Years as numbers. */
  private record YearType() implements ConvertedType<Year, Integer> {
    @Override
    public Class<Year> javaType() {
      return Year.class;
    }

    @Override
    public SqlType<Integer> stored() {
      return ExactType.of("YEAR", SqlTypes.INTEGER);
    }

    @Override
    public Integer toStored(Year value) {
      return value.getValue();
    }

    @Override
    public Year fromStored(Integer stored) {
      return Year.of(stored);
    }
  }

  /** Values with commas between them, in the order of the type. */
  private record SetType(List<String> values) implements ConvertedType<Set<String>, String> {
    @Override
    @SuppressWarnings("unchecked") // the class of all sets
    public Class<Set<String>> javaType() {
      return (Class<Set<String>>) (Class<?>) Set.class;
    }

    @Override
    public SqlType<String> stored() {
      return ExactType.of(MysqlSpelling.enumerated("SET", values), SqlTypes.STRING);
    }

    @Override
    public String toStored(Set<String> value) {
      for (String member : value) {
        if (!values.contains(member)) {
          throw new ArgumentException(
              CoreError.WRONG_VALUE,
              "Cannot bind a SET with a member that is none of " + values
                  + ". Use those, or declare more.");
        }
      }
      return values.stream().filter(value::contains).collect(Collectors.joining(","));
    }

    @Override
    public Set<String> fromStored(String stored) {
      return stored.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(stored.split(",")));
    }
  }
}
