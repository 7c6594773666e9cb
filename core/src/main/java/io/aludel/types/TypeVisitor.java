package io.aludel.types;

/**
 * Distinguishes the types that every dialect knows.
 *
 * @param <R> what a visit returns
 */
public interface TypeVisitor<R> {
  /**
   * Visits the truth values.
   *
   * @param type the type
   * @return the answer
   */
  R visit(BooleanType type);

  /**
   * Visits whole numbers.
   *
   * @param type the type
   * @return the answer
   */
  R visit(IntegerType<?> type);

  /**
   * Visits binary floating point.
   *
   * @param type the type
   * @return the answer
   */
  R visit(FloatingType<?> type);

  /**
   * Visits exact decimals.
   *
   * @param type the type
   * @return the answer
   */
  R visit(NumericType type);

  /**
   * Visits text.
   *
   * @param type the type
   * @return the answer
   */
  R visit(StringType type);

  /**
   * Visits dates.
   *
   * @param type the type
   * @return the answer
   */
  R visit(DateType type);

  /**
   * Visits times of day.
   *
   * @param type the type
   * @return the answer
   */
  R visit(TimeType type);

  /**
   * Visits dates with a time of day.
   *
   * @param type the type
   * @return the answer
   */
  R visit(TimestampType type);

  /**
   * Visits instants and offset timestamps.
   *
   * @param type the type
   * @return the answer
   */
  R visit(ZonedTimestampType<?> type);

  /**
   * Visits UUIDs.
   *
   * @param type the type
   * @return the answer
   */
  R visit(UuidType type);

  /**
   * Visits addresses of hosts.
   *
   * @param type the type
   * @return the answer
   */
  R visit(InetType type);

  /**
   * Visits enums.
   *
   * @param type the type
   * @return the answer
   */
  R visit(EnumType<?> type);

  /**
   * Visits bytes.
   *
   * @param type the type
   * @return the answer
   */
  R visit(BinaryType type);

  /**
   * Visits lengths of time.
   *
   * @param type the type
   * @return the answer
   */
  R visit(IntervalType type);

  /**
   * Visits JSON.
   *
   * @param type the type
   * @return the answer
   */
  R visit(JsonType<?> type);

  /**
   * Visits arrays.
   *
   * @param type the type
   * @return the answer
   */
  R visit(ArrayType<?> type);

  /**
   * Visits domains.
   *
   * @param type the type
   * @return the answer
   */
  R visit(DomainType<?> type);

  /**
   * Visits types that are spelled as they are named.
   *
   * @param type the type
   * @return the answer
   */
  R visit(ExactType<?> type);

  /**
   * Visits any other type.
   *
   * @param type the type
   * @return the answer
   */
  R other(SqlType<?> type);
}
