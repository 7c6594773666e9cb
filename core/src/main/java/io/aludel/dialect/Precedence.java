package io.aludel.dialect;

import io.aludel.sql.tree.BetweenNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.UnaryNode;

/** How tightly operators bind, which decides where parentheses go. */
public final class Precedence {
  /** The loosest: always in parentheses where a condition is meant. */
  public static final int LOOSEST = -20;

  /** A clause that wants a condition. */
  public static final int CONDITION = -10;

  /** A list, such as the arguments of a function. */
  public static final int COMMA = -1;

  /** EXISTS. */
  public static final int EXISTS = 0;

  /** OR. */
  public static final int OR = 2;

  /** AND. */
  public static final int AND = 3;

  /** Comparisons and other tests. */
  public static final int TEST = 5;

  /** Sums. */
  public static final int SUM = 7;

  /** Products. */
  public static final int PRODUCT = 8;

  /** Whatever needs no parentheses. */
  public static final int ATOM = 15;

  private Precedence() {}

  /** The precedence of a node that is no reference. */
  static int of(Node node) {
    if (node instanceof BinaryNode binary) {
      return of(binary.operator());
    }
    if (node instanceof UnaryNode unary) {
      return unary.operator() == UnaryNode.Operator.NEGATE ? PRODUCT : TEST;
    }
    if (node instanceof ConjunctionNode conjunction) {
      return conjunction.kind() == ConjunctionNode.Kind.AND ? AND : OR;
    }
    if (node instanceof LikeNode like) {
      return like.isWhole() ? TEST : LOOSEST;
    }
    if (node instanceof SubqueryNode subquery) {
      return subquery.kind() == SubqueryNode.Kind.EXISTS ? EXISTS : ATOM;
    }
    return node instanceof BetweenNode || node instanceof InNode ? TEST : ATOM;
  }

  static int of(BinaryNode.Operator operator) {
    return switch (operator) {
      case MULTIPLY, DIVIDE, DIVIDE_WHOLE, MODULO -> PRODUCT;
      case ADD, SUBTRACT -> SUM;
      default -> TEST;
    };
  }

  /** Whether an operator can be repeated without parentheses. */
  static boolean isAssociative(BinaryNode.Operator operator) {
    return switch (operator) {
      case ADD, MULTIPLY, CONCAT -> true;
      default -> false;
    };
  }
}
