package io.aludel.dialect;

import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.DeleteNode;
import java.util.ArrayList;
import java.util.List;

/** Spells DELETE. A dialect overrides what its database says otherwise. */
public class DeleteCompiler extends DmlCompiler {
  /**
   * Creates a compiler of standard SQL.
   *
   * @param compilation the compilation it serves
   */
  protected DeleteCompiler(Compilation compilation) {
    super(compilation);
  }

  /**
   * Writes the statement.
   *
   * @param node the statement
   */
  protected void write(DeleteNode node) {
    statement(node);
    returning(node.items(), Capability.DELETE_RETURNING);
  }

  /**
   * Writes the statement without what comes back.
   *
   * @param node the statement
   */
  protected final void statement(DeleteNode node) {
    FromNode target = target(node.target(), "DELETE");
    List<FromNode> others = others(node.sources(), node.where(), target);
    List<FromNode> all = new ArrayList<>(List.of(target));
    all.addAll(others);
    enter(all);
    if (!others.isEmpty()) {
      compilation()
          .require(
              Capability.MULTI_TABLE_DELETE,
              "DELETE with further tables",
              "Name them in a subquery.");
    }
    tables(node, target, others);
    List<Node> where = conditions(node.target(), node.where());
    compilation().selects().conditions(" WHERE ", where);
    compilation().lint("DELETE", all, where);
    compilation().clauses(node.additions(), Additions.Point.AFTER_CONDITIONS);
    limit(node.limit());
    compilation().remarks(node.additions(), Additions.Place.SUFFIX);
  }

  /**
   * Writes everything before WHERE.
   *
   * @param node the statement
   * @param target the table
   * @param others further tables that it looks at
   */
  protected void tables(DeleteNode node, FromNode target, List<FromNode> others) {
    out().append("DELETE ");
    compilation().remarks(node.additions(), Additions.Place.PREFIX);
    out().append("FROM ");
    compilation().froms().write(target);
    if (!others.isEmpty()) {
      out().append(" USING ");
      compilation().froms().list(others);
    }
  }
}
