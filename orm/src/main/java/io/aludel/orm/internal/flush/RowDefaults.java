package io.aludel.orm.internal.flush;

import io.aludel.schema.ColumnDefault;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a default of the client sees of the object whose row is written. */
record RowDefaults(FlushRow row, TableModel table, boolean isInsert)
    implements ColumnDefault.Context {
  @Override
  public Map<String, @Nullable Object> currentParameters() {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int index : table.columns()) {
      Object value = row.value(index);
      if (value != null) {
        values.put(table.requireColumn(index).key(), value);
      }
    }
    return values;
  }
}
