package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * How numbers follow each other in a {@link Sequence} or {@link Identity}. What is not said is the
 * database's own rule. Immutable.
 *
 * @param increment the distance of two numbers, or null
 * @param start the first number, or null
 * @param minimum the smallest number, or null
 * @param maximum the largest number, or null
 * @param cache how many numbers the database takes at once, or null
 * @param cycle whether counting begins anew at the end, or null
 */
public record SequenceOptions(
    @Nullable Long increment,
    @Nullable Long start,
    @Nullable Limit minimum,
    @Nullable Limit maximum,
    @Nullable Long cache,
    @Nullable Boolean cycle) {
  /** Nothing said. */
  public static final SequenceOptions NONE =
      new SequenceOptions(null, null, null, null, null, null);

  /**
   * An end of the numbers.
   *
   * @param value the number, or null for none at all
   */
  public record Limit(@Nullable Long value) {}

  /** Creates the options. */
  public SequenceOptions {
    if (increment != null && increment == 0) {
      throw new ArgumentException(
          CoreError.CONTRADICTION,
          "A sequence cannot have an increment of 0: it would never change. Give another one.");
    }
    Long least = minimum == null ? null : minimum.value();
    Long most = maximum == null ? null : maximum.value();
    if (least != null && most != null && least > most) {
      throw new ArgumentException(
          CoreError.CONTRADICTION,
          "A sequence cannot have the minimum " + least + " and the maximum " + most
              + ". Exchange them.");
    }
  }

  /**
   * The options with a first number.
   *
   * @param number the number
   * @return a copy
   */
  public SequenceOptions start(long number) {
    return new SequenceOptions(increment, number, minimum, maximum, cache, cycle);
  }

  /**
   * The options with a distance.
   *
   * @param step what is added each time; may be negative
   * @return a copy
   * @throws ArgumentException if {@code step} is 0
   */
  public SequenceOptions increment(long step) {
    return new SequenceOptions(step, start, minimum, maximum, cache, cycle);
  }

  /**
   * The options with a smallest number.
   *
   * @param number the number
   * @return a copy
   * @throws ArgumentException if the maximum is smaller
   */
  public SequenceOptions minimum(long number) {
    return new SequenceOptions(increment, start, new Limit(number), maximum, cache, cycle);
  }

  /**
   * The options with a largest number.
   *
   * @param number the number
   * @return a copy
   * @throws ArgumentException if the minimum is larger
   */
  public SequenceOptions maximum(long number) {
    return new SequenceOptions(increment, start, minimum, new Limit(number), cache, cycle);
  }

  /**
   * The options without any smallest number: {@code NO MINVALUE}.
   *
   * @return a copy
   */
  public SequenceOptions noMinimum() {
    return new SequenceOptions(increment, start, new Limit(null), maximum, cache, cycle);
  }

  /**
   * The options without any largest number: {@code NO MAXVALUE}.
   *
   * @return a copy
   */
  public SequenceOptions noMaximum() {
    return new SequenceOptions(increment, start, minimum, new Limit(null), cache, cycle);
  }

  /**
   * The options with a number of numbers that the database takes at once.
   *
   * @param numbers how many
   * @return a copy
   */
  public SequenceOptions cache(long numbers) {
    return new SequenceOptions(increment, start, minimum, maximum, numbers, cycle);
  }

  /**
   * The options with counting that begins anew at the end.
   *
   * @return a copy
   */
  public SequenceOptions cycling() {
    return new SequenceOptions(increment, start, minimum, maximum, cache, true);
  }

  /**
   * The options with counting that ends at the end: {@code NO CYCLE}.
   *
   * @return a copy
   */
  public SequenceOptions notCycling() {
    return new SequenceOptions(increment, start, minimum, maximum, cache, false);
  }

  /**
   * The words of standard SQL.
   *
   * @return for example {@code INCREMENT BY 2 START WITH 10}; empty if nothing is said
   */
  public String sql() {
    StringJoiner words = new StringJoiner(" ");
    add(words, "INCREMENT BY ", increment);
    add(words, "START WITH ", start);
    limit(words, "MINVALUE", minimum);
    limit(words, "MAXVALUE", maximum);
    add(words, "CACHE ", cache);
    if (cycle != null) {
      words.add(cycle ? "CYCLE" : "NO CYCLE");
    }
    return words.toString();
  }

  private static void add(StringJoiner words, String word, @Nullable Long number) {
    if (number != null) {
      words.add(word + number);
    }
  }

  private static void limit(StringJoiner words, String word, @Nullable Limit limit) {
    if (limit != null) {
      words.add(limit.value() == null ? "NO " + word : word + " " + limit.value());
    }
  }
}
