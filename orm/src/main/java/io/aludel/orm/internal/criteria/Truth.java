package io.aludel.orm.internal.criteria;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** SQL's logic of true, false and unknown, where unknown is null, with a fourth answer: unsure. */
final class Truth {
  private Truth() {}

  static @Nullable Object not(@Nullable Object truth) {
    return truth instanceof Boolean known ? (Object) !known : truth;
  }

  /** False wins, then unsure, then unknown. */
  static @Nullable Object and(@Nullable Object left, @Nullable Object right) {
    return decide(Boolean.FALSE, left, right);
  }

  /** True wins, then unsure, then unknown. */
  static @Nullable Object or(@Nullable Object left, @Nullable Object right) {
    return decide(Boolean.TRUE, left, right);
  }

  private static @Nullable Object decide(
      Boolean winner, @Nullable Object left, @Nullable Object right) {
    if (winner.equals(left) || winner.equals(right)) {
      return winner;
    }
    if (left == Evaluation.UNSURE || right == Evaluation.UNSURE) {
      return Evaluation.UNSURE;
    }
    return left == null || right == null ? null : (Object) !winner;
  }

  /** Whether two values that are not null are equal to every database, to none, or to some. */
  static Object same(Object left, Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return compareNumbers(a, b) == 0;
    }
    if (left instanceof String a && right instanceof String b) {
      return sameText(a, b);
    }
    if (left instanceof byte[] a && right instanceof byte[] b) {
      return Arrays.equals(a, b);
    }
    return left.getClass() == right.getClass() ? left.equals(right) : Evaluation.UNSURE;
  }

  /** Some collations ignore case, accents or trailing blanks: only what is plainly ASCII is sure. */
  static Object sameText(String left, String right) {
    if (left.equals(right)) {
      return true;
    }
    boolean plain = isPlain(left) && isPlain(right);
    return plain && !left.strip().equalsIgnoreCase(right.strip()) ? false : Evaluation.UNSURE;
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(letter -> letter >= ' ' && letter < 127);
  }

  /** The order of two values, null if databases may differ on it. */
  static @Nullable Integer order(Object left, Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return compareNumbers(a, b);
    }
    if (left instanceof String || left.getClass() != right.getClass()) {
      return null;
    }
    return left instanceof Comparable<?> && !(left instanceof Enum<?>)
        ? compare(left, right)
        : null;
  }

  @SuppressWarnings("unchecked") // both are of one class
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  private static int compareNumbers(Number left, Number right) {
    if (isWhole(left) && isWhole(right)) {
      return Long.compare(left.longValue(), right.longValue());
    }
    if (isFloating(left) || isFloating(right)) {
      return Double.compare(left.doubleValue(), right.doubleValue());
    }
    return exact(left).compareTo(exact(right));
  }

  static boolean isWhole(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte;
  }

  static boolean isFloating(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  static BigDecimal exact(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return number instanceof BigInteger integer
        ? new BigDecimal(integer)
        : BigDecimal.valueOf(number.longValue());
  }
}
