package io.aludel.dialect.postgresql;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.ConstructCompiler;
import io.aludel.sql.tree.construct.BitwiseNode;
import io.aludel.sql.tree.construct.ExtractNode;
import io.aludel.sql.tree.construct.MatchNode;
import io.aludel.sql.tree.construct.RegexpNode;
import io.aludel.types.SqlTypes;

/** PostgreSQL: operators of its own for regular expressions and exclusive or. */
final class PostgresqlConstructCompiler extends ConstructCompiler {
  PostgresqlConstructCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  public void visit(BitwiseNode node) {
    if (node.operator() == BitwiseNode.Operator.XOR) {
      infix(node, " # ");
    } else {
      super.visit(node);
    }
  }

  /** The database counts fractions of a second, and numbers have no type of their own there. */
  @Override
  public void visit(ExtractNode node) {
    boolean second = node.field() == ExtractNode.Field.SECOND;
    out().append(second ? "CAST(FLOOR(" : "CAST(");
    super.visit(node);
    out().append(second ? ") AS INTEGER)" : " AS INTEGER)");
  }

  @Override
  public void visit(MatchNode node) {
    tight(node.operand());
    out().append(" @@ plainto_tsquery(");
    arguments(node.search());
    out().append(")");
  }

  @Override
  protected void matches(RegexpNode node) {
    if (!node.flags().isEmpty() && !node.flags().equals("i")) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          compilation().dialect().name(),
          "Cannot compile a regular expression with flags '" + node.flags()
              + "': PostgreSQL knows the flag 'i' in a test only. Write the others into the pattern.");
    }
    tight(node.operand());
    out().append(node.negated() ? " !~" : " ~").append(node.flags().isEmpty() ? " " : "* ");
    tight(node.pattern(), SqlTypes.STRING);
  }
}
