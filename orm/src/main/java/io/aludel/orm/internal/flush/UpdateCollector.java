package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.flush.MapperWork.Item;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.schema.ColumnDefault;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what an UPDATE says: the columns whose values differ from what the row holds. */
final class UpdateCollector {
  private final EntityLayout layout;

  UpdateCollector(EntityLayout layout) {
    this.layout = layout;
  }

  /** The command for an object, or null if nothing is to be written. */
  @Nullable WriteCommand collect(Item item) {
    EntityState replaced = item.replaced();
    if (replaced != null) {
      return command(item, allButKey(item), replaced.identityKey());
    }
    BitSet columns = changed(item);
    return columns.isEmpty() ? null : command(item, columns, item.state().identityKey());
  }

  private BitSet changed(Item item) {
    BitSet columns = new BitSet();
    for (int index : layout.columns()) {
      if (item.state().isRecorded(index) && item.state().differs(item.entity(), index)) {
        columns.set(index);
      }
    }
    return columns;
  }

  /**
   * A new object takes over a whole row: nothing of the old one may shine through, except what the
   * database makes.
   */
  private BitSet allButKey(Item item) {
    BitSet columns = new BitSet();
    for (int index : layout.columns()) {
      boolean made = item.entity().$read(index) == null
          && InsertCollector.isMadeByDatabase(layout.requireColumn(index).column());
      if (!layout.isKey(index) && !made) {
        columns.set(index);
      }
    }
    return columns;
  }

  private WriteCommand command(Item item, BitSet columns, Object key) {
    addOnUpdateValues(item, columns);
    @Nullable Object[] values = new Object[columns.cardinality() + layout.key().length];
    int count = 0;
    for (int index = columns.nextSetBit(0); index >= 0; index = columns.nextSetBit(index + 1)) {
      Object value = item.entity().$read(index);
      requireKey(item, index, value);
      values[count++] = value;
    }
    System.arraycopy(layout.keyParts(key), 0, values, count, layout.key().length);
    return new WriteCommand(item, columns, values);
  }

  private void addOnUpdateValues(Item item, BitSet columns) {
    for (int index : layout.columns()) {
      ColumnDefault<?> made = layout.requireColumn(index).column().onUpdateValue();
      if (made != null && made.isMadeByClient() && !columns.get(index)) {
        columns.set(index);
        item.entity().$write(index, made.value(new RowDefaults(item, layout, false)));
        item.state().markLoaded(item.entity(), index);
      }
    }
  }

  private void requireKey(Item item, int index, @Nullable Object value) {
    if (value == null && layout.isKey(index)) {
      ColumnProperty<?> property = layout.requireColumn(index);
      throw new FlushException(
          OrmError.INCOMPLETE_KEY,
          "Cannot update "
              + item.state()
              + ": its key attribute "
              + property
              + " was set to null. Give it a value, or delete the object.");
    }
  }

  /** The identity key that the present values of an object make. */
  static Object keyOf(EntityLayout layout, Item item) {
    @Nullable Object[] parts = new Object[layout.key().length];
    boolean present = false;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = item.entity().$read(layout.key()[i]);
      present |= parts[i] != null;
    }
    if (!present) {
      throw new FlushException(
          OrmError.INCOMPLETE_KEY,
          "Cannot keep "
              + item.state()
              + " in the session: after its INSERT the key "
              + layout.mapper().primaryKey()
              + " is still null. The database did not give the generated key back.");
    }
    return layout.keyOf(Objects.requireNonNull(parts));
  }
}
