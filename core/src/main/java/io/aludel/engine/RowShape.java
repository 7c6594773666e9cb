package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Row;
import io.aludel.sql.Selectable;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The shape of rows that have some of the values. */
  RowShape at(int[] positions) {
    List<String> some = new ArrayList<>(positions.length);
    List<Node> known = new ArrayList<>(positions.length);
    for (int position : positions) {
      some.add(names.get(position));
      if (!nodes.isEmpty()) {
        known.add(nodes.get(position));
      }
    }
    return new RowShape(some, known);
  }

  /** The shape of rows that have the values of another one too. */
  RowShape and(RowShape other) {
    List<String> both = new ArrayList<>(names);
    both.addAll(other.names);
    List<Node> known = new ArrayList<>(nodes);
    known.addAll(other.nodes);
    return new RowShape(both, known.size() == both.size() ? known : List.of());
  }

  /** A row of this shape with some values of another one. */
  Row row(Row wide, int[] positions) {
    @Nullable Object[] values = new Object[positions.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = wide.get(positions[i]);
    }
    return row(values);
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

  /** A row over an array. */
  private static final class ArrayRow implements Row {
    private final RowShape shape;
    private final @Nullable Object[] values;

    ArrayRow(RowShape shape, @Nullable Object[] values) {
      this.shape = shape;
      this.values = values;
    }

    @Override
    public @Nullable Object get(int position) {
      if (position < 0 || position >= values.length) {
        throw new ArgumentException(
            CoreError.ARGUMENT,
            "A row of " + values.length + " values has none at position " + position
                + ". Positions are counted from 0.");
      }
      return values[position];
    }

    @Override
    public @Nullable Object get(String name) {
      return values[shape.indexOf(ArgumentException.requireNonNull(name, "the name of a value"))];
    }

    @Override
    @SuppressWarnings("unchecked") // the reader of the expression made the value
    public <T> @Nullable T get(Selectable<T> expression) {
      ArgumentException.requireNonNull(expression, "the expression of a value");
      return (T) values[shape.indexOf(expression)];
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public List<String> names() {
      return shape.names();
    }

    @Override
    public List<@Nullable Object> asList() {
      return Collections.unmodifiableList(Arrays.<@Nullable Object>asList(values));
    }

    @Override
    public Map<String, @Nullable Object> asMap() {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = 0; i < values.length; i++) {
        map.putIfAbsent(shape.names().get(i), values[i]);
      }
      return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row row && asList().equals(row.asList());
    }

    @Override
    public int hashCode() {
      return asList().hashCode();
    }

    @Override
    public String toString() {
      return asMap().size() == values.length ? asMap().toString() : asList().toString();
    }
  }
}
