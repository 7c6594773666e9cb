package io.aludel.schema;

import io.aludel.schema.DdlElement.AddConstraint;
import io.aludel.schema.DdlElement.CreateIndex;
import io.aludel.schema.DdlElement.CreateTable;
import io.aludel.schema.DdlElement.CreateType;
import io.aludel.schema.DdlElement.DropConstraint;
import io.aludel.schema.DdlElement.DropTable;
import io.aludel.schema.DdlElement.DropType;
import io.aludel.types.SchemaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The order in which tables are created and dropped, and the foreign keys that must come apart. */
final class SchemaPlan {
  private final List<Table> order;
  private final Set<ForeignKey> apart;

  private SchemaPlan(List<Table> order, Set<ForeignKey> apart) {
    this.order = order;
    this.apart = apart;
  }

  static List<Table> sorted(Collection<Table> tables) {
    return of(tables).order;
  }

  static void create(List<Table> tables, CheckFirst check, DdlRunner runner) {
    List<Table> missing = new ArrayList<>(tables);
    if (check == CheckFirst.ON) {
      missing.removeIf(runner::hasTable);
    }
    SchemaPlan plan = of(missing);
    for (SchemaType type : types(plan.order, runner)) {
      if (check == CheckFirst.OFF || !runner.hasType(type)) {
        runner.run(new CreateType(type));
      }
    }
    Set<ForeignKey> later = runner.altersConstraints() ? plan.apart : Set.of();
    for (Table table : plan.order) {
      runner.run(new CreateTable(table, ownedBy(table, later)));
      table.indexes().forEach(index -> runner.run(new CreateIndex(index)));
    }
    later.forEach(key -> runner.run(new AddConstraint(key)));
  }

  private static Set<SchemaType> types(Collection<Table> tables, DdlRunner runner) {
    Set<SchemaType> types = new LinkedHashSet<>();
    tables.forEach(table -> types.addAll(runner.types(table)));
    return types;
  }

  /** Types go with the last table of the metadata that uses them. */
  private static void dropTypes(
      List<Table> dropped, Collection<Table> all, CheckFirst check, DdlRunner runner) {
    Set<SchemaType> types = types(dropped, runner);
    if (types.isEmpty()) {
      return;
    }
    List<Table> kept = new ArrayList<>(all);
    kept.removeAll(dropped);
    kept.removeIf(table -> !runner.hasTable(table));
    types.removeAll(types(kept, runner));
    for (SchemaType type : types) {
      if (check == CheckFirst.OFF || runner.hasType(type)) {
        runner.run(new DropType(type));
      }
    }
  }

  static void drop(List<Table> tables, Collection<Table> all, CheckFirst check, DdlRunner runner) {
    List<Table> present = new ArrayList<>(tables);
    if (check == CheckFirst.ON) {
      present.removeIf(table -> !runner.hasTable(table));
    }
    SchemaPlan plan = of(present);
    if (runner.altersConstraints()) {
      plan.apart.forEach(key -> runner.run(new DropConstraint(key)));
    }
    for (int i = plan.order.size() - 1; i >= 0; i--) {
      runner.run(new DropTable(plan.order.get(i)));
    }
    dropTypes(tables, all, check, runner);
  }

  private static Set<ForeignKey> ownedBy(Table table, Set<ForeignKey> keys) {
    Set<ForeignKey> owned = new LinkedHashSet<>(keys);
    owned.retainAll(table.foreignKeys());
    return owned;
  }

  private static SchemaPlan of(Collection<Table> tables) {
    Set<Table> all = new LinkedHashSet<>(tables);
    Set<ForeignKey> apart = new LinkedHashSet<>();
    List<ForeignKey> inline = new ArrayList<>();
    for (Table table : all) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.usesAlter()) {
          apart.add(key);
        } else if (key.referredTable() != table && all.contains(key.referredTable())) {
          inline.add(key);
        }
      }
    }
    apart.addAll(cutCycles(all, inline));
    return new SchemaPlan(levels(all, inline), apart);
  }

  /** Takes out of {@code keys}, and gives back, those whose two tables lie on a common cycle. */
  private static List<ForeignKey> cutCycles(Set<Table> tables, List<ForeignKey> keys) {
    Set<Table> knotted = new HashSet<>(tables);
    knotted.removeAll(new HashSet<>(levels(tables, keys)));
    List<ForeignKey> cut = new ArrayList<>();
    if (!knotted.isEmpty()) {
      for (ForeignKey key : keys) {
        if (knotted.contains(key.table()) && reaches(key.referredTable(), key.table(), keys)) {
          cut.add(key);
        }
      }
      keys.removeAll(cut);
    }
    return cut;
  }

  private static boolean reaches(Table from, Table goal, List<ForeignKey> keys) {
    Set<Table> seen = new LinkedHashSet<>(Set.of(from));
    List<Table> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      Table next = open.remove(open.size() - 1);
      if (next == goal) {
        return true;
      }
      for (ForeignKey key : keys) {
        if (key.table() == next && seen.add(key.referredTable())) {
          open.add(key.referredTable());
        }
      }
    }
    return false;
  }

  /** Those tables that can be ordered, in the order declared within each level of dependency. */
  private static List<Table> levels(Set<Table> tables, List<ForeignKey> keys) {
    Set<Table> done = new LinkedHashSet<>();
    boolean progress = true;
    while (progress) {
      List<Table> level = new ArrayList<>();
      for (Table table : tables) {
        if (!done.contains(table) && ready(table, done, keys)) {
          level.add(table);
        }
      }
      progress = done.addAll(level);
    }
    return List.copyOf(done);
  }

  private static boolean ready(Table table, Set<Table> done, List<ForeignKey> keys) {
    for (ForeignKey key : keys) {
      if (key.table() == table && !done.contains(key.referredTable())) {
        return false;
      }
    }
    return true;
  }
}
