package io.aludel.dialect.sqlserver;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.ConstructCompiler;
import io.aludel.dialect.Precedence;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.construct.CollateNode;
import io.aludel.sql.tree.construct.ExtractNode;
import io.aludel.sql.tree.construct.MatchNode;
import java.util.List;

/** SQL Server: parts of dates, texts put together, searches of a full-text index. */
final class SqlServerConstructCompiler extends ConstructCompiler {
  SqlServerConstructCompiler(Compilation compilation) {
    super(compilation);
  }

  /** The name of a collation is no name that could be quoted. */
  @Override
  public void visit(CollateNode node) {
    if (!node.collation().matches("\\w+")) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          compilation().dialect().name(),
          "Cannot compile the collation '" + node.collation()
              + "': SQL Server takes letters, digits and underscores. Give a name of"
              + " sys.fn_helpcollations().");
    }
    tight(node.operand());
    out().append(" COLLATE ").append(node.collation());
  }

  @Override
  public void visit(ExtractNode node) {
    boolean ofYear = node.field() == ExtractNode.Field.DAY_OF_YEAR;
    out().append("DATEPART(").append(ofYear ? "dayofyear" : lower(node.field())).append(", ");
    compilation().expressions().operand(node.operand(), Precedence.COMMA, null);
    out().append(")");
  }

  @Override
  public void visit(MatchNode node) {
    out().append("CONTAINS (");
    arguments(node.operand(), node.search());
    out().append(")");
  }

  @Override
  protected void call(FunctionNode function, List<Node> orderBy) {
    boolean joined = function.name().equals("aggregate_strings");
    super.call(function, joined ? List.of() : orderBy);
    if (joined && !orderBy.isEmpty()) {
      out().append(" WITHIN GROUP (ORDER BY ");
      list(orderBy, true);
      out().append(")");
    }
  }

  /** No parameter may stand there, and a value that is not part of the statement's key no literal. */
  @Override
  protected void distance(Node distance) {
    Node resolved = compilation().resolved(distance);
    if (resolved instanceof BindNode || resolved instanceof ParameterNode) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          compilation().dialect().name(),
          "Cannot compile the frame of a window: SQL Server takes no parameter for its distance. Write"
              + " it into the SQL, as in preceding(inlined(2, INTEGER)).");
    }
    super.distance(distance);
  }
}
