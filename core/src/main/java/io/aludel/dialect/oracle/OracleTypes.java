package io.aludel.dialect.oracle;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.types.ConvertedType;
import io.aludel.types.ExactType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.Wrapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The types that only Oracle has, as constants and as factories where a type has parameters. */
public final class OracleTypes {
  /** Decimal numbers of any precision. */
  public static final SqlType<BigDecimal> NUMBER = ExactType.of("NUMBER", SqlTypes.NUMERIC);

  /** Binary fractions of 32 bits. */
  public static final SqlType<Float> BINARY_FLOAT = ExactType.of("BINARY_FLOAT", SqlTypes.REAL);

  /** Binary fractions of 64 bits. */
  public static final SqlType<Double> BINARY_DOUBLE =
      ExactType.of("BINARY_DOUBLE", SqlTypes.DOUBLE);

  /** Long text in the national character set. */
  public static final SqlType<String> NCLOB = ExactType.of("NCLOB", SqlTypes.TEXT);

  /** Text of up to two gigabytes in the way of old; a table has one such column at most. */
  public static final SqlType<String> LONG = ExactType.of("LONG", SqlTypes.TEXT);

  /** Where rows lie. */
  public static final SqlType<String> ROWID = ExactType.of("ROWID", SqlTypes.STRING);

  /** Points in time, shown in the time zone of the session. */
  public static final SqlType<Instant> TIMESTAMP_WITH_LOCAL_TIME_ZONE =
      ExactType.of("TIMESTAMP WITH LOCAL TIME ZONE", SqlTypes.INSTANT);

  /** Dates with hours, minutes and seconds, which is what Oracle calls a date. */
  public static final SqlType<LocalDateTime> DATE = ExactType.of("DATE", SqlTypes.TIMESTAMP);

  /** Vectors of any length and format. Needs version 23. */
  public static final SqlType<List<Double>> VECTOR = new VectorType("VECTOR(*,*,*)");

  private OracleTypes() {}

  /** How the parts of a vector are kept. */
  public enum VectorFormat {
    /** Whole numbers of 8 bits. */
    INT8,
    /** Bits. */
    BINARY,
    /** Binary fractions of 32 bits. */
    FLOAT32,
    /** Binary fractions of 64 bits. */
    FLOAT64
  }

  private static int positive(String type, int number) {
    if (number < 1) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "Cannot make type " + type + " of " + number + ". Give 1 or more.");
    }
    return number;
  }

  /**
   * Decimal numbers.
   *
   * @param precision how many digits
   * @param scale how many of them behind the point
   * @return the type
   * @throws ArgumentException if {@code precision} is less than 1, or {@code scale} negative or more
   */
  public static SqlType<BigDecimal> NUMBER(int precision, int scale) {
    return new ExactType<>("NUMBER", precision, scale, SqlTypes.NUMERIC(precision, scale));
  }

  /**
   * Text, {@code VARCHAR2(length CHAR)}.
   *
   * @param length the most characters
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static SqlType<String> VARCHAR(int length) {
    return new ExactType<>("VARCHAR2", positive("VARCHAR2", length), -1, SqlTypes.STRING(length));
  }

  /**
   * Text in the national character set, {@code NVARCHAR2(length)}.
   *
   * @param length the most characters
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static SqlType<String> NVARCHAR(int length) {
    return new ExactType<>("NVARCHAR2", positive("NVARCHAR2", length), -1, SqlTypes.STRING(length));
  }

  /**
   * Bytes.
   *
   * @param length the most bytes
   * @return the type
   * @throws ArgumentException if {@code length} is less than 1
   */
  public static SqlType<byte[]> RAW(int length) {
    return new ExactType<>("RAW", positive("RAW", length), -1, SqlTypes.BINARY(length));
  }

  /**
   * Decimal numbers whose precision counts binary digits.
   *
   * @param binaryPrecision how many binary digits, up to 126
   * @return the type
   * @throws ArgumentException if {@code binaryPrecision} is less than 1
   */
  public static SqlType<BigDecimal> FLOAT(int binaryPrecision) {
    return new ExactType<>("FLOAT", positive("FLOAT", binaryPrecision), -1, SqlTypes.NUMERIC);
  }

  /**
   * Vectors. Needs version 23.
   *
   * @param dimensions how many parts each has
   * @param format how the parts are kept
   * @return the type
   * @throws ArgumentException if {@code dimensions} is less than 1
   */
  public static SqlType<List<Double>> VECTOR(int dimensions, VectorFormat format) {
    VectorFormat given = ArgumentException.requireNonNull(format, "the format of a vector");
    return new VectorType("VECTOR(" + positive("VECTOR", dimensions) + "," + given + ",*)");
  }

  /** Vectors as text, which the database takes apart. */
  private record VectorType(String spelling) implements ConvertedType<List<Double>, String> {
    @Override
    @SuppressWarnings("unchecked") // the class of all lists
    public Class<List<Double>> javaType() {
      return (Class<List<Double>>) (Class<?>) List.class;
    }

    @Override
    public SqlType<String> stored() {
      return ExactType.of(spelling, SqlTypes.STRING);
    }

    @Override
    public @Nullable Wrapping boundIn(String dialect) {
      return Wrapping.call("TO_VECTOR");
    }

    @Override
    public @Nullable Wrapping selectedIn(String dialect) {
      return new Wrapping("FROM_VECTOR(", " RETURNING CLOB)");
    }

    @Override
    public String toStored(List<Double> value) {
      StringJoiner parts = new StringJoiner(",", "[", "]");
      for (Double part : value) {
        if (part == null || !Double.isFinite(part)) {
          throw new ArgumentException(
              CoreError.WRONG_VALUE,
              "Cannot bind a vector with a part that is " + part + ". Give finite numbers.");
        }
        parts.add(part.toString());
      }
      return parts.toString();
    }

    @Override
    public List<Double> fromStored(String stored) {
      String parts = stored.strip();
      List<Double> value = new ArrayList<>();
      for (String part : parts.substring(1, parts.length() - 1).split(",")) {
        value.add(Double.valueOf(part.strip()));
      }
      return List.copyOf(value);
    }
  }
}
