package io.aludel.dialect.postgresql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.sql.tree.statement.UpdateNode.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * UPDATE of PostgreSQL, which takes many rows as one array for each column: the values to set, and those
 * that find the row. The numbers of the rows found come back.
 */
final class PostgresqlUpdateCompiler extends UpdateCompiler {
  private static final String PLACE = "place";

  PostgresqlUpdateCompiler(Compilation compilation) {
    super(compilation);
  }

  /** The UPDATE with a list for each value, or null if one of them cannot be a list. */
  static @Nullable UpdateNode inColumns(UpdateNode update) {
    if (!(update.target() instanceof Table table)
        || !table.allowsReturning()
        || table.name().equals(GivenColumns.NAME)) {
      return null;
    }
    List<Assignment> assignments = new ArrayList<>();
    for (Assignment assignment : update.assignments()) {
      BindNode list = GivenColumns.list(assignment.column(), assignment.value());
      if (list == null) {
        return null;
      }
      assignments.add(new Assignment(assignment.column(), list));
    }
    List<Node> where = new ArrayList<>();
    for (Node condition : update.where()) {
      BinaryNode equal = (BinaryNode) condition;
      BindNode list = GivenColumns.list(equal.left(), equal.right());
      if (list == null) {
        return null;
      }
      where.add(new BinaryNode(BinaryNode.Operator.EQ, equal.left(), list));
    }
    return new UpdateNode(table, assignments, where, List.of(), List.of());
  }

  @Override
  protected void write(UpdateNode node) {
    super.write(node);
    if (isInColumns(node)) {
      out().append(" RETURNING " + GivenColumns.NAME + "." + PLACE);
    }
  }

  @Override
  protected void tables(UpdateNode node, FromNode target, List<FromNode> others) {
    super.tables(node, target, others);
    if (isInColumns(node)) {
      List<Node> lists = lists(node);
      out().append(" FROM ");
      GivenColumns.write(compilation(), lists);
      out().append(" WITH ORDINALITY AS " + GivenColumns.NAME + " (");
      for (Node list : lists) {
        out().append(GivenColumns.column(compilation(), (BindNode) list) + ", ");
      }
      out().append(PLACE + ")");
    }
  }

  private static boolean isInColumns(UpdateNode node) {
    return !node.assignments().isEmpty()
        && GivenColumns.isList(node.assignments().get(0).value());
  }

  private static List<Node> lists(UpdateNode node) {
    List<Node> lists = new ArrayList<>();
    node.assignments().forEach(assignment -> lists.add(assignment.value()));
    node.where().forEach(condition -> lists.add(((BinaryNode) condition).right()));
    return lists;
  }
}
