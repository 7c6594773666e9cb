package io.aludel.schema;

import io.aludel.Warnings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tables in an order in which each stands after those it depends on (parity row ORM-DDL-16). Immutable.
 *
 * @param tables the tables, each once
 * @param apart the foreign keys that contradict the order or asked to be made by ALTER, so that they come
 *     after all tables
 */
public record SortedTables(List<Table> tables, List<ForeignKey> apart) {
  /** Creates the order. */
  public SortedTables {
    tables = List.copyOf(tables);
    apart = List.copyOf(apart);
  }

  /** One table that must come after another, and the foreign key that says so. */
  private record Edge(Table table, Table after, List<ForeignKey> keys) {}

  /**
   * Sorts tables by their foreign keys and by {@link Table#dependsOn}. Within these, the order given is
   * kept.
   *
   * @param tables the tables; foreign keys to others are ignored
   * @return the order
   * @throws NoReferencedTableException if a foreign key points at a table that its metadata lacks
   */
  public static SortedTables of(Collection<Table> tables) {
    Set<Table> all = new LinkedHashSet<>(tables);
    Set<ForeignKey> apart = new LinkedHashSet<>();
    List<Edge> edges = new ArrayList<>();
    for (Table table : all) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.usesAlter()) {
          apart.add(key);
        } else if (key.referredTable() != table && all.contains(key.referredTable())) {
          edges.add(new Edge(table, key.referredTable(), List.of(key)));
        }
      }
      for (Table other : table.dependencies()) {
        if (all.contains(other)) {
          edges.add(new Edge(table, other, List.of()));
        }
      }
    }
    cutCycles(all, edges).forEach(edge -> apart.addAll(edge.keys()));
    return new SortedTables(levels(all, edges), List.copyOf(apart));
  }

  /** Says in the log which foreign keys could not be heeded, unless they asked for it. */
  SortedTables warned(String verb) {
    List<ForeignKey> ignored = apart.stream().filter(key -> !key.usesAlter()).toList();
    if (!ignored.isEmpty()) {
      Warnings.of("io.aludel.schema")
          .warn(
              "Tables cannot be {} by all their foreign keys, which lie on a cycle: {} are ignored."
                  + " Mark them useAlter() to say that this is meant.",
              verb,
              ignored);
    }
    return this;
  }

  /** Takes out of {@code edges}, and gives back, those whose two tables lie on a common cycle. */
  private static List<Edge> cutCycles(Set<Table> tables, List<Edge> edges) {
    Set<Table> knotted = new HashSet<>(tables);
    knotted.removeAll(new HashSet<>(levels(tables, edges)));
    List<Edge> cut = new ArrayList<>();
    for (Edge edge : knotted.isEmpty() ? List.<Edge>of() : edges) {
      if (knotted.contains(edge.table()) && reaches(edge.after(), edge.table(), edges)) {
        cut.add(edge);
      }
    }
    edges.removeAll(cut);
    return cut;
  }

  private static boolean reaches(Table from, Table goal, List<Edge> edges) {
    Set<Table> seen = new LinkedHashSet<>(Set.of(from));
    List<Table> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      Table next = open.remove(open.size() - 1);
      if (next == goal) {
        return true;
      }
      for (Edge edge : edges) {
        if (edge.table() == next && seen.add(edge.after())) {
          open.add(edge.after());
        }
      }
    }
    return false;
  }

  /** Those tables that can be ordered, in the order given within each level of dependency. */
  private static List<Table> levels(Set<Table> tables, List<Edge> edges) {
    Set<Table> done = new LinkedHashSet<>();
    boolean progress = true;
    while (progress) {
      List<Table> level = new ArrayList<>();
      for (Table table : tables) {
        if (!done.contains(table) && ready(table, done, edges)) {
          level.add(table);
        }
      }
      progress = done.addAll(level);
    }
    return List.copyOf(done);
  }

  private static boolean ready(Table table, Set<Table> done, List<Edge> edges) {
    for (Edge edge : edges) {
      if (edge.table() == table && !done.contains(edge.after())) {
        return false;
      }
    }
    return true;
  }
}
