package io.aludel.sql;

import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.StatementNode;

/**
 * An INSERT, UPDATE or DELETE that gives the rows it touched back. Immutable.
 *
 * @param statementNode the statement
 * @param <T> the Java type of the first value of each row
 */
public record Returning<T>(StatementNode statementNode) implements RowStatement<T> {
  /**
   * This statement as a common table expression, which runs once and whose rows can be selected from.
   *
   * @param name its name
   * @return the common table expression
   */
  public Cte cte(String name) {
    return Cte.of(statementNode, Operands.name(name, "cte"));
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(statementNode);
  }
}
