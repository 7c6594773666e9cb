package io.aludel.orm.internal.criteria;

import io.aludel.sql.tree.BinaryNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sums, differences and products of numbers, and texts put together. */
final class Arithmetic {
  private Arithmetic() {}

  static @Nullable Object apply(
      BinaryNode.Operator operator, @Nullable Object left, @Nullable Object right) {
    if (left == Evaluation.UNSURE || right == Evaluation.UNSURE) {
      return Evaluation.UNSURE;
    }
    if (left == null || right == null) {
      return null;
    }
    if (operator == BinaryNode.Operator.CONCAT) {
      return left instanceof String a && right instanceof String b ? a + b : Evaluation.UNSURE;
    }
    if (!(left instanceof Number a) || !(right instanceof Number b)) {
      return Evaluation.UNSURE;
    }
    if (Truth.isWhole(a) && Truth.isWhole(b)) {
      return whole(operator, a.longValue(), b.longValue());
    }
    return Truth.isFloating(a) || Truth.isFloating(b)
        ? (Object) floating(operator, a.doubleValue(), b.doubleValue())
        : exact(operator, Truth.exact(a), Truth.exact(b));
  }

  private static Object whole(BinaryNode.Operator operator, long left, long right) {
    try {
      return switch (operator) {
        case ADD -> Math.addExact(left, right);
        case SUBTRACT -> Math.subtractExact(left, right);
        case MULTIPLY -> Math.multiplyExact(left, right);
        default -> throw new IllegalArgumentException("no arithmetic: " + operator);
      };
    } catch (ArithmeticException overflow) {
      return Evaluation.UNSURE;
    }
  }

  private static double floating(BinaryNode.Operator operator, double left, double right) {
    return switch (operator) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      default -> throw new IllegalArgumentException("no arithmetic: " + operator);
    };
  }

  private static BigDecimal exact(BinaryNode.Operator operator, BigDecimal left, BigDecimal right) {
    return switch (operator) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right);
      default -> throw new IllegalArgumentException("no arithmetic: " + operator);
    };
  }
}
