package io.aludel.sql.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Selectable;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns to write and the nodes of the values written to them. */
public final class Assignments {
  private Assignments() {}

  /** What is written for a column, or for a reference that stands for several. */
  public static Map<Object, @Nullable Object> parts(Object column, @Nullable Object value) {
    Map<Object, @Nullable Object> parts =
        column instanceof ReferenceNode reference ? reference.assigned(value) : null;
    return parts == null ? Collections.singletonMap(column, value) : parts;
  }

  /** A row with the parts of each of its columns. */
  public static Map<Object, @Nullable Object> parts(Map<Object, @Nullable Object> row) {
    Map<Object, @Nullable Object> all = new LinkedHashMap<>();
    row.forEach((column, value) -> all.putAll(parts(column, value)));
    return all;
  }

  /** The column that a name or a node means in a target. */
  public static Node column(FromNode target, Object column) {
    if (column instanceof Node node) {
      return written(node);
    }
    String name = (String) column;
    if (!(target instanceof TableNode table)) {
      return new NamedColumnNode(name, SqlTypes.DEFERRED);
    }
    for (ColumnNode candidate : table.columnNodes()) {
      if (candidate.name().equals(name)) {
        return candidate;
      }
    }
    throw new ArgumentException(
        CoreError.NO_SUCH_NAME,
        "Cannot write to column '"
            + name
            + "': table '"
            + table.name()
            + "' has the columns "
            + table.columnNodes().stream().map(ColumnNode::name).toList()
            + ". Use one of these.");
  }

  private static Node written(Node node) {
    if (node instanceof ColumnNode || node instanceof ReferenceNode) {
      return node;
    }
    throw new ArgumentException(
        CoreError.WRONG_ROLE,
        "Cannot write to " + node + ": it is no column. Give a column of the table.");
  }

  public static Node value(Node column, @Nullable Object value) {
    if (value instanceof Selectable<?> expression) {
      return expression.node();
    }
    SqlType<?> type = column.type(CompileScope.UNRESOLVED);
    if (value == null) {
      return BindNode.of(null, type == SqlTypes.DEFERRED ? null : type);
    }
    return Operands.value(type, value, column, "assignment");
  }
}
