package io.aludel.sql.internal;

import io.aludel.sql.Query;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.statement.TextNode;

/**
 * Text whose rows are described, so that it can stand wherever a query can.
 *
 * @param statementNode the text
 * @param <T> the Java type of the first column
 */
public record TextQuery<T>(TextNode statementNode) implements Query<T> {
  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(statementNode);
  }
}
