package io.aludel.engine;

import io.aludel.sql.Row;
import io.aludel.sql.Selectable;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one result have in common: the names of their values and the expressions they came
 * from. For the ORM and other layers; immutable.
 */
public final class RowShape {
  private final List<String> names;
  private final List<Node> nodes;

  private RowShape(List<String> names, List<Node> nodes) {
    this.names = names;
    this.nodes = nodes;
  }

  /**
   * The shape of rows.
   *
   * @param names the name of each value
   * @param nodes the expression of each value, or none at all if they are not known
   * @return the shape
   */
  public static RowShape of(List<String> names, List<? extends Node> nodes) {
    return new RowShape(List.copyOf(names), List.copyOf(nodes));
  }

  /**
   * A row of this shape.
   *
   * @param values the values, as many as there are names; not copied
   * @return the row
   */
  public Row row(@Nullable Object[] values) {
    return new ArrayRow(this, values);
  }

  /**
   * The name of each value.
   *
   * @return the names
   */
  public List<String> names() {
    return names;
  }

  int indexOf(String name) {
    int found = -1;
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name)) {
        if (found >= 0) {
          throw NoSuchColumnException.ambiguous(name, names);
        }
        found = i;
      }
    }
    return found < 0 ? indexIgnoringCase(name) : found;
  }

  /** Databases report names of text statements in the case they like. */
  private int indexIgnoringCase(String name) {
    int found = -1;
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        if (found >= 0) {
          throw NoSuchColumnException.ambiguous(name, names);
        }
        found = i;
      }
    }
    if (found < 0) {
      throw NoSuchColumnException.missing("the name '" + name + "'", names);
    }
    return found;
  }

  int indexOf(Selectable<?> expression) {
    Node wanted = expression.node();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) == wanted) {
        return i;
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (node.equals(wanted)
          || (node instanceof LabelNode label && label.operand().equals(wanted))) {
        return i;
      }
    }
    throw NoSuchColumnException.missing("the expression " + expression, names);
  }
}
