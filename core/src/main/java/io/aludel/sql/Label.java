package io.aludel.sql;

import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.LabelNode;

/**
 * An expression under a name of its own in the result.
 *
 * @param node the expression and its name
 * @param <T> the Java type of the value
 */
public record Label<T>(LabelNode node) implements ColumnExpression<T> {
  static <T> Label<T> of(Expression<T> expression, String name) {
    return new Label<>(new LabelNode(expression.node(), Operands.name(name, "as")));
  }

  /**
   * The name.
   *
   * @return the name
   */
  public String name() {
    return node.name();
  }
}
