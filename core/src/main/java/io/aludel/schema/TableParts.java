package io.aludel.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sorts what a table was made of, checks that it holds together, and binds it to the table. */
final class TableParts {
  private final Table table;
  private final Map<String, Column<?>> columns = new LinkedHashMap<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private PrimaryKey primaryKey = new PrimaryKey(Constraint.Parts.on(List.of()));

  TableParts(Table table, List<SchemaItem> items) {
    this.table = table;
    addColumns(items);
    List<Constraint> stated = new ArrayList<>();
    for (SchemaItem item : items) {
      if (item instanceof PrimaryKey key) {
        primaryKey = key;
      } else if (item instanceof Constraint constraint) {
        stated.add(constraint);
      } else if (item instanceof Index index) {
        addIndex(index);
      }
    }
    addPrimaryKey();
    stated.forEach(this::addConstraint);
    columns.values().forEach(this::addTraits);
  }

  static @Nullable String schema(List<SchemaItem> items, @Nullable String otherwise) {
    String schema = otherwise;
    for (SchemaItem item : items) {
      if (item instanceof TableOption.InSchema option) {
        schema = option.name();
      }
    }
    return schema;
  }

  private void addColumns(List<SchemaItem> items) {
    Set<String> names = new HashSet<>();
    for (SchemaItem item : items) {
      if (item instanceof Column<?> column) {
        if (columns.putIfAbsent(column.key(), column) != null || !names.add(column.name())) {
          throw DuplicateNameException.column(table.key(), column.name());
        }
        column.refuseOtherThan(table);
      }
    }
    columns.values().forEach(column -> column.attach(table));
  }

  private void addPrimaryKey() {
    if (primaryKey.columnNames().isEmpty()) {
      List<String> marked = new ArrayList<>();
      for (Column<?> column : columns.values()) {
        if (column.flags().primaryKey()) {
          marked.add(column.key());
        }
      }
      primaryKey = primaryKey.over(marked);
    }
    checkNames(primaryKey.columnNames());
    primaryKey = primaryKey.boundTo(table);
    constraints.add(primaryKey);
  }

  private void addConstraint(Constraint constraint) {
    checkNames(constraint.columnNames());
    Constraint bound = constraint.boundTo(table);
    constraints.add(bound);
    if (bound instanceof ForeignKey key) {
      foreignKeys.add(key);
    }
  }

  private void addIndex(Index index) {
    for (Index.Part part : index.parts()) {
      if (!part.expression()) {
        checkNames(List.of(part.text()));
      }
    }
    indexes.add(index.boundTo(table));
  }

  private void addTraits(Column<?> column) {
    ColumnTraits.Flags flags = column.flags();
    if (flags.index()) {
      Index index = Index.on(column.key());
      addIndex(flags.unique() ? index.unique() : index);
    } else if (flags.unique()) {
      addConstraint(UniqueConstraint.of(column.key()));
    }
    column.ownForeignKeys().forEach(this::addConstraint);
  }

  private void checkNames(List<String> names) {
    for (String name : names) {
      if (!columns.containsKey(name)) {
        throw NoSuchNameException.column(table.key(), name, columns.keySet());
      }
    }
  }

  Map<String, Column<?>> columns() {
    return columns;
  }

  PrimaryKey primaryKey() {
    return primaryKey;
  }

  List<Constraint> constraints() {
    return List.copyOf(constraints);
  }

  List<ForeignKey> foreignKeys() {
    return List.copyOf(foreignKeys);
  }

  List<Index> indexes() {
    return List.copyOf(indexes);
  }
}
