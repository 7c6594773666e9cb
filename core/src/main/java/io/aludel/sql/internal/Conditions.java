package io.aludel.sql.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Condition;
import io.aludel.sql.tree.BetweenNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BinaryNode.Operator;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.ConjunctionNode.Kind;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.RegexpNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conjunctions flattened and simplified, and negations turned into the opposite operator. */
public final class Conditions {
  public static final Condition ABSENT = of(ConstantNode.ABSENT);

  private Conditions() {}

  public static Condition of(Node node) {
    return new Words.Truth(node);
  }

  public static Condition and(Node first, Condition... others) {
    return of(joined(Kind.AND, nodes(first, others, "and")));
  }

  public static Condition or(Node first, Condition... others) {
    return of(joined(Kind.OR, nodes(first, others, "or")));
  }

  private static List<Node> nodes(Node first, Condition[] others, String operation) {
    Operands.truth(first, operation);
    List<Node> nodes = new ArrayList<>(others.length + 1);
    nodes.add(first);
    for (Condition other : Operands.present(others, operation, "list of conditions")) {
      nodes.add(Operands.present(other, operation, "condition").node());
    }
    return nodes;
  }

  /** The conditions of a clause with more added, as a list of which all must hold. */
  public static List<Node> added(List<Node> present, @Nullable Condition[] more, String clause) {
    if (more == null) {
      throw new ArgumentException(
          CoreError.NULL_OPERAND,
          "Cannot make " + clause + ": its condition is null. Give a condition, or leave it out.");
    }
    List<Node> members = new ArrayList<>(present);
    for (Condition condition : more) {
      members.add(Operands.present(condition, clause, "condition").node());
    }
    Node joined = joined(Kind.AND, members);
    if (joined == ConstantNode.ABSENT) {
      return List.of();
    }
    return joined instanceof ConjunctionNode all && all.kind() == Kind.AND
        ? all.members()
        : List.of(joined);
  }

  public static Node joined(Kind kind, List<Node> members) {
    ConstantNode neutral = kind == Kind.AND ? ConstantNode.TRUE : ConstantNode.FALSE;
    ConstantNode decisive = kind == Kind.AND ? ConstantNode.FALSE : ConstantNode.TRUE;
    List<Node> kept = new ArrayList<>(members.size());
    Node empty = ConstantNode.ABSENT;
    for (Node member : members) {
      if (member == decisive) {
        return decisive;
      }
      if (member == neutral) {
        empty = neutral;
      } else if (member instanceof ConjunctionNode nested && nested.kind() == kind) {
        kept.addAll(nested.members());
      } else if (member != ConstantNode.ABSENT) {
        kept.add(member);
      }
    }
    if (kept.size() > 1) {
      return new ConjunctionNode(kind, List.copyOf(kept));
    }
    return kept.isEmpty() ? empty : kept.get(0);
  }

  public static Condition truth(Node node) {
    Operands.truth(node, "asCondition");
    return of(node);
  }

  public static Condition isTrue(Node node) {
    return truthTest(UnaryNode.Operator.IS_TRUE, node);
  }

  public static Condition isFalse(Node node) {
    return truthTest(UnaryNode.Operator.IS_FALSE, node);
  }

  private static Condition truthTest(UnaryNode.Operator operator, Node node) {
    Operands.truth(node, operator);
    return node == ConstantNode.ABSENT ? ABSENT : of(new UnaryNode(operator, node));
  }

  public static Condition not(Node node) {
    Operands.truth(node, "not");
    return of(negated(node));
  }

  private static Node negated(Node node) {
    if (node instanceof ConstantNode constant) {
      return negatedConstant(constant);
    }
    if (node instanceof UnaryNode unary) {
      return negatedUnary(unary);
    }
    if (node instanceof BinaryNode binary && binary.operator().isComparison()) {
      return new BinaryNode(opposite(binary.operator()), binary.left(), binary.right());
    }
    if (node instanceof BetweenNode between) {
      return new BetweenNode(between.operand(), between.low(), between.high(), !between.negated());
    }
    if (node instanceof InNode in) {
      return new InNode(in.operand(), in.members(), !in.negated());
    }
    if (node instanceof LikeNode like) {
      return like.opposite();
    }
    if (node instanceof RegexpNode regexp) {
      return new RegexpNode(
          regexp.operand(), regexp.pattern(), null, regexp.flags(), !regexp.negated());
    }
    return new UnaryNode(UnaryNode.Operator.NOT, node);
  }

  private static Node negatedConstant(ConstantNode constant) {
    return switch (constant) {
      case TRUE -> ConstantNode.FALSE;
      case FALSE -> ConstantNode.TRUE;
      case NULL, ABSENT -> constant;
    };
  }

  private static Node negatedUnary(UnaryNode unary) {
    return switch (unary.operator()) {
      case NOT -> unary.operand();
      case IS_NULL -> new UnaryNode(UnaryNode.Operator.IS_NOT_NULL, unary.operand());
      case IS_NOT_NULL -> new UnaryNode(UnaryNode.Operator.IS_NULL, unary.operand());
      default -> new UnaryNode(UnaryNode.Operator.NOT, unary);
    };
  }

  private static Operator opposite(Operator operator) {
    return switch (operator) {
      case EQ -> Operator.NE;
      case NE -> Operator.EQ;
      case LT -> Operator.GE;
      case GE -> Operator.LT;
      case GT -> Operator.LE;
      case LE -> Operator.GT;
      case IS_DISTINCT_FROM -> Operator.IS_NOT_DISTINCT_FROM;
      case IS_NOT_DISTINCT_FROM -> Operator.IS_DISTINCT_FROM;
      default -> throw new AssertionError(operator);
    };
  }
}
