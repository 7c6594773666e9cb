package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import org.jspecify.annotations.Nullable;

/**
 * The values between two bounds, each of which belongs to it or not, or is missing: the range goes on for
 * ever there. Immutable.
 *
 * @param lower the lower bound, or null for none
 * @param upper the upper bound, or null for none
 * @param lowerIncluded whether the lower bound belongs to it
 * @param upperIncluded whether the upper bound belongs to it
 * @param empty whether nothing belongs to it
 * @param <T> the Java type of the bounds
 */
public record Range<T>(
    @Nullable T lower,
    @Nullable T upper,
    boolean lowerIncluded,
    boolean upperIncluded,
    boolean empty) {
  /** Bounds that are missing, or of an empty range, do not belong to it. */
  public Range {
    lower = empty ? null : lower;
    upper = empty ? null : upper;
    lowerIncluded = lowerIncluded && lower != null;
    upperIncluded = upperIncluded && upper != null;
    if (lower instanceof Comparable<?> && upper != null && order(lower, upper) > 0) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make a range from " + lower + " to " + upper
              + ": its lower bound is the greater one. Turn them round.");
    }
  }

  @SuppressWarnings("unchecked") // both are of the type of the bounds
  private static <T> int order(T lower, T upper) {
    return ((Comparable<T>) lower).compareTo(upper);
  }

  /**
   * The range with its lower bound and without its upper one, {@code [lower, upper)}.
   *
   * @param lower the lower bound, or null for none
   * @param upper the upper bound, or null for none
   * @param <T> the Java type of the bounds
   * @return the range
   * @throws ArgumentException if {@code lower} is greater than {@code upper}
   */
  public static <T> Range<T> of(@Nullable T lower, @Nullable T upper) {
    return new Range<>(lower, upper, true, false, false);
  }

  /**
   * The range with both bounds, {@code [lower, upper]}.
   *
   * @param lower the lower bound, or null for none
   * @param upper the upper bound, or null for none
   * @param <T> the Java type of the bounds
   * @return the range
   * @throws ArgumentException if {@code lower} is greater than {@code upper}
   */
  public static <T> Range<T> closed(@Nullable T lower, @Nullable T upper) {
    return new Range<>(lower, upper, true, true, false);
  }

  /**
   * The range without its bounds, {@code (lower, upper)}.
   *
   * @param lower the lower bound, or null for none
   * @param upper the upper bound, or null for none
   * @param <T> the Java type of the bounds
   * @return the range
   * @throws ArgumentException if {@code lower} is greater than {@code upper}
   */
  public static <T> Range<T> open(@Nullable T lower, @Nullable T upper) {
    return new Range<>(lower, upper, false, false, false);
  }

  /**
   * The range of nothing.
   *
   * @param <T> the Java type of the bounds
   * @return the range
   */
  public static <T> Range<T> ofNothing() {
    return new Range<>(null, null, false, false, true);
  }

  /**
   * Whether a value belongs to this range.
   *
   * @param value the value
   * @return true if it lies within
   */
  public boolean contains(T value) {
    if (empty) {
      return false;
    }
    int afterLower = lower == null ? 1 : order(value, lower);
    int beforeUpper = upper == null ? -1 : order(value, upper);
    return (afterLower > 0 || (afterLower == 0 && lowerIncluded))
        && (beforeUpper < 0 || (beforeUpper == 0 && upperIncluded));
  }

  /** The range as PostgreSQL writes it, such as {@code [1,5)}. */
  @Override
  public String toString() {
    if (empty) {
      return "empty";
    }
    return (lowerIncluded ? "[" : "(") + (lower == null ? "" : lower) + ","
        + (upper == null ? "" : upper) + (upperIncluded ? "]" : ")");
  }
}
