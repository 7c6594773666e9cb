package io.aludel.engine;

import io.aludel.dialect.StatementKind;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an execution did besides giving rows: what was sent, what the engine added, what the database
 * generated (parity row ORM-ENG-14). Computed when asked for. Belongs to the thread of its result.
 */
public final class StatementOutcome {
  static final StatementOutcome UNKNOWN =
      new StatementOutcome(null, new Sent(null, null, List.of()), List.of());

  private final @Nullable StatementKind kind;
  private final Sent sent;
  private final List<@Nullable Object[]> generated;

  /** A statement as it was written, as it was sent, and its values row by row. */
  record Sent(
      @Nullable StatementNode written,
      @Nullable StatementNode node,
      List<@Nullable Object[]> rows) {}

  StatementOutcome(@Nullable StatementKind kind, Sent sent, List<@Nullable Object[]> generated) {
    this.kind = kind;
    this.sent = sent;
    this.generated = generated;
  }

  /**
   * What the statement did.
   *
   * @return the kind, or null of rows that another layer made
   */
  public @Nullable StatementKind kind() {
    return kind;
  }

  /**
   * The primary keys of the rows inserted, whole: values that were given and the one that the database
   * generated.
   *
   * @return for each row its key; a value is null where an expression or the database made it and it was
   *     not given back, as in a batch; empty for other statements
   */
  public List<List<@Nullable Object>> insertedKeys() {
    if (!(sent.node() instanceof InsertNode insert)
        || !(insert.target() instanceof Table table)
        || insert.source() != null) {
      return List.of();
    }
    Column<?> automatic = table.autoincrementColumn();
    List<Map<Object, @Nullable Object>> cells = cells(insert);
    List<List<@Nullable Object>> keys = new ArrayList<>(cells.size());
    for (int row = 0; row < cells.size(); row++) {
      List<@Nullable Object> key = new ArrayList<>();
      for (Column<?> column : table.primaryKey().columns()) {
        Object given = cells.get(row).get(column);
        boolean open = !cells.get(row).containsKey(column) || given == Unknown.EXPRESSION;
        boolean made = open
            && column.equals(automatic)
            && row < generated.size()
            && generated.get(row).length > 0;
        key.add(made ? generated.get(row)[0] : given == Unknown.EXPRESSION ? null : given);
      }
      keys.add(Collections.unmodifiableList(key));
    }
    return Collections.unmodifiableList(keys);
  }

  /**
   * The values that an INSERT or UPDATE gave to columns, client defaults included.
   *
   * @return for each row, or execution of an UPDATE, the values by the names of their columns, those made
   *     by expressions left out; empty for other statements
   */
  public List<Map<String, @Nullable Object>> sentValues() {
    List<Map<Object, @Nullable Object>> cells = sent.node() instanceof InsertNode insert
        ? cells(insert)
        : sent.node() instanceof UpdateNode update ? cells(update) : List.of();
    List<Map<String, @Nullable Object>> named = new ArrayList<>(cells.size());
    for (Map<Object, @Nullable Object> row : cells) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      row.forEach((column, value) -> {
        if (column instanceof Column<?> known && value != Unknown.EXPRESSION) {
          values.put(known.name(), value);
        }
      });
      named.add(Collections.unmodifiableMap(values));
    }
    return Collections.unmodifiableList(named);
  }

  /**
   * The columns to which the engine gave a client default.
   *
   * @return the columns in the order of the statement
   */
  public List<Column<?>> prefetchedColumns() {
    List<Column<?>> added = new ArrayList<>(mentioned(sent.node()));
    added.removeAll(mentioned(sent.written()));
    added.removeIf(column -> !isMadeByClient(column));
    return Collections.unmodifiableList(added);
  }

  /**
   * The columns to which the database gave a value that is not known here: those with a server default
   * or a default that is an expression, key aside, that an INSERT did not mention and did not give back;
   * of an UPDATE, those that the database or an expression fills in updates.
   *
   * @return the columns in the order of the table
   */
  public List<Column<?>> postfetchColumns() {
    if (sent.node() instanceof UpdateNode update && update.target() instanceof Table table) {
      return filledByUpdate(update, table);
    }
    if (!(sent.node() instanceof InsertNode insert) || !(insert.target() instanceof Table table)) {
      return List.of();
    }
    List<Column<?>> unknown = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      boolean left = column.serverDefault() != null && !insert.columns().contains(column);
      boolean expressed = column.defaultValue() != null
          && !isMadeByClient(column)
          && !mentioned(sent.written()).contains(column)
          && !column.equals(table.autoincrementColumn());
      if ((left || expressed) && !insert.items().contains(column)) {
        unknown.add(column);
      }
    }
    return Collections.unmodifiableList(unknown);
  }

  private List<Column<?>> filledByUpdate(UpdateNode update, Table table) {
    List<Column<?>> written = mentioned(sent.written());
    List<Column<?>> unknown = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      boolean filled = column.serverOnUpdate() != null
          || (column.onUpdateValue() != null && !isMadeByClient(column));
      if (filled && !written.contains(column) && !update.items().contains(column)) {
        unknown.add(column);
      }
    }
    return Collections.unmodifiableList(unknown);
  }

  private boolean isMadeByClient(Column<?> column) {
    ColumnDefault<?> made =
        sent.node() instanceof UpdateNode ? column.onUpdateValue() : column.defaultValue();
    return made == null || made.isMadeByClient();
  }

  private enum Unknown {
    EXPRESSION
  }

  private static List<Column<?>> mentioned(@Nullable StatementNode node) {
    List<Column<?>> columns = new ArrayList<>();
    if (node instanceof InsertNode insert) {
      insert.columns().forEach(column -> add(columns, column));
    } else if (node instanceof UpdateNode update) {
      update.assignments().forEach(assignment -> add(columns, assignment.column()));
    }
    return columns;
  }

  private static void add(List<Column<?>> columns, Node column) {
    if (column instanceof Column<?> known) {
      columns.add(known);
    }
  }

  private List<Map<Object, @Nullable Object>> cells(InsertNode insert) {
    KeyBuilder slots = insert.walk();
    List<Map<Object, @Nullable Object>> all = new ArrayList<>();
    for (@Nullable Object[] values : sent.rows()) {
      if (insert.rows().isEmpty()) {
        all.add(Map.of());
      }
      for (List<Node> row : insert.rows()) {
        Map<Object, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
          cells.put(insert.columns().get(i), value(row.get(i), slots, values));
        }
        all.add(cells);
      }
    }
    return all;
  }

  private List<Map<Object, @Nullable Object>> cells(UpdateNode update) {
    KeyBuilder slots = update.walk();
    List<Map<Object, @Nullable Object>> all = new ArrayList<>();
    for (@Nullable Object[] values : sent.rows()) {
      Map<Object, @Nullable Object> cells = new LinkedHashMap<>();
      update
          .assignments()
          .forEach(set -> cells.put(set.column(), value(set.value(), slots, values)));
      all.add(cells);
    }
    return all;
  }

  private static @Nullable Object value(Node cell, KeyBuilder slots, @Nullable Object[] values) {
    if (cell instanceof BindNode bind) {
      return values[slots.slotOf(bind)];
    }
    return cell instanceof ParameterNode parameter
        ? values[slots.slotOf(parameter.name())]
        : Unknown.EXPRESSION;
  }
}
