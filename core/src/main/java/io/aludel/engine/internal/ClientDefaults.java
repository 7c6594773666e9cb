package io.aludel.engine.internal;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds to an INSERT or UPDATE of a table the columns it does not mention and that have a default of the
 * client: values, expressions, numbers of sequences. An INSERT from a query gets expressions and
 * sequences only where it can; it is left as it is.
 */
public final class ClientDefaults {
  private final Dialect dialect;
  private final Map<String, ? extends @Nullable Object> parameters;

  private ClientDefaults(Dialect dialect, Map<String, ? extends @Nullable Object> parameters) {
    this.dialect = dialect;
    this.parameters = parameters;
  }

  /** What is known of one row, for defaults that look at it. */
  private record RowValues(Map<String, @Nullable Object> values, boolean isInsert)
      implements ColumnDefault.Context {
    @Override
    public Map<String, @Nullable Object> currentParameters() {
      return Collections.unmodifiableMap(values);
    }
  }

  /**
   * The statement with all defaults.
   *
   * @param parameters the values of named parameters, for defaults that look at the row
   */
  public static StatementNode added(
      StatementNode statement,
      Dialect dialect,
      Map<String, ? extends @Nullable Object> parameters) {
    ClientDefaults defaults = new ClientDefaults(dialect, parameters);
    if (statement instanceof InsertNode insert && insert.source() == null) {
      return defaults.inserted(insert, false);
    }
    return statement instanceof UpdateNode update ? defaults.updated(update) : statement;
  }

  /** The INSERT of one row with those defaults that the database works out. */
  public static InsertNode withExpressions(InsertNode insert, Dialect dialect) {
    return new ClientDefaults(dialect, Map.of()).inserted(insert, true);
  }

  private InsertNode inserted(InsertNode insert, boolean expressionsOnly) {
    List<Column<?>> missing = new ArrayList<>();
    for (Column<?> column : columns(insert.target())) {
      ColumnDefault<?> made = column.defaultValue();
      if (made == null || !isUsable(made) || mentions(insert.columns(), column)) {
        continue;
      }
      if (!expressionsOnly || !made.isMadeByClient()) {
        missing.add(column);
      }
    }
    if (missing.isEmpty()) {
      return insert;
    }
    List<Node> columns = new ArrayList<>(insert.columns());
    columns.addAll(missing);
    List<List<Node>> rows = new ArrayList<>();
    for (List<Node> row : insert.rows().isEmpty() ? List.of(List.<Node>of()) : insert.rows()) {
      rows.add(longer(insert, row, missing));
    }
    return insert.withRows(columns, rows);
  }

  private List<Node> longer(InsertNode insert, List<Node> row, List<Column<?>> missing) {
    List<Node> longer = new ArrayList<>(row);
    RowValues known = new RowValues(new HashMap<>(), true);
    for (int i = 0; i < row.size(); i++) {
      note(known, insert.columns().get(i), row.get(i));
    }
    for (Column<?> column : missing) {
      Node value = node(column, column.defaultValue(), known);
      note(known, column, value);
      longer.add(value);
    }
    return longer;
  }

  private UpdateNode updated(UpdateNode update) {
    List<UpdateNode.Assignment> all = new ArrayList<>(update.assignments());
    List<Node> mentioned =
        update.assignments().stream().map(set -> set.column()).toList();
    RowValues known = new RowValues(new HashMap<>(), false);
    update.assignments().forEach(set -> note(known, set.column(), set.value()));
    for (Column<?> column : columns(update.target())) {
      ColumnDefault<?> made = column.onUpdateValue();
      if (made != null && isUsable(made) && !mentions(mentioned, column)) {
        Node value = node(column, made, known);
        note(known, column, value);
        all.add(new UpdateNode.Assignment(column, value));
      }
    }
    return all.size() == update.assignments().size() ? update : update.withAssignments(all);
  }

  private boolean isUsable(ColumnDefault<?> made) {
    return !(made instanceof ColumnDefault.Next<?> next)
        || (dialect.supports(Capability.SEQUENCES) && !next.sequence().isOptional());
  }

  private static boolean mentions(List<Node> columns, Column<?> column) {
    for (Node mentioned : columns) {
      boolean named =
          mentioned instanceof NamedColumnNode name && name.name().equals(column.name());
      if (named || mentioned.equals(column)) {
        return true;
      }
    }
    return false;
  }

  private void note(RowValues known, Node column, Node value) {
    String key = column instanceof Column<?> own ? own.key() : null;
    if (key == null) {
      return;
    }
    if (value instanceof BindNode bind) {
      known.values().put(key, bind.value());
    } else if (value instanceof io.aludel.sql.tree.ParameterNode parameter
        && parameters.containsKey(parameter.name())) {
      known.values().put(key, parameters.get(parameter.name()));
    }
  }

  private static List<Column<?>> columns(FromNode target) {
    return target instanceof Table table ? table.columnsWithClientDefaults() : List.of();
  }

  private static Node node(Column<?> column, @Nullable ColumnDefault<?> made, RowValues known) {
    Node expression = made == null ? null : made.expression();
    if (expression != null) {
      return expression;
    }
    return BindNode.of(made == null ? null : made.value(known), column.type());
  }
}
