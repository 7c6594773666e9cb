package io.aludel.sql;

import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.StatementNode;

/**
 * An INSERT, UPDATE or DELETE that gives the rows it touched back. Immutable.
 *
 * @param statementNode the statement
 * @param <T> the Java type of the first value of each row
 */
public record Returning<T>(StatementNode statementNode) implements RowStatement<T> {
  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(statementNode);
  }
}
