package io.aludel.sql;

import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.construct.TupleNode;
import java.util.List;

/**
 * Several values that are compared as one, the first deciding, then the second, and so on. A list with a
 * value for each stands for a tuple of values.
 *
 * @param node the values
 */
public record TupleExpression(TupleNode node) implements OrderedExpression<List<?>> {
  /**
   * A test whether the tuple is a row of a query.
   *
   * @param query a query of as many columns
   * @return the condition
   */
  public Condition inRows(Query<?> query) {
    return Operands.in(this, query, false);
  }

  /**
   * A test whether the tuple is no row of a query.
   *
   * @param query a query of as many columns
   * @return the condition
   */
  public Condition notInRows(Query<?> query) {
    return Operands.in(this, query, true);
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }
}
