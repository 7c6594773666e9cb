package io.aludel.orm.internal.session;

import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.property.CompositeWrites;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.statement.InsertNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an INSERT says of each row by itself: values, SQL, and parameters that the maps give. */
final class StatedValues {
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Set<String> parameters = new HashSet<>();

  StatedValues(InsertNode written) {
    InsertNode statement = CompositeWrites.expanded(written);
    if (!statement.rows().isEmpty()) {
      List<Node> row = statement.rows().get(0);
      for (int i = 0; i < row.size(); i++) {
        values.put(nameOf(statement.columns().get(i)), row.get(i));
        Traversal.find(row.get(i), ParameterNode.class)
            .forEach(parameter -> parameters.add(parameter.name()));
      }
    }
  }

  private static String nameOf(Node column) {
    if (column instanceof AttributeNode attribute) {
      return attribute.name();
    }
    return column instanceof ColumnNode named ? named.name() : column.toString();
  }

  /** The values of a row: those of its map, and these, completed by those of the map that they ask for. */
  Map<String, @Nullable Object> with(Map<String, ? extends @Nullable Object> given) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(given);
    row.keySet().removeAll(parameters);
    values.forEach((name, value) -> row.put(name, completed(value, given)));
    return row;
  }

  private static @Nullable Object completed(
      Node value, Map<String, ? extends @Nullable Object> given) {
    if (value instanceof ParameterNode parameter && given.containsKey(parameter.name())) {
      return given.get(parameter.name());
    }
    Node whole = new Rewriter(element ->
            element instanceof ParameterNode parameter && given.containsKey(parameter.name())
                ? BindNode.of(given.get(parameter.name()), parameter.type())
                : null)
        .node(value);
    return whole instanceof BindNode bind && !bind.expanding() ? bind.value() : whole;
  }
}
