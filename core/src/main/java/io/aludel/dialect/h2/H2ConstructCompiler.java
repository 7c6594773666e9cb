package io.aludel.dialect.h2;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.ConstructCompiler;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.BitwiseNode;
import io.aludel.sql.tree.construct.RegexpNode;
import java.util.List;

/** H2: functions in place of operators on bits and regular expressions. */
final class H2ConstructCompiler extends ConstructCompiler {
  H2ConstructCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  public void visit(BitwiseNode node) {
    String name = switch (node.operator()) {
      case AND -> "BITAND(";
      case OR -> "BITOR(";
      case XOR -> "BITXOR(";
      case NOT -> "BITNOT(";
      case SHIFT_LEFT -> "LSHIFT(";
      case SHIFT_RIGHT -> "RSHIFT(";
    };
    boolean one = node.operator() == BitwiseNode.Operator.NOT;
    out().append(name);
    list(one ? List.of(node.left()) : List.of(node.left(), node.right()), false);
    out().append(")");
  }

  @Override
  protected void matches(RegexpNode node) {
    if (node.flags().isEmpty()) {
      super.matches(node);
      return;
    }
    out().append(node.negated() ? "NOT REGEXP_LIKE(" : "REGEXP_LIKE(");
    arguments(node.operand(), node.pattern());
    out().append(", '").append(node.flags()).append("')");
  }

  @Override
  protected void call(FunctionNode function, List<Node> orderBy) {
    if (!function.name().equals("aggregate_strings")) {
      super.call(function, orderBy);
      return;
    }
    joined(function, orderBy);
  }
}
