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
  private final String[] names;
  private final int[] slots;

  private Parameters(CompiledStatement compiled) {
    Map<String, Integer> known = compiled.parameters();
    names = known.keySet().toArray(new String[0]);
    slots = new int[names.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = known.getOrDefault(names[i], -1);
    }
  }

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
    return compiled.parameters().isEmpty() && parameters.isEmpty()
        ? values
        : new Parameters(compiled).filled(values, parameters);
  }

  /** The names of a statement's parameters, to be filled in again and again. */
  public static Parameters of(CompiledStatement compiled) {
    return new Parameters(compiled);
  }

  /** A copy of the values with those of the parameters in it. */
  public @Nullable Object[] filled(
      @Nullable Object[] values, Map<String, ? extends @Nullable Object> parameters) {
    if (parameters.size() != names.length) {
      throw otherNames(parameters);
    }
    @Nullable Object[] filled = Arrays.copyOf(values, values.length);
    for (int i = 0; i < names.length; i++) {
      Object value = parameters.get(names[i]);
      if (value == null && !parameters.containsKey(names[i])) {
        throw otherNames(parameters);
      }
      filled[slots[i]] = value;
    }
    return filled;
  }

  private ArgumentException otherNames(Map<String, ?> parameters) {
    return new ArgumentException(
        CoreError.PARAMETERS,
        "The parameters of a statement must be " + Arrays.asList(names) + ", and "
            + parameters.keySet() + " were given. Name each of them once.");
  }
}
