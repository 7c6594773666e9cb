package io.aludel.orm.internal.criteria;

import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.LikeNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Comparisons as SQL makes them: with NULL they are unknown. */
final class Comparison {
  private Comparison() {}

  static @Nullable Object apply(
      BinaryNode.Operator operator, @Nullable Object left, @Nullable Object right) {
    if (left == Evaluation.UNSURE || right == Evaluation.UNSURE) {
      return Evaluation.UNSURE;
    }
    if (left == null || right == null) {
      return null;
    }
    return switch (operator) {
      case EQ -> Truth.same(left, right);
      case NE -> Truth.not(Truth.same(left, right));
      default -> ordered(operator, Truth.order(left, right));
    };
  }

  private static Object ordered(BinaryNode.Operator operator, @Nullable Integer order) {
    if (order == null) {
      return Evaluation.UNSURE;
    }
    return switch (operator) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      default -> throw new IllegalArgumentException("not an order: " + operator);
    };
  }

  static @Nullable Object distinct(
      BinaryNode.Operator operator, @Nullable Object left, @Nullable Object right) {
    Object same;
    if (left == Evaluation.UNSURE || right == Evaluation.UNSURE) {
      same = Evaluation.UNSURE;
    } else if (left == null || right == null) {
      same = left == right;
    } else {
      same = Truth.same(left, right);
    }
    return operator == BinaryNode.Operator.IS_DISTINCT_FROM ? Truth.not(same) : same;
  }

  /** A match that depends on upper and lower case is unsure: databases differ. */
  static @Nullable Object matches(
      LikeNode.Match match, @Nullable Object left, @Nullable Object right) {
    if (left == Evaluation.UNSURE || right == Evaluation.UNSURE) {
      return Evaluation.UNSURE;
    }
    if (left == null || right == null) {
      return null;
    }
    if (!(left instanceof String text) || !(right instanceof String part) || isPattern(part)) {
      return Evaluation.UNSURE;
    }
    boolean exact = matches(match, text, part);
    boolean loose = matches(match, text.toLowerCase(Locale.ROOT), part.toLowerCase(Locale.ROOT));
    return exact == loose ? (Object) exact : Evaluation.UNSURE;
  }

  /** Text without the characters that take the wildness from the next one. */
  static String piece(String escaped, char escape) {
    StringBuilder piece = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == escape) {
        i++;
      }
      piece.append(escaped.charAt(i));
    }
    return piece.toString();
  }

  private static boolean isPattern(String part) {
    return part.indexOf('%') >= 0 || part.indexOf('_') >= 0 || part.indexOf('\\') >= 0;
  }

  private static boolean matches(LikeNode.Match match, String text, String part) {
    return switch (match) {
      case STARTS -> text.startsWith(part);
      case ENDS -> text.endsWith(part);
      case CONTAINS -> text.contains(part);
      case PATTERN -> throw new IllegalArgumentException("a pattern needs the database");
    };
  }
}
