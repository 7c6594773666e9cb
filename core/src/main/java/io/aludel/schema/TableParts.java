package io.aludel.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns, constraints and indexes of a table, checked and bound to it as they come. */
final class TableParts {
  private final Table table;
  private final Map<String, Column<?>> columns = new LinkedHashMap<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final Map<String, List<SchemaItem>> askedForBy = new HashMap<>();
  private PrimaryKey primaryKey;
  private boolean keyIsStated;

  TableParts(Table table) {
    this.table = table;
    primaryKey = new PrimaryKey(Constraint.Parts.on(List.of())).boundTo(table);
    constraints.add(primaryKey);
  }

  /** Adds parts; columns of a name that is there already are replaced if {@code replacing}. */
  void add(List<SchemaItem> items, boolean replacing) {
    List<Column<?>> added = addColumns(items, columns.size(), replacing);
    addRest(items, added);
  }

  void insert(int position, Column<?> column) {
    List<Column<?>> added = addColumns(List.of(column), position, false);
    addRest(List.of(), added);
  }

  private void addRest(List<SchemaItem> items, List<Column<?>> added) {
    for (SchemaItem item : items) {
      if (item instanceof PrimaryKey key) {
        state(key);
      }
    }
    addToPrimaryKey();
    for (SchemaItem item : items) {
      if (item instanceof Index index) {
        addIndex(index);
      } else if (item instanceof Constraint constraint && !(item instanceof PrimaryKey)) {
        addConstraint(constraint);
      }
    }
    for (Column<?> column : added) {
      addTraits(column);
    }
  }

  private List<Column<?>> addColumns(List<SchemaItem> items, int position, boolean replacing) {
    List<Column<?>> order = new ArrayList<>(columns.values());
    List<Column<?>> added = new ArrayList<>();
    int place = position;
    for (SchemaItem item : items) {
      if (item instanceof Column<?> column) {
        column.refuseOtherThan(table);
        int known = indexOf(order, column);
        if (known >= 0 && !replacing) {
          throw DuplicateNameException.column(table.key(), column.name());
        }
        if (known >= 0) {
          forget(order.set(known, column));
        } else {
          order.add(Math.min(place++, order.size()), column);
        }
        added.add(column);
      }
    }
    attach(added, order);
    return added;
  }

  private void attach(List<Column<?>> added, List<Column<?>> order) {
    for (Column<?> column : added) {
      table.tellBeforeAttach(column);
    }
    columns.clear();
    for (Column<?> column : order) {
      columns.put(column.key(), column);
    }
    for (Column<?> column : added) {
      column.attach(table);
    }
    for (Column<?> column : added) {
      table.tellAfterAttach(column);
    }
  }

  private static int indexOf(List<Column<?>> order, Column<?> column) {
    for (int i = 0; i < order.size(); i++) {
      Column<?> other = order.get(i);
      if (other.key().equals(column.key()) || other.name().equals(column.name())) {
        return i;
      }
    }
    return -1;
  }

  /** A column that is replaced takes the constraints and indexes with it that it asked for. */
  private void forget(Column<?> column) {
    List<SchemaItem> own = askedForBy.remove(column.key());
    if (own != null) {
      constraints.removeAll(own);
      indexes.removeAll(own);
    }
  }

  private void state(PrimaryKey key) {
    keyIsStated = !key.columnNames().isEmpty();
    checkNames(key.columnNames());
    List<String> marked = keyIsStated ? key.columnNames() : primaryKey.columnNames();
    replaceKey(key.over(marked));
  }

  private void replaceKey(PrimaryKey key) {
    primaryKey = key.boundTo(table);
    constraints.set(0, primaryKey);
  }

  private void addToPrimaryKey() {
    if (keyIsStated) {
      return;
    }
    List<String> marked = new ArrayList<>();
    for (Column<?> column : columns.values()) {
      if (column.flags().primaryKey()) {
        marked.add(column.key());
      }
    }
    if (!marked.equals(primaryKey.columnNames())) {
      replaceKey(primaryKey.over(marked));
    }
  }

  private Constraint addConstraint(Constraint constraint) {
    checkNames(constraint.columnNames());
    Constraint bound = constraint.boundTo(table);
    table.tellBeforeAttach(bound);
    constraints.add(bound);
    table.tellAfterAttach(bound);
    return bound;
  }

  private Index addIndex(Index index) {
    for (Index.Part part : index.parts()) {
      if (part.expression() == null) {
        checkNames(List.of(part.column()));
      }
    }
    Index bound = index.boundTo(table);
    table.tellBeforeAttach(bound);
    indexes.add(bound);
    table.tellAfterAttach(bound);
    return bound;
  }

  private void addTraits(Column<?> column) {
    List<SchemaItem> own = new ArrayList<>();
    ColumnTraits.Flags flags = column.flags();
    if (flags.index()) {
      Index index = Index.on(column.key());
      own.add(addIndex(flags.unique() ? index.unique() : index));
    } else if (flags.unique()) {
      own.add(addConstraint(UniqueConstraint.of(column.key())));
    }
    for (ForeignKey key : column.ownForeignKeys()) {
      own.add(addConstraint(key));
    }
    askedForBy.put(column.key(), own);
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

  List<Index> indexes() {
    return List.copyOf(indexes);
  }
}
