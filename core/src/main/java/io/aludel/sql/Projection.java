package io.aludel.sql;

import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.ProjectionNode;

/**
 * Several expressions of a select list that make one object of each row; see {@code Sql.into}.
 *
 * @param node the expressions and how the object is made
 * @param <T> the Java type of the object
 */
public record Projection<T>(ProjectionNode node) implements Selectable<T> {
  /**
   * The same under a name, by which a row gives the object.
   *
   * @param name the name
   * @return the named projection
   * @throws io.aludel.ArgumentException if the name is empty
   */
  public Projection<T> as(String name) {
    String present = Operands.name(name, "as");
    return new Projection<>(new ProjectionNode(node.items(), node.assembler(), present));
  }
}
