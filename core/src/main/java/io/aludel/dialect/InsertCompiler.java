package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.dialect.internal.SelectItems;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.ConflictNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.List;

/** Spells INSERT. A dialect overrides what its database says otherwise. */
public class InsertCompiler extends DmlCompiler {
  /**
   * Creates a compiler of standard SQL.
   *
   * @param compilation the compilation it serves
   */
  protected InsertCompiler(Compilation compilation) {
    super(compilation);
  }

  /**
   * Writes the statement.
   *
   * @param node the statement
   */
  protected void write(InsertNode node) {
    statement(node);
    returning(node.items(), Capability.INSERT_RETURNING);
  }

  /**
   * Writes the statement without what comes back.
   *
   * @param node the statement
   */
  protected final void statement(InsertNode node) {
    FromNode target = target(node.target(), "INSERT");
    List<Node> columns =
        node.columns().stream().map(column -> written(target, column)).toList();
    out().append("INSERT ");
    compilation().remarks(node.additions(), Additions.Place.PREFIX);
    out().append("INTO ");
    compilation().froms().write(target);
    if (columns.isEmpty()) {
      beforeRows(node, target);
      defaults(target);
    } else {
      content(node, target, columns);
    }
    compilation().clauses(node.additions(), Additions.Point.AFTER_VALUES);
    upsert(node, target);
    compilation().remarks(node.additions(), Additions.Place.SUFFIX);
  }

  private void upsert(InsertNode node, FromNode target) {
    if (node.conflict() != null) {
      compilation()
          .require(
              Capability.UPSERT, "an upsert", "Look for the row first, then insert or update.");
      if (node.columns().isEmpty() && !compilation().isTolerant()) {
        throw new CompileException(
            CoreError.INCOMPLETE_STATEMENT,
            compilation().dialect().name(),
            "Cannot compile an upsert of '" + JoinConditions.describe(compilation(), target)
                + "': it has no column that could be in conflict. Give it values.");
      }
      enter(List.of(target));
      conflict(node, target, node.conflict());
    }
  }

  private void content(InsertNode node, FromNode target, List<Node> columns) {
    String separator = " (";
    for (Node column : columns) {
      out().append(separator);
      bare(column);
      separator = ", ";
    }
    out().append(")");
    beforeRows(node, target);
    QueryNode source = node.source();
    if (source == null) {
      insertedRows(node, columns);
    } else {
      source(columns, source);
    }
  }

  /**
   * Writes what stands between the columns and the rows.
   *
   * @param node the statement
   * @param target its table
   */
  protected void beforeRows(InsertNode node, FromNode target) {}

  /**
   * Writes what stands around the statement and its WITH.
   *
   * @param node the statement
   * @param statement writes the statement with its WITH
   */
  protected void whole(InsertNode node, Runnable statement) {
    statement.run();
  }

  /**
   * Writes rows of values.
   *
   * @param node the statement, which has no query
   * @param columns the columns it writes
   */
  protected void insertedRows(InsertNode node, List<Node> columns) {
    List<List<Node>> rows = node.rows();
    if (rows.size() > 1) {
      compilation()
          .require(
              Capability.MULTI_ROW_INSERT,
              "VALUES of several rows",
              "Run one INSERT with a list of parameters.");
    }
    String separator = " VALUES (";
    for (List<Node> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        out().append(i == 0 ? separator : ", ");
        value(columns.get(i), row.get(i));
      }
      separator = "), (";
    }
    out().append(")");
  }

  /**
   * Writes what is done with a row that is there already.
   *
   * @param node the statement
   * @param target its table
   * @param conflict what is done
   */
  protected void conflict(InsertNode node, FromNode target, ConflictNode conflict) {
    out().append(" ON CONFLICT");
    if (conflict.target().constraint() != null) {
      String name = conflict.target().constraint();
      out()
          .append(" ON CONSTRAINT ")
          .append(compilation().dialect().identifiers().prepare(name));
    }
    String separator = " (";
    for (Node column : conflict.target().columns()) {
      out().append(separator);
      bare(written(target, column));
      separator = ", ";
    }
    if (!conflict.target().columns().isEmpty()) {
      out().append(")");
      compilation()
          .froms()
          .unqualified(() ->
              compilation().selects().conditions(" WHERE ", conflict.target().where()));
    }
    if (conflict.assignments().isEmpty()) {
      out().append(" DO NOTHING");
      return;
    }
    out().append(" DO UPDATE");
    changes(target, conflict, " SET ");
    compilation().selects().conditions(" WHERE ", conflict.where());
  }

  /**
   * Writes what is set in a row that is there already.
   *
   * @param target the table
   * @param conflict what is done
   * @param word what stands before the first column
   */
  protected final void changes(FromNode target, ConflictNode conflict, String word) {
    String separator = word;
    for (UpdateNode.Assignment assignment : conflict.assignments()) {
      out().append(separator);
      Node column = written(target, assignment.column());
      bare(column);
      out().append(" = ");
      value(column, assignment.value());
      separator = ", ";
    }
  }

  private void source(List<Node> columns, QueryNode source) {
    int selected = SelectItems.expanded(compilation(), source.items()).size();
    if (selected != columns.size()) {
      throw new CompileException(
          CoreError.WRONG_ROLE,
          compilation().dialect().name(),
          "Cannot compile INSERT from a query: it writes " + columns.size()
              + " columns and the query gives " + selected + ". Select one value for each column.");
    }
    out().append(" ");
    query(source);
  }

  /**
   * Writes the query that gives the rows.
   *
   * @param source the query
   */
  protected void query(QueryNode source) {
    compilation().selects().nested(source);
  }

  /**
   * Writes what follows the table when a row of defaults is inserted.
   *
   * @param target the table
   */
  protected void defaults(FromNode target) {
    out().append(defaults());
  }

  /**
   * What follows the table when a row of defaults is inserted.
   *
   * @return the words, with a space before them
   */
  protected String defaults() {
    return " DEFAULT VALUES";
  }
}
