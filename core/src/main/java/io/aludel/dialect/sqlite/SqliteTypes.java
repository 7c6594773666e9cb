package io.aludel.dialect.sqlite;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.types.ConvertedType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Other ways of keeping dates and times in SQLite than the text of {@link
 * io.aludel.types.SqlTypes#TIMESTAMP} and its like, for databases that others wrote.
 */
public final class SqliteTypes {
  /** Points in time as whole seconds since 1970. Fractions are cut off. */
  public static final SqlType<Instant> EPOCH_SECONDS = new EpochType(1000);

  /** Points in time as whole milliseconds since 1970. Finer fractions are cut off. */
  public static final SqlType<Instant> EPOCH_MILLIS = new EpochType(1);

  private SqliteTypes() {}

  /**
   * Dates with a time of day as text of another format.
   *
   * @param pattern a pattern of {@link DateTimeFormatter}; text sorts by time only if the pattern does
   * @return the type
   * @throws ArgumentException if {@code pattern} is no pattern
   */
  public static SqlType<LocalDateTime> DATETIME(String pattern) {
    return new FormattedType<>(LocalDateTime.class, pattern, LocalDateTime::parse);
  }

  /**
   * Dates as text of another format.
   *
   * @param pattern a pattern of {@link DateTimeFormatter}
   * @return the type
   * @throws ArgumentException if {@code pattern} is no pattern
   */
  public static SqlType<LocalDate> DATE(String pattern) {
    return new FormattedType<>(LocalDate.class, pattern, LocalDate::parse);
  }

  /**
   * Times of day as text of another format.
   *
   * @param pattern a pattern of {@link DateTimeFormatter}
   * @return the type
   * @throws ArgumentException if {@code pattern} is no pattern
   */
  public static SqlType<LocalTime> TIME(String pattern) {
    return new FormattedType<>(LocalTime.class, pattern, LocalTime::parse);
  }

  /** Points in time as numbers. */
  private record EpochType(long millis) implements ConvertedType<Instant, Long> {
    @Override
    public Class<Instant> javaType() {
      return Instant.class;
    }

    @Override
    public SqlType<Long> stored() {
      return SqlTypes.BIGINT;
    }

    @Override
    public Long toStored(Instant value) {
      return Math.floorDiv(value.toEpochMilli(), millis);
    }

    @Override
    public Instant fromStored(Long stored) {
      return Instant.ofEpochMilli(Math.multiplyExact(stored, millis));
    }
  }

  /** Dates and times as text; equal to one of the same pattern. */
  private static final class FormattedType<T extends TemporalAccessor>
      implements ConvertedType<T, String> {
    private final Class<T> javaType;
    private final String pattern;
    private final DateTimeFormatter formatter;
    private final BiFunction<String, DateTimeFormatter, T> parser;

    FormattedType(
        Class<T> javaType, String pattern, BiFunction<String, DateTimeFormatter, T> parser) {
      this.javaType = javaType;
      this.pattern = ArgumentException.requireText(pattern, "the pattern of a date");
      this.parser = parser;
      try {
        formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      } catch (IllegalArgumentException wrong) {
        throw new ArgumentException(
            CoreError.ARGUMENT,
            "Cannot make a type of the pattern '" + pattern
                + "': it is none of DateTimeFormatter. Correct it.",
            wrong);
      }
    }

    @Override
    public Class<T> javaType() {
      return javaType;
    }

    @Override
    public SqlType<String> stored() {
      return SqlTypes.TEXT;
    }

    @Override
    public String toStored(T value) {
      return formatter.format(value);
    }

    @Override
    public T fromStored(String stored) {
      try {
        return parser.apply(stored, formatter);
      } catch (DateTimeException wrong) {
        throw new ArgumentException(
            CoreError.VALUE_CONVERSION,
            "Cannot read '" + stored + "' as " + javaType.getSimpleName()
                + ": it does not follow the pattern '" + pattern + "'. Correct the row.",
            wrong);
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof FormattedType<?> that
          && javaType == that.javaType
          && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
      return pattern.hashCode();
    }

    @Override
    public String toString() {
      return "FormattedType[" + pattern + "]";
    }
  }
}
