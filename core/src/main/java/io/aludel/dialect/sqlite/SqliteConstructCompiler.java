package io.aludel.dialect.sqlite;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.ConstructCompiler;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.BitwiseNode;
import io.aludel.sql.tree.construct.ExtractNode;

/** SQLite: parts of dates by strftime, no exclusive or. */
final class SqliteConstructCompiler extends ConstructCompiler {
  SqliteConstructCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  public void visit(BitwiseNode node) {
    if (node.operator() != BitwiseNode.Operator.XOR) {
      super.visit(node);
      return;
    }
    out().append("((");
    infix(new BitwiseNode(BitwiseNode.Operator.OR, node.left(), node.right()), " | ");
    out().append(") - (");
    infix(new BitwiseNode(BitwiseNode.Operator.AND, node.left(), node.right()), " & ");
    out().append("))");
  }

  @Override
  public void visit(ExtractNode node) {
    if (node.field() == ExtractNode.Field.QUARTER) {
      out().append("((");
      part("%m", node.operand());
      out().append(" + 2) / 3)");
      return;
    }
    part(
        switch (node.field()) {
          case YEAR -> "%Y";
          case MONTH, QUARTER -> "%m";
          case DAY -> "%d";
          case DAY_OF_YEAR -> "%j";
          case HOUR -> "%H";
          case MINUTE -> "%M";
          case SECOND -> "%S";
        },
        node.operand());
  }

  private void part(String format, Node operand) {
    out().append("CAST(STRFTIME('").append(format).append("', ");
    compilation().expressions().write(operand);
    out().append(") AS INTEGER)");
  }
}
