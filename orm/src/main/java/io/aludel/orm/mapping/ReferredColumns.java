package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.declared.ColumnReference;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the columns that foreign keys named by a relationship refer to. */
final class ReferredColumns {
  private ReferredColumns() {}

  /**
   * The columns of an entity that others refer to, in the order of {@code references}.
   *
   * @param relationship as messages write it
   * @throws MappingException if the entity has no such column, or its key has other columns
   */
  static List<Column<?>> of(
      Mapper<?> entity, List<ColumnReference> references, String relationship) {
    List<Column<?>> columns = new ArrayList<>();
    for (ColumnReference reference : references) {
      columns.add(
          reference.references().isEmpty()
              ? onlyKey(entity, references.size(), relationship)
              : named(entity, reference.references(), relationship));
    }
    return columns;
  }

  private static Column<?> onlyKey(Mapper<?> entity, int references, String relationship) {
    List<ColumnProperty<?>> key = entity.primaryKey();
    if (key.size() != 1 || references != 1) {
      throw MappingException.of(
          MappingMessage.REFERENCE_NOT_SAID,
          relationship,
          relationship,
          entity.entityName(),
          key.stream().map(part -> part.column().name()).toList());
    }
    return key.get(0).column();
  }

  private static Column<?> named(Mapper<?> entity, String name, String relationship) {
    for (Table table : entity.tables()) {
      @Nullable Column<?> column = table.findColumn(name);
      if (column != null) {
        return column;
      }
    }
    throw MappingException.of(
        MappingMessage.UNKNOWN_REFERRED_COLUMN,
        relationship,
        relationship,
        name,
        entity.table().name(),
        entity.table().columns().stream().map(Column::name).toList());
  }
}
