package io.aludel.automap;

import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import java.util.Comparator;
import java.util.List;

/** The foreign keys of a table in the order of their columns, however the catalogue sorts them. */
final class Keys {
  private Keys() {}

  static List<ForeignKey> of(Table table) {
    List<String> columns = table.columns().stream().map(Column::key).toList();
    return table.foreignKeys().stream()
        .filter(ForeignKey::isResolvable)
        .sorted(Comparator.<ForeignKey>comparingInt(key -> first(key, columns))
            .thenComparing(key -> String.join(",", key.columnNames()))
            .thenComparing(key -> key.referredTable().key()))
        .toList();
  }

  private static int first(ForeignKey key, List<String> columns) {
    return key.columnNames().stream().mapToInt(columns::indexOf).min().orElse(0);
  }
}
