package io.aludel.engine.internal;

import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds to an INSERT or UPDATE of a table the columns it does not mention and that have a default on the
 * client. An INSERT from a query is left as it is.
 */
public final class ClientDefaults {
  private ClientDefaults() {}

  public static StatementNode added(StatementNode statement) {
    if (statement instanceof InsertNode insert && insert.source() == null) {
      return inserted(insert);
    }
    return statement instanceof UpdateNode update ? updated(update) : statement;
  }

  private static InsertNode inserted(InsertNode insert) {
    List<Column<?>> missing = new ArrayList<>();
    for (Column<?> column : columns(insert.target())) {
      if (column.defaultValue() != null && !insert.columns().contains(column)) {
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
      List<Node> longer = new ArrayList<>(row);
      missing.forEach(column -> longer.add(bind(column, column.defaultValue())));
      rows.add(longer);
    }
    return insert.withRows(columns, rows);
  }

  private static UpdateNode updated(UpdateNode update) {
    List<UpdateNode.Assignment> all = new ArrayList<>(update.assignments());
    for (Column<?> column : columns(update.target())) {
      if (column.onUpdateValue() != null
          && update.assignments().stream().noneMatch(set -> set.column().equals(column))) {
        all.add(new UpdateNode.Assignment(column, bind(column, column.onUpdateValue())));
      }
    }
    return all.size() == update.assignments().size() ? update : update.withAssignments(all);
  }

  private static List<Column<?>> columns(FromNode target) {
    return target instanceof Table table ? table.columnsWithClientDefaults() : List.of();
  }

  private static BindNode bind(Column<?> column, @Nullable ColumnDefault<?> value) {
    return BindNode.of(value == null ? null : value.value(), column.type());
  }
}
