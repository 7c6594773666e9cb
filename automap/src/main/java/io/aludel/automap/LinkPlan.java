package io.aludel.automap;

import io.aludel.orm.mapping.Naming;
import io.aludel.schema.Column;
import io.aludel.schema.Constraint;
import io.aludel.schema.Deferral;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of links, seen from one of its ends.
 *
 * @param table the table
 * @param owner the foreign key to the class with the relationship
 * @param target the foreign key to the related class
 */
record LinkPlan(Table table, ForeignKey owner, ForeignKey target) {
  /** The table as links, if it is made of two foreign keys and nothing else. */
  static @Nullable LinkPlan of(Table table) {
    List<ForeignKey> keys = Keys.of(table);
    if (keys.size() != 2) {
      return null;
    }
    List<String> columns = new ArrayList<>(keys.get(0).columnNames());
    columns.addAll(keys.get(1).columnNames());
    List<String> all = table.columns().stream().map(Column::key).toList();
    boolean only = columns.size() == all.size() && new HashSet<>(columns).containsAll(all);
    return only ? new LinkPlan(table, keys.get(0), keys.get(1)) : null;
  }

  /** Whether it lies between two tables, seen from either. */
  boolean links(Table one, Table other) {
    Set<Table> ends = new HashSet<>(List.of(owner.referredTable(), target.referredTable()));
    return one != other && ends.contains(one) && ends.contains(other);
  }

  LinkPlan reversed() {
    return new LinkPlan(table, target, owner);
  }

  /** What a relationship between these classes would call the columns, were it told the table only. */
  boolean isUsual(String ownerClass, String targetClass) {
    return table.schema() == null && isUsual(owner, ownerClass) && isUsual(target, targetClass);
  }

  private static boolean isUsual(ForeignKey key, String className) {
    List<String> usual = key.referredTable().primaryKey().columns().stream()
        .map(column -> Naming.snakeCase(className) + "_" + column.name())
        .toList();
    return key.columnNames().equals(usual)
        && key.referredColumns().equals(key.referredTable().primaryKey().columns())
        && key.onDelete() == null;
  }

  /** What the relationships cannot say of the table. */
  List<String> unsaid(MadeNames made) {
    List<String> unsaid = new ArrayList<>();
    List<String> all = new ArrayList<>(owner.columnNames());
    all.addAll(target.columnNames());
    if (!all.equals(table.columns().stream().map(Column::key).toList())) {
      unsaid.add("the order of its columns");
    }
    if (!table.primaryKey().columnNames().equals(all)) {
      unsaid.add("a primary key other than " + all);
    }
    if (table.columns().stream().anyMatch(LinkPlan::saysMore)) {
      unsaid.add("comments, defaults or NULL of its columns");
    }
    for (Constraint constraint : table.constraints()) {
      boolean expected = constraint instanceof PrimaryKey || constraint instanceof ForeignKey;
      if (!expected || saysMore(constraint, made)) {
        unsaid.add(constraint.toString());
      }
    }
    table.indexes().stream()
        .filter(index -> made.isChosen(table, index))
        .forEach(index -> unsaid.add("index " + index.name()));
    if (table.comment() != null) {
      unsaid.add("its comment");
    }
    return unsaid;
  }

  private static boolean saysMore(Column<?> column) {
    return column.comment() != null || column.serverDefault() != null || column.isNullable();
  }

  private static boolean saysMore(Constraint constraint, MadeNames made) {
    boolean unnamed = !made.isChosen(constraint);
    boolean updates = constraint instanceof ForeignKey key && key.onUpdate() != null;
    return !unnamed || updates || constraint.deferral() != Deferral.NOT_SAID;
  }
}
