package io.aludel.dialect.internal;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.Precedence;
import io.aludel.sql.operator.Computation;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BetweenNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CaseNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.MatchNode;
import io.aludel.sql.tree.construct.NamedTestNode;
import io.aludel.sql.tree.construct.OperatorNode;
import io.aludel.sql.tree.construct.RegexpNode;

/** Tells conditions from values, for databases that do not take the one for the other. */
public final class Truths {
  private Truths() {}

  /** Whether an expression is a value, though a condition may be wanted where it stands. */
  public static boolean isBare(Node node) {
    return node instanceof ColumnNode
        || node instanceof FunctionNode
        || node instanceof CaseNode
        || node instanceof CastNode
        || node instanceof ParameterNode
        || node instanceof BindNode
        || (node instanceof SubqueryNode subquery && subquery.kind() == SubqueryNode.Kind.SCALAR);
  }

  /** Whether an expression is a condition, though a value may be wanted where it stands. */
  public static boolean isTest(Node node) {
    if (node instanceof BinaryNode binary) {
      return switch (binary.operator()) {
        case EQ, NE, LT, LE, GT, GE, IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> true;
        default -> false;
      };
    }
    if (node instanceof UnaryNode unary) {
      return switch (unary.operator()) {
        case NOT, IS_NULL, IS_NOT_NULL, IS_TRUE, IS_FALSE -> true;
        default -> false;
      };
    }
    if (node instanceof SubqueryNode subquery) {
      return subquery.kind() == SubqueryNode.Kind.EXISTS;
    }
    return node instanceof BetweenNode
        || node instanceof InNode
        || node instanceof LikeNode
        || node instanceof ConjunctionNode
        || isTestConstruct(node);
  }

  private static boolean isTestConstruct(Node node) {
    if (node instanceof RegexpNode regexp) {
      return regexp.replacement() == null;
    }
    if (node instanceof OperatorNode operator) {
      return operator.comparison();
    }
    if (node instanceof OperationNode operation
        && operation.form() instanceof Form.Computed computed) {
      return computed.what() == Computation.STARTS_WITH || computed.what() == Computation.ENDS_WITH;
    }
    return node instanceof MatchNode || node instanceof NamedTestNode;
  }

  /** Whether a condition is true or false, but never NULL. */
  public static boolean isCertain(Node node) {
    if (node instanceof UnaryNode unary) {
      return unary.operator() != UnaryNode.Operator.NOT;
    }
    if (node instanceof BinaryNode binary) {
      return binary.operator() == BinaryNode.Operator.IS_DISTINCT_FROM
          || binary.operator() == BinaryNode.Operator.IS_NOT_DISTINCT_FROM;
    }
    return node instanceof SubqueryNode;
  }

  /** Writes a condition where a value is wanted: 1, 0, or NULL for neither. */
  public static void writeValue(Compilation compilation, Node test) {
    compilation.out().append("CASE WHEN ");
    compilation.expressions().condition(test, Precedence.CONDITION);
    if (isCertain(test)) {
      compilation.out().append(" THEN 1 ELSE 0 END");
      return;
    }
    compilation.out().append(" THEN 1 WHEN ");
    Node opposite = new UnaryNode(UnaryNode.Operator.NOT, test);
    compilation.expressions().condition(opposite, Precedence.CONDITION);
    compilation.out().append(" THEN 0 END");
  }
}
