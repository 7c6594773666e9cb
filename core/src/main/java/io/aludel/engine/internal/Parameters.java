package io.aludel.engine.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompiledStatement;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.ParameterRows;
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
import java.util.stream.IntStream;
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
      throw otherNames(parameters.keySet());
    }
    @Nullable Object[] filled = Arrays.copyOf(values, values.length);
    for (int i = 0; i < names.length; i++) {
      Object value = parameters.get(names[i]);
      if (value == null && !parameters.containsKey(names[i])) {
        throw otherNames(parameters.keySet());
      }
      filled[slots[i]] = value;
    }
    return filled;
  }

  /** The same for each row. */
  public List<@Nullable Object[]> filled(
      @Nullable Object[] values, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    List<@Nullable Object[]> all = new ArrayList<>(rows.size());
    if (rows instanceof ParameterRows arrays) {
      fill(values, arrays, all);
    } else {
      rows.forEach(row -> all.add(filled(values, row)));
    }
    return all;
  }

  /** Where the values of a row are all there is to send, in that order, they are sent themselves. */
  private void fill(@Nullable Object[] values, ParameterRows rows, List<@Nullable Object[]> all) {
    int[] places = places(rows.names());
    boolean asTheyAre = values.length == places.length
        && Arrays.equals(places, IntStream.range(0, places.length).toArray());
    for (int i = 0; i < rows.size(); i++) {
      @Nullable Object[] row = rows.values(i);
      if (!asTheyAre) {
        @Nullable Object[] filled = Arrays.copyOf(values, values.length);
        for (int j = 0; j < places.length; j++) {
          filled[places[j]] = row[j];
        }
        row = filled;
      }
      all.add(row);
    }
  }

  private int[] places(List<String> given) {
    List<String> wanted = Arrays.asList(names);
    if (given.size() != names.length || !given.containsAll(wanted)) {
      throw otherNames(given);
    }
    return given.stream().mapToInt(name -> slots[wanted.indexOf(name)]).toArray();
  }

  private ArgumentException otherNames(Collection<String> given) {
    return new ArgumentException(
        CoreError.PARAMETERS,
        "The parameters of a statement must be " + Arrays.asList(names) + ", and " + given
            + " were given. Name each of them once.");
  }
}
