package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.sql.tree.statement.UpdateNode.Assignment;
import java.util.ArrayList;
import java.util.List;

/** Spells UPDATE. A dialect overrides what its database says otherwise. */
public class UpdateCompiler extends DmlCompiler {
  /**
   * Creates a compiler of standard SQL.
   *
   * @param compilation the compilation it serves
   */
  protected UpdateCompiler(Compilation compilation) {
    super(compilation);
  }

  /**
   * Writes the statement.
   *
   * @param node the statement
   */
  protected void write(UpdateNode node) {
    statement(node);
    returning(node.items(), Capability.UPDATE_RETURNING);
  }

  /**
   * Writes the statement without what comes back.
   *
   * @param node the statement
   */
  protected final void statement(UpdateNode node) {
    FromNode target = target(node.target(), "UPDATE");
    if (node.assignments().isEmpty() && !compilation().isTolerant()) {
      throw new CompileException(
          CoreError.INCOMPLETE_STATEMENT,
          compilation().dialect().name(),
          "Cannot compile UPDATE of '" + JoinConditions.describe(compilation(), target)
              + "': it sets nothing. Give it a column and a value with set(…).");
    }
    List<FromNode> others = others(node, target);
    List<FromNode> all = new ArrayList<>(List.of(target));
    all.addAll(others);
    enter(all);
    if (!others.isEmpty()) {
      compilation()
          .require(
              Capability.MULTI_TABLE_UPDATE,
              "UPDATE with further tables",
              "Name them in a subquery.");
    }
    tables(node, target, others);
    List<Node> where = conditions(node.target(), node.where());
    compilation().selects().conditions(" WHERE ", where);
    compilation().lint("UPDATE", all, where);
    compilation().clauses(node.additions(), Additions.Point.AFTER_CONDITIONS);
    limit(node.limit());
    compilation().remarks(node.additions(), Additions.Place.SUFFIX);
  }

  private List<FromNode> others(UpdateNode node, FromNode target) {
    List<Node> expressions = new ArrayList<>(node.where());
    for (Assignment assignment : node.assignments()) {
      expressions.add(assignment.value());
      if (compilation().dialect().supports(Capability.SEVERAL_TABLES_SET)) {
        expressions.add(assignment.column());
      }
    }
    return others(node.sources(), expressions, target);
  }

  /**
   * Writes everything before WHERE.
   *
   * @param node the statement
   * @param target the table
   * @param others further tables that it looks at
   */
  protected void tables(UpdateNode node, FromNode target, List<FromNode> others) {
    out().append("UPDATE ");
    compilation().remarks(node.additions(), Additions.Place.PREFIX);
    compilation().froms().write(target);
    assignments(node, target, false);
    if (!others.isEmpty()) {
      out().append(" FROM ");
      compilation().froms().list(others);
    }
  }

  /**
   * Writes SET and what is set.
   *
   * @param node the statement
   * @param target the table
   * @param qualified whether columns stand with their table
   */
  protected final void assignments(UpdateNode node, FromNode target, boolean qualified) {
    String separator = " SET ";
    for (Assignment assignment : node.assignments()) {
      out().append(separator);
      Node column = qualified && compilation().dialect().supports(Capability.SEVERAL_TABLES_SET)
          ? compilation().resolved(assignment.column())
          : written(target, assignment.column());
      if (qualified) {
        compilation().expressions().write(column);
      } else {
        bare(column);
      }
      out().append(" = ");
      value(column, assignment.value());
      separator = ", ";
    }
  }
}
