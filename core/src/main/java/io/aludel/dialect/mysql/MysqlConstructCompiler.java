package io.aludel.dialect.mysql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.ConstructCompiler;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.ExcludedNode;
import io.aludel.sql.tree.construct.ExtractNode;
import io.aludel.sql.tree.construct.MatchNode;
import io.aludel.sql.tree.construct.RegexpNode;
import java.util.List;

/** MySQL and MariaDB: group_concat, full-text search, flags in the pattern. */
final class MysqlConstructCompiler extends ConstructCompiler {
  MysqlConstructCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  public void visit(ExtractNode node) {
    if (node.field() == ExtractNode.Field.DAY_OF_YEAR) {
      out().append("DAYOFYEAR(");
      arguments(node.operand());
      out().append(")");
    } else {
      super.visit(node);
    }
  }

  @Override
  public void visit(ExcludedNode node) {
    out().append("VALUES(");
    compilation().froms().unqualified(() -> compilation().expressions().write(node.column()));
    out().append(")");
  }

  @Override
  public void visit(MatchNode node) {
    out().append("MATCH (");
    compilation().expressions().write(node.operand());
    out().append(") AGAINST (");
    arguments(node.search());
    out().append(" IN BOOLEAN MODE)");
  }

  @Override
  protected void matches(RegexpNode node) {
    if (node.flags().isEmpty()) {
      super.matches(node);
    } else if (isMariadb()) {
      tight(node.operand());
      out().append(node.negated() ? " NOT REGEXP " : " REGEXP ");
      flagged(node);
    } else {
      out().append(node.negated() ? "NOT REGEXP_LIKE(" : "REGEXP_LIKE(");
      arguments(node.operand(), node.pattern());
      out().append(", '").append(node.flags()).append("')");
    }
  }

  @Override
  protected void replaced(RegexpNode node) {
    if (node.flags().isEmpty()) {
      super.replaced(node);
      return;
    }
    out().append("REGEXP_REPLACE(");
    if (isMariadb()) {
      arguments(node.operand());
      out().append(", ");
      flagged(node);
      out().append(", ");
      arguments(node.replacement());
    } else {
      arguments(node.operand(), node.pattern(), node.replacement());
      out().append(", 1, 0, '").append(node.flags()).append("'");
    }
    out().append(")");
  }

  private void flagged(RegexpNode node) {
    out().append("CONCAT('(?").append(node.flags()).append(")', ");
    arguments(node.pattern());
    out().append(")");
  }

  private boolean isMariadb() {
    return compilation().dialect().name().equals("mariadb");
  }

  @Override
  protected void call(FunctionNode function, List<Node> orderBy) {
    if (!function.name().equals("aggregate_strings")) {
      super.call(function, orderBy);
      return;
    }
    out().append("group_concat(");
    list(function.arguments().subList(0, 1), false);
    ordered(orderBy);
    out().append(" SEPARATOR ");
    list(function.arguments().subList(1, 2), false);
    out().append(")");
  }
}
