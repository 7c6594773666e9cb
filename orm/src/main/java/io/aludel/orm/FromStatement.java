package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.sql.Executable;
import io.aludel.sql.RowStatement;
import io.aludel.sql.Select;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.sql.tree.statement.TextNode;
import java.util.ArrayList;
import java.util.List;

/** What is read from the rows of a statement that is sent as it is. */
record FromStatement<T>(FromStatementNode statementNode) implements RowStatement<T> {
  static <T> FromStatement<T> of(Select<T> wanted, Executable statement) {
    SelectNode select = wanted.statementNode();
    SelectNode plain = SelectNode.of(select.items()).withOptions(select.options());
    if (!plain.keyed().key().equals(select.keyed().key())) {
      throw refused(
          "the SELECT says more than what to read: " + wanted,
          "Let the statement itself join, filter and order its rows.");
    }
    StatementNode source = statement.statementNode();
    if (source instanceof FromStatementNode) {
      throw refused("it is one that entities are read from already", "Give the one within it.");
    }
    if (source.items().isEmpty() && !(source instanceof TextNode)) {
      throw refused("it gives no rows back: " + statement, "Add returning(…).");
    }
    List<StatementOption> options = new ArrayList<>(FromStatementNode.options(source));
    options.addAll(select.options());
    return new FromStatement<>(
        new FromStatementNode(select.items(), FromStatementNode.withOptions(source, options)));
  }

  private static ArgumentException refused(String reason, String cure) {
    return new ArgumentException(
        CoreError.ARGUMENT, "Cannot read entities from a statement: " + reason + ". " + cure);
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(statementNode.source());
  }
}
