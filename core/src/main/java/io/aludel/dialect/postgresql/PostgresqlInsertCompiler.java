package io.aludel.dialect.postgresql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.InsertCompiler;
import io.aludel.dialect.Placeholder;
import io.aludel.schema.Column;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of which each column is one array: <code>SELECT * FROM unnest(?, ?)</code>. The server reads an array
 * faster than as many parameters, and any number of rows has one spelling.
 */
final class PostgresqlInsertCompiler extends InsertCompiler {
  PostgresqlInsertCompiler(Compilation compilation) {
    super(compilation);
  }

  /** The INSERT with a list for each value, or null if lists of a type cannot be bound. */
  static @Nullable InsertNode inColumns(InsertNode insert) {
    List<Node> values = insert.rows().get(0);
    List<Node> lists = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      SqlType<?> type = typeOf(insert.columns().get(i), (BindNode) values.get(i));
      if (type == null || ArrayBinder.of(type) == null) {
        return null;
      }
      lists.add(BindNode.expanding(new Object[0], type));
    }
    return insert.withRows(insert.columns(), List.of(lists));
  }

  private static @Nullable SqlType<?> typeOf(Node target, BindNode value) {
    SqlType<?> own = value.ownType();
    return own == null && target instanceof Column<?> column ? column.type() : own;
  }

  @Override
  protected void rows(List<Node> columns, List<List<Node>> rows) {
    if (!(rows.get(0).get(0) instanceof BindNode first && first.expanding())) {
      super.rows(columns, rows);
      return;
    }
    String separator = " SELECT * FROM unnest(";
    for (Node cell : rows.get(0)) {
      out().append(separator);
      list(compilation().placeholder((BindNode) cell, null));
      separator = ", ";
    }
    out().append(")");
  }

  private void list(Placeholder list) {
    ArrayBinder binder = Objects.requireNonNull(ArrayBinder.of(list.type()));
    out().value(new Placeholder(list.slot(), list.constant(), list.type(), binder, false));
  }
}
