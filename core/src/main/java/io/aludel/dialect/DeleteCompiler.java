package io.aludel.dialect;

import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.statement.DeleteNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    Set<FromNode> mentioned = new FromResolver(compilation()).mentionedBy(node.where());
    mentioned.remove(target);
    List<FromNode> others = List.copyOf(mentioned);
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
    tables(target, others);
    compilation().selects().conditions(" WHERE ", node.where());
  }

  /**
   * Writes everything before WHERE.
   *
   * @param target the table
   * @param others further tables that it looks at
   */
  protected void tables(FromNode target, List<FromNode> others) {
    out().append("DELETE FROM ");
    compilation().froms().write(target);
    if (!others.isEmpty()) {
      out().append(" USING ");
      compilation().froms().list(others);
    }
  }
}
