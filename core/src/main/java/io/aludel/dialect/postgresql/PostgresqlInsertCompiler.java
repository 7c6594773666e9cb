package io.aludel.dialect.postgresql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.InsertCompiler;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.InsertNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** INSERT of PostgreSQL, which takes many rows as one array for each column. */
final class PostgresqlInsertCompiler extends InsertCompiler {
  PostgresqlInsertCompiler(Compilation compilation) {
    super(compilation);
  }

  /** The INSERT with a list for each value, or null if one of them cannot be a list. */
  static @Nullable InsertNode inColumns(InsertNode insert) {
    List<Node> values = insert.rows().get(0);
    List<Node> lists = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      Node list = GivenColumns.list(insert.columns().get(i), values.get(i));
      if (list == null) {
        return null;
      }
      lists.add(list);
    }
    return insert.withRows(insert.columns(), List.of(lists));
  }

  @Override
  protected void insertedRows(InsertNode node, List<Node> columns) {
    List<Node> first = node.rows().get(0);
    if (GivenColumns.isList(first.get(0))) {
      out().append(" SELECT * FROM ");
      GivenColumns.write(compilation(), first);
    } else {
      super.insertedRows(node, columns);
    }
  }
}
