package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.flush.MapperWork.Item;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an INSERT says of each column: the value of the attribute, a default of the client, or
 * nothing, where the database has a value of its own.
 */
final class InsertCollector {
  private final EntityLayout layout;

  InsertCollector(EntityLayout layout) {
    this.layout = layout;
  }

  WriteCommand collect(Item item) {
    BitSet columns = new BitSet();
    @Nullable Object[] values = new Object[layout.columns().length];
    int count = 0;
    for (int index : layout.columns()) {
      ColumnProperty<?> property = layout.requireColumn(index);
      Object value = item.entity().$read(index);
      if (isMissing(item, property, value)) {
        if (isMadeByDatabase(property.column())) {
          continue;
        }
        value = withDefault(item, property, value);
        requireKey(item, property, value);
      }
      columns.set(index);
      values[count++] = value;
    }
    return new WriteCommand(item, columns, java.util.Arrays.copyOf(values, count));
  }

  /** A primitive has no null: it is missing as long as nobody set it. */
  private static boolean isMissing(Item item, ColumnProperty<?> property, @Nullable Object value) {
    return value == null
        || (property.fieldType().isPrimitive()
            && item.state().isUnloaded(item.entity(), property.index()));
  }

  static boolean isMadeByDatabase(Column<?> column) {
    return column.isAutoincrement()
        || (column.defaultValue() == null
            ? column.serverDefault() != null
            : !column.defaultValue().isMadeByClient());
  }

  /** The default of the client goes onto the object too. */
  private @Nullable Object withDefault(
      Item item, ColumnProperty<?> property, @Nullable Object value) {
    ColumnDefault<?> made = property.column().defaultValue();
    if (made == null) {
      return value;
    }
    Object fresh = made.value(new RowDefaults(item, layout, true));
    item.entity().$write(property.index(), fresh);
    return fresh;
  }

  private static void requireKey(Item item, ColumnProperty<?> property, @Nullable Object value) {
    if (value == null && property.isPrimaryKey()) {
      throw new FlushException(
          OrmError.INCOMPLETE_KEY,
          "Cannot insert "
              + item.state()
              + ": its key attribute "
              + property
              + " is null, and the database does not generate it. Set it before the flush, or let the"
              + " database generate it with @Id(generated = ALWAYS).");
    }
  }
}
