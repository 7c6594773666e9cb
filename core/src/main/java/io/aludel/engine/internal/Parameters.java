package io.aludel.engine.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompiledStatement;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named parameters and what becomes of them: columns of an INSERT, values in slot order. */
public final class Parameters {
  private Parameters() {}

  /** An INSERT without values takes the parameters as the values of the columns they name. */
  public static StatementNode asColumns(StatementNode node, Collection<String> names) {
    if (names.isEmpty()
        || !(node instanceof InsertNode insert)
        || !insert.columns().isEmpty()
        || insert.source() != null
        || !(insert.target() instanceof Table table)) {
      return node;
    }
    List<Node> columns = new ArrayList<>(names.size());
    List<Node> parameters = new ArrayList<>(names.size());
    for (String name : names) {
      ColumnNode column = table.c(name);
      columns.add(column);
      parameters.add(new ParameterNode(name, ((Column<?>) column).type()));
    }
    return insert.withRows(columns, List.of(parameters));
  }

  /** The values of an execution in slot order. */
  public static @Nullable Object[] values(
      CompiledStatement compiled,
      StatementNode node,
      Map<String, ? extends @Nullable Object> parameters) {
    @Nullable Object[] values = node.keyed().values();
    Map<String, Integer> slots = compiled.parameters();
    if (slots.isEmpty() && parameters.isEmpty()) {
      return values;
    }
    if (slots.size() != parameters.size() || !slots.keySet().containsAll(parameters.keySet())) {
      throw new ArgumentException(
          CoreError.PARAMETERS,
          "The parameters of a statement must be " + slots.keySet() + ", and " + parameters.keySet()
              + " were given. Name each of them once.");
    }
    @Nullable Object[] filled = Arrays.copyOf(values, values.length);
    slots.forEach((name, slot) -> filled[slot] = parameters.get(name));
    return filled;
  }
}
