package io.aludel.orm.mapping.internal;

import io.aludel.schema.Column;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which tables of a mapped source are written, and in which order. */
public final class WrittenTables {
  private WrittenTables() {}

  /** The tables that are named and whose rows attributes can find, each after those it refers to. */
  public static List<Table> of(MappedSource source, Set<Column<?>> mapped) {
    List<Table> left = new ArrayList<>();
    for (Table table : source.namedTables()) {
      List<Column<?>> key = table.primaryKey().columns();
      if (!key.isEmpty() && mapped.containsAll(key)) {
        left.add(table);
      }
    }
    List<Table> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Table next = left.stream()
          .filter(table -> left.stream().noneMatch(other -> refers(table, other)))
          .findFirst()
          .orElse(left.get(0)); // in a circle the join says which comes first
      ordered.add(next);
      left.remove(next);
    }
    return List.copyOf(ordered);
  }

  private static boolean refers(Table table, Table other) {
    return table != other
        && table.foreignKeys().stream()
            .anyMatch(key -> key.isResolvable() && key.referredTable() == other);
  }
}
