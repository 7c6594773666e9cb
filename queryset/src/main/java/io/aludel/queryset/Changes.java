package io.aludel.queryset;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Update;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checked values for columns of rows that exist. */
final class Changes {
  private final Map<ColumnProperty<?>, @Nullable Object> columns = new LinkedHashMap<>();
  private final Map<RelationshipProperty, @Nullable Object> references = new LinkedHashMap<>();

  void set(ColumnProperty<?> property, @Nullable Object value) {
    columns.put(property, value);
  }

  void refer(RelationshipProperty property, @Nullable Object target) {
    references.put(property, target);
  }

  Update in(Update update) {
    Update filled = update;
    for (Map.Entry<ColumnProperty<?>, @Nullable Object> each : columns.entrySet()) {
      filled = set(filled, each.getKey(), each.getValue());
    }
    return filled;
  }

  /** The value was converted to the type of the column. */
  @SuppressWarnings("unchecked")
  private static <T> Update set(Update update, ColumnProperty<T> property, @Nullable Object value) {
    return value == null
        ? update.setNull(property.column())
        : update.set(property.column(), (T) value);
  }

  /** Sets the values on an object, as if it had been loaded with them. */
  void show(Object object) {
    ManagedEntity entity = (ManagedEntity) object;
    EntityState state = Model.state(object);
    columns.forEach((property, value) -> {
      state.write(entity, property.index(), value);
      state.markLoaded(entity, property.index());
    });
    references.forEach((property, target) -> {
      state.loadedReference(entity, property.index(), target);
    });
  }
}
