package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.RowRules;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of a mapper that lies in one table: which attributes its columns keep, by index. */
final class TableModel {
  private final EntityLayout layout;
  private final Table table;
  private final @Nullable Column<?>[] byIndex;
  private final int[] columns;
  private final int[] key;
  private final boolean foundByEntity;
  private final int[] renewed;
  private final BitSet madeByDatabase = new BitSet();
  private final int version;
  private final List<UniqueKey> uniqueKeys;
  private final List<Reference> references;

  /**
   * A foreign key whose columns are all mapped.
   *
   * @param key the foreign key
   * @param indexes the attributes that hold it, in its order
   */
  record Reference(ForeignKey key, int[] indexes) {}

  TableModel(EntityLayout layout, Table table) {
    this.layout = layout;
    this.table = table;
    this.byIndex = new Column<?>[layout.size()];
    for (int index : layout.columns()) {
      ColumnProperty<?> property = layout.requireColumn(index);
      Column<?> column = property.columnIn(table);
      if (column != null) {
        byIndex[index] = column;
        madeByDatabase.set(index, isMadeByDatabase(column));
      }
    }
    this.columns = Arrays.stream(layout.columns())
        .filter(index -> byIndex[index] != null)
        .sorted()
        .toArray();
    this.foundByEntity = layout.mapper().source() == null;
    this.key = foundByEntity ? layout.key() : requireIndexes(table.primaryKey().columns());
    this.renewed = Arrays.stream(columns)
        .filter(index -> requireColumn(index).onUpdateValue() != null)
        .toArray();
    ColumnProperty<?> versioned = layout.mapper().rules().version();
    this.version = versioned == null || byIndex[versioned.index()] == null ? -1 : versioned.index();
    this.uniqueKeys = UniqueKey.of(this);
    this.references = referencesOf();
  }

  private static boolean isMadeByDatabase(Column<?> column) {
    return column.isAutoincrement()
        || (column.defaultValue() == null
            ? column.serverDefault() != null
            : !column.defaultValue().isMadeByClient());
  }

  private List<Reference> referencesOf() {
    List<Reference> found = new ArrayList<>();
    for (ForeignKey foreignKey : table.foreignKeys()) {
      int[] indexes = indexesOf(foreignKey.columns());
      if (indexes != null) {
        found.add(new Reference(foreignKey, indexes));
      }
    }
    return List.copyOf(found);
  }

  /** The attributes that keep some columns of this table, or null if one of them is not mapped. */
  int @Nullable [] indexesOf(List<Column<?>> wanted) {
    int[] indexes = new int[wanted.size()];
    for (int i = 0; i < indexes.length; i++) {
      ColumnProperty<?> property = layout.mapper().findProperty(wanted.get(i));
      if (property == null) {
        return null;
      }
      indexes[i] = property.index();
    }
    return indexes;
  }

  private int[] requireIndexes(List<Column<?>> wanted) {
    return Objects.requireNonNull(indexesOf(wanted), "a key that is mapped");
  }

  EntityLayout layout() {
    return layout;
  }

  Table table() {
    return table;
  }

  /** The column of this table that keeps an attribute, or null. */
  @Nullable Column<?> column(int index) {
    return byIndex[index];
  }

  /** The column of this table that keeps an attribute known to have one here. */
  Column<?> requireColumn(int index) {
    Column<?> column = byIndex[index];
    if (column == null) {
      throw new IllegalStateException(layout.describe(index) + " is not kept in " + table);
    }
    return column;
  }

  /** Whether the database has a value for an attribute kept here of which an INSERT says nothing. */
  boolean isMadeByDatabase(int index) {
    return madeByDatabase.get(index);
  }

  /** The attributes kept in this table, in column order; not to be changed. */
  int[] columns() {
    return columns;
  }

  /** The attributes that find the row, in key order; not to be changed. */
  int[] key() {
    return key;
  }

  /** The attributes whose columns get another value by each UPDATE, in column order; not to be changed. */
  int[] renewed() {
    return renewed;
  }

  /** The attribute kept in this table that is the version, or -1. */
  int version() {
    return version;
  }

  boolean isVersioned() {
    return version >= 0;
  }

  /**
   * Whether rows may go by a list of their keys. A version has to be compared row by row, and rows that
   * refer to rows of their own table go in an order, which a list has not.
   */
  boolean isDeletedByList() {
    return key.length == 1
        && !isVersioned()
        && table.foreignKeys().stream().noneMatch(this::isWithin);
  }

  private boolean isWithin(ForeignKey reference) {
    return reference.isResolvable() && reference.referredTable() == table;
  }

  RowRules rules() {
    return layout.mapper().rules();
  }

  /**
   * The values of a statement that ends with what finds a row as it was last known: its key, and its
   * version if this table has it.
   *
   * @param row the row
   * @param first how many values come before, which are left to the caller
   */
  @Nullable Object[] finding(FlushRow row, int first) {
    int width = key.length;
    @Nullable Object[] values = new Object[first + width + (isVersioned() ? 1 : 0)];
    putKey(row, values, first);
    if (isVersioned()) {
      values[first + width] = requireVersion(row, row.storedVersion());
    }
    return values;
  }

  /** The values of a statement that ends with the key of a row as it was last known. */
  @Nullable Object[] findingByKey(FlushRow row, int first) {
    @Nullable Object[] values = new Object[first + key.length];
    putKey(row, values, first);
    return values;
  }

  private void putKey(FlushRow row, @Nullable Object[] values, int first) {
    if (!foundByEntity) {
      requirePart(row);
      for (int part = 0; part < key.length; part++) {
        values[first + part] = RowValues.stored(row, key[part]);
      }
      return;
    }
    Object stored = row.storedKey();
    for (int part = 0; part < key.length; part++) {
      values[first + part] = layout.keyPart(stored, key[part]);
    }
  }

  /** Whether a stored row has no part in this table: an outer join found none. */
  boolean lacks(FlushRow row) {
    if (foundByEntity) {
      return false;
    }
    for (int index : key) {
      if (RowValues.stored(row, index) == null) {
        return true;
      }
    }
    return false;
  }

  private void requirePart(FlushRow row) {
    if (lacks(row)) {
      throw new FlushException(
          OrmError.INCOMPLETE_KEY,
          "Cannot update "
              + row
              + " in table "
              + table.name()
              + ": the join found no row there, so that there is none to update. Add a row by a class that is"
              + " mapped to that table, and refresh the object.");
    }
  }

  /** Whether an attribute is part of what identifies the entity, or a row of this table. */
  boolean isKey(int index) {
    return layout.isKey(index)
        || (!foundByEntity && Arrays.stream(key).anyMatch(each -> each == index));
  }

  /** Refuses NULL, which finds no row and is no version. */
  static Object requireVersion(FlushRow row, @Nullable Object version) {
    if (version == null) {
      throw new FlushException(
          OrmError.MISSING_VERSION,
          "Cannot write "
              + row
              + ": its version "
              + row.model().layout().describe(row.model().version())
              + " is null, so that nobody could tell whether the row was changed by others. Give the rows"
              + " of the table versions by an UPDATE, and have the function that counts them never give"
              + " null.");
    }
    return version;
  }

  List<UniqueKey> uniqueKeys() {
    return uniqueKeys;
  }

  List<Reference> references() {
    return references;
  }
}
