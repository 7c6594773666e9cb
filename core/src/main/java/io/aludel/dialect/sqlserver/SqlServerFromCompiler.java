package io.aludel.dialect.sqlserver;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.FromCompiler;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.TableFunctionNode;
import io.aludel.sql.tree.construct.TableFunctionNode.Style;
import io.aludel.sql.tree.statement.ValuesNode;

/** FROM of SQL Server, where APPLY joins what refers to the rows before it. */
final class SqlServerFromCompiler extends FromCompiler {
  private final Compilation compilation;

  SqlServerFromCompiler(Compilation compilation) {
    super(compilation);
    this.compilation = compilation;
  }

  @Override
  protected String recursiveWord() {
    return "";
  }

  @Override
  protected boolean nestsCommonTables() {
    return false;
  }

  @Override
  protected String lateralWord() {
    return "";
  }

  @Override
  protected String separator(FromNode next) {
    return isLateral(next) ? " CROSS APPLY " : ", ";
  }

  private static boolean isLateral(FromNode source) {
    return source instanceof AliasNode alias && alias.isLateral();
  }

  @Override
  public void visit(JoinNode node) {
    FromNode right = compilation.resolved(node.right());
    if (!isLateral(right)) {
      super.visit(node);
      return;
    }
    if (node.kind() == JoinNode.Kind.FULL) {
      throw refused("a full join with LATERAL", "Use a left join.");
    }
    SqlWriter out = compilation.out();
    write(node.left());
    out.append(node.kind() == JoinNode.Kind.LEFT ? " OUTER APPLY " : " CROSS APPLY ");
    Node on = condition(node);
    if (on == null || compilation.resolved(on) == ConstantNode.TRUE) {
      write(right);
      return;
    }
    out.append("(SELECT * FROM ");
    write(right);
    out.append(" WHERE ");
    compilation.expressions().condition(on, Precedence.CONDITION);
    String name = compilation.nameOf((AliasNode) right);
    out.append(") AS ").append(compilation.dialect().identifiers().prepare(name));
  }

  @Override
  protected void values(ValuesNode node, String name) {
    ((SqlServerSelectCompiler) compilation.selects()).named(node, name);
  }

  @Override
  protected void tableFunction(TableFunctionNode node, String name) {
    if (node.style() == Style.NUMBERED || node.style() == Style.TYPED) {
      throw refused(
          "a function in FROM with numbered rows or with types of its columns",
          "Number the rows with row_number, and cast the columns.");
    }
    super.tableFunction(node, name);
  }

  private CompileException refused(String what, String advice) {
    return new CompileException(
        CoreError.CANNOT_COMPILE,
        compilation.dialect().name(),
        "Cannot compile " + what + ": SQL Server has none. " + advice);
  }
}
