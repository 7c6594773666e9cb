package io.aludel.dialect.sqlite;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.internal.ComputationText;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;

/** Expressions of SQLite, which has no truth values and divides whole numbers to whole numbers. */
final class SqliteExpressionCompiler extends ExpressionCompiler {
  SqliteExpressionCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected String truth(boolean value) {
    return value ? "1" : "0";
  }

  @Override
  protected String constantCondition(boolean value) {
    return value ? "1 = 1" : "0 = 1";
  }

  @Override
  protected void distinct(BinaryNode node) {
    boolean distinct = node.operator() == BinaryNode.Operator.IS_DISTINCT_FROM;
    infix(node, distinct ? " IS NOT " : " IS ");
  }

  @Override
  protected void divide(BinaryNode node) {
    left(node);
    out().append(" / ");
    if (mayBeWhole(node.right())) {
      out().append("(");
      operand(node.right(), Precedence.SUM - 1, compilation().typeOf(node.left()));
      out().append(" + 0.0)");
    } else {
      right(node);
    }
  }

  @Override
  protected void call(FunctionNode node, Runnable tail) {
    if (node.name().equals("now") && node.arguments().isEmpty()) {
      out().append("CURRENT_TIMESTAMP");
    } else {
      super.call(node, tail);
    }
  }

  @Override
  protected String functionName(String name) {
    return switch (name) {
      case "char_length" -> "length";
      case "aggregate_strings" -> "group_concat";
      default -> name;
    };
  }

  @Override
  protected int precedence(Node node) {
    boolean arrow = node instanceof OperationNode operation
        && operation.form() instanceof Form.JsonPart part
        && !part.scalar();
    return arrow ? Precedence.TEST : super.precedence(node);
  }

  @Override
  protected void operation(OperationNode node) {
    if (node.form() instanceof Form.Computed computed) {
      ComputationText.write(compilation(), SqliteComputations.pattern(computed.what()), node);
      return;
    }
    if (!(node.form() instanceof Form.JsonPart part)) {
      super.operation(node);
      return;
    }
    boolean cast = part.scalar();
    out().append(cast ? "CAST(" : "");
    operand(node.operands().get(0), Precedence.TEST, null);
    out().append(cast ? " ->> " : " -> ");
    write(node.operands().get(1));
    if (cast) {
      String type = compilation().types().spellCast(node.result());
      out().append(" AS ").append(type).append(")");
    }
  }
}
