package io.aludel.sql.tree;

import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;

/**
 * An operator with two operands.
 *
 * @param operator the operator
 * @param left the left operand
 * @param right the right operand
 */
public record BinaryNode(Operator operator, Node left, Node right) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    if (operator.isComparison()) {
      return SqlTypes.BOOLEAN;
    }
    SqlType<?> first = left.type(scope);
    SqlType<?> second = right.type(scope);
    return switch (operator) {
      case DIVIDE -> SqlTypes.NUMERIC;
      case CONCAT -> SqlTypes.STRING;
      default -> second == SqlTypes.DEFERRED ? first : Promotion.of(first, second);
    };
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(BinaryNode.class).add(operator).element(left).element(right);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(left);
    action.accept(right);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node newLeft = parts.node(left);
    Node newRight = parts.node(right);
    boolean same = newLeft == left && newRight == right;
    return same ? this : new BinaryNode(operator, newLeft, newRight);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }

  /** The operators with two operands. */
  public enum Operator {
    /** Equal. */
    EQ,
    /** Not equal. */
    NE,
    /** Less. */
    LT,
    /** Less or equal. */
    LE,
    /** Greater. */
    GT,
    /** Greater or equal. */
    GE,
    /** Not equal, where NULL equals NULL. */
    IS_DISTINCT_FROM,
    /** Equal, where NULL equals NULL. */
    IS_NOT_DISTINCT_FROM,
    /** Sum. */
    ADD,
    /** Difference. */
    SUBTRACT,
    /** Product. */
    MULTIPLY,
    /** Quotient with its fraction. */
    DIVIDE,
    /** Whole quotient. */
    DIVIDE_WHOLE,
    /** Remainder. */
    MODULO,
    /** Texts joined. */
    CONCAT;

    /**
     * Whether the operator compares.
     *
     * @return true if its value is a truth value
     */
    public boolean isComparison() {
      return compareTo(IS_NOT_DISTINCT_FROM) <= 0;
    }
  }

  /** The type of a sum, difference or product: that of the operand that holds more. */
  private static final class Promotion {
    private Promotion() {}

    static SqlType<?> of(SqlType<?> one, SqlType<?> other) {
      SqlType<?> left = one.generic();
      SqlType<?> right = other.generic();
      int first = rank(left);
      int second = rank(right);
      if (first < 0 || second < 0) {
        return one;
      }
      SqlType<?> wider = second > first ? right : left;
      return wider instanceof NumericType ? SqlTypes.NUMERIC : wider;
    }

    private static int rank(SqlType<?> type) {
      if (type instanceof IntegerType<?> integer) {
        Class<?> java = integer.javaType();
        return java == Long.class ? 3 : java == Integer.class ? 2 : java == Short.class ? 1 : 0;
      }
      if (type instanceof NumericType) {
        return 4;
      }
      return type instanceof FloatingType<?> floating
          ? (floating.javaType() == Float.class ? 5 : 6)
          : -1;
    }
  }
}
