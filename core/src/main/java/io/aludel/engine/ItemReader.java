package io.aludel.engine;

import io.aludel.dialect.ResultItem;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.types.ValueReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a select list, putting together those that take several columns. */
final class ItemReader {
  private final ValueReader<?>[] readers;
  private final List<ResultItem> items;
  private final List<Node> nodes;

  ItemReader(Compilation compilation, List<Node> nodes) {
    this.readers = compilation.readers();
    this.items = compilation.statement().items();
    this.nodes = nodes;
  }

  RowShape shape() {
    List<String> names = new ArrayList<>(items.size());
    items.forEach(item -> names.add(item.name()));
    return RowShape.of(names, nodes.size() == items.size() ? nodes : List.of());
  }

  @Nullable Object[] values(RowCursor cursor) {
    @Nullable Object[] values = new Object[items.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(cursor, i);
    }
    return values;
  }

  @Nullable Object value(RowCursor cursor, int index) {
    ResultItem item = items.get(index);
    if (!item.assembled()) {
      return cursor.read(item.first(), readers[item.first()]);
    }
    @Nullable Object[] parts = new Object[item.count()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = cursor.read(item.first() + i, readers[item.first() + i]);
    }
    return ((ProjectionNode) nodes.get(index)).assembler().apply(parts);
  }
}
