package io.aludel.dialect;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Set;

/**
 * Which years and which fractions of a second a database keeps. Finer fractions are cut off, never
 * rounded up, so that no value moves into the future; other years are refused.
 *
 * @param dialect the name of the dialect, for messages
 * @param precision the smallest part of a second
 * @param firstYear the first year, 0 being 1 BC
 * @param lastYear the last year
 * @param infinite values beyond, which stand for infinity
 */
public record TimeLimits(
    String dialect, ChronoUnit precision, int firstYear, int lastYear, Set<Temporal> infinite) {
  /** Keeps its own copy of the set. */
  public TimeLimits {
    infinite = Set.copyOf(infinite);
  }

  /**
   * The date as it is kept.
   *
   * @param value a date
   * @return the same date
   * @throws ArgumentException if the database does not hold the year
   */
  public LocalDate kept(LocalDate value) {
    requireYear(value, value.getYear());
    return value;
  }

  /**
   * The time as it is kept.
   *
   * @param value a time
   * @return the time without finer fractions
   */
  public LocalTime kept(LocalTime value) {
    return isFiner(value.getNano()) ? value.truncatedTo(precision) : value;
  }

  /**
   * The date and time as it is kept.
   *
   * @param value a date and time
   * @return the same without finer fractions
   * @throws ArgumentException if the database does not hold the year
   */
  public LocalDateTime kept(LocalDateTime value) {
    boolean ordinary = requireYear(value, value.getYear());
    return ordinary && isFiner(value.getNano()) ? value.truncatedTo(precision) : value;
  }

  /**
   * The date and time with its offset as it is kept.
   *
   * @param value a date and time
   * @return the same without finer fractions
   * @throws ArgumentException if the database does not hold the year
   */
  public OffsetDateTime kept(OffsetDateTime value) {
    boolean ordinary = requireYear(value, value.getYear());
    return ordinary && isFiner(value.getNano()) ? value.truncatedTo(precision) : value;
  }

  /**
   * The instant as it is kept.
   *
   * @param value an instant
   * @return its date and time in UTC without finer fractions
   * @throws ArgumentException if the database does not hold the year
   */
  public LocalDateTime inUtc(Instant value) {
    long second = value.getEpochSecond();
    if (second < LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC)
        || second > LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC)) {
      throw beyond("so far away");
    }
    return kept(LocalDateTime.ofEpochSecond(second, value.getNano(), ZoneOffset.UTC));
  }

  /**
   * The date and time as it is kept by a database that keeps no offset.
   *
   * @param value a date and time
   * @return the same without finer fractions
   * @throws ArgumentException if the database does not hold the year, or only that before it in UTC
   */
  public OffsetDateTime inUtc(OffsetDateTime value) {
    OffsetDateTime kept = kept(value);
    if (value.getYear() == firstYear && isBeforeFirstYear(value)) {
      throw beyond("that in UTC is of the year " + (firstYear - 1));
    }
    return kept;
  }

  private boolean isBeforeFirstYear(OffsetDateTime value) {
    return value.withOffsetSameInstant(ZoneOffset.UTC).getYear() < firstYear;
  }

  private boolean isFiner(int nanos) {
    return nanos % precision.getDuration().getNano() != 0;
  }

  /** False for a value that stands for infinity. */
  private boolean requireYear(Temporal value, int year) {
    if (year >= firstYear && year <= lastYear) {
      return true;
    }
    if (infinite.contains(value)) {
      return false;
    }
    throw beyond("of the year " + year);
  }

  private ArgumentException beyond(String which) {
    return new ArgumentException(
        CoreError.WRONG_VALUE,
        "Cannot bind a date " + which + ": " + dialect + " holds the years " + firstYear + " to "
            + lastYear + ". Give a date within.");
  }
}
