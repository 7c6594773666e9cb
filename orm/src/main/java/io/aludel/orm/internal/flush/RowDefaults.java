package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.flush.MapperWork.Item;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a default of the client sees of the object whose row is written. */
record RowDefaults(Item item, EntityLayout layout, boolean isInsert)
    implements ColumnDefault.Context {
  @Override
  public Map<String, @Nullable Object> currentParameters() {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int index : layout.columns()) {
      Column<?> column = layout.requireColumn(index).column();
      Object value = item.entity().$read(index);
      if (value != null) {
        values.put(column.key(), value);
      }
    }
    return values;
  }
}
