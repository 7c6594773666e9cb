package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.flush.CircularPlan.Node;
import io.aludel.orm.internal.flush.TableModel.Reference;
import io.aludel.orm.internal.flush.graph.Precedence;
import io.aludel.schema.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders rows by the values of their foreign keys: after the new row that has the value, before the
 * deletion of the row that had it. So rows whose relationships are not loaded, or that have none, are
 * in the right order too.
 */
final class ForeignKeyOrder {
  private final List<Precedence<Node>> precedences;
  private final Set<List<Column<?>>> referred = new HashSet<>();
  private final Map<List<Column<?>>, Map<Object, Node>> appearing = new HashMap<>();
  private final Map<List<Column<?>>, Map<Object, Node>> vanishing = new HashMap<>();

  private ForeignKeyOrder(List<Precedence<Node>> precedences) {
    this.precedences = precedences;
  }

  /** Adds the precedences among rows that are there because of foreign keys. */
  static void order(List<Node> nodes, List<Precedence<Node>> precedences) {
    ForeignKeyOrder order = new ForeignKeyOrder(precedences);
    Set<EntityModel> models = new HashSet<>();
    for (Node node : nodes) {
      models.add(node.row().model());
    }
    for (EntityModel model : models) {
      for (TableModel table : model.tables()) {
        for (Reference reference : table.references()) {
          order.referred.add(reference.key().referredColumns());
        }
      }
    }
    nodes.forEach(order::note);
    nodes.forEach(order::refer);
  }

  /** Notes under which values others may refer to a row. */
  private void note(Node node) {
    FlushRow row = node.row();
    if (node.isPostUpdate() || !(row.isInsert() || row.keyMoves() || row.isDeleted())) {
      return;
    }
    for (List<Column<?>> columns : referred) {
      int[] indexes = indexesOf(row.model(), columns);
      if (indexes == null) {
        continue;
      }
      Object value =
          row.isDeleted() ? RowValues.stored(row, indexes) : RowValues.planned(row, indexes);
      if (value != null) {
        (row.isDeleted() ? vanishing : appearing)
            .computeIfAbsent(columns, any -> new HashMap<>())
            .put(value, node);
      }
    }
  }

  private static int @Nullable [] indexesOf(EntityModel model, List<Column<?>> columns) {
    for (TableModel table : model.tables()) {
      if (columns.get(0).table() == table.table()) {
        return table.indexesOf(columns);
      }
    }
    return null;
  }

  private void refer(Node node) {
    if (node.isPostUpdate()) {
      return;
    }
    FlushRow row = node.row();
    for (TableModel table : row.model().tables()) {
      for (Reference reference : table.references()) {
        List<Column<?>> columns = reference.key().referredColumns();
        Map<Object, Node> coming = appearing.getOrDefault(columns, Map.of());
        Map<Object, Node> going = vanishing.getOrDefault(columns, Map.of());
        if (!coming.isEmpty() && !row.isDeleted()) {
          link(find(coming, RowValues.planned(row, reference.indexes())), node, reference);
        }
        if (!going.isEmpty() && !row.isInsert()) {
          link(node, find(going, RowValues.stored(row, reference.indexes())), reference);
        }
      }
    }
  }

  private static @Nullable Node find(Map<Object, Node> nodes, @Nullable Object value) {
    return value == null ? null : nodes.get(value);
  }

  private void link(@Nullable Node first, @Nullable Node then, Reference reference) {
    if (first != null && then != null && first != then) {
      precedences.add(new Precedence<>(first, then, reference));
    }
  }
}
