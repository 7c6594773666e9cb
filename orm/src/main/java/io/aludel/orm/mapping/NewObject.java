package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes objects of values by name, as woven code would. */
final class NewObject {
  private NewObject() {}

  static <E> E of(Mapper<E> mapper, Map<String, ? extends @Nullable Object> values) {
    values.keySet().forEach(mapper::attribute);
    ManagedEntity entity = Objects.requireNonNull(mapper.shape().factory()).get();
    values.forEach((name, value) -> {
      MapperProperty property = mapper.attribute(name);
      int index = property.index();
      if (index >= mapper.shape().size()) {
        throw wrong(property, "it has no field");
      }
      entity.$write(index, Weave.change(entity, index, fitted(property, value)));
      entity.$unloaded(entity.$unloaded() & ~Weave.bit(index));
    });
    return mapper.type().cast(entity);
  }

  private static @Nullable Object fitted(MapperProperty property, @Nullable Object value) {
    if (value == null) {
      boolean primitive =
          property instanceof ColumnProperty<?> column && column.fieldType().isPrimitive();
      if (primitive) {
        throw wrong(property, "null was given for a primitive");
      }
      return null;
    }
    Object fitted = value;
    if (property instanceof ColumnProperty<?> column) {
      fitted = column.type().fit(value);
    } else if (property instanceof RelationshipProperty relationship) {
      fitted = relationship.fieldType().isInstance(value) ? value : null;
    } else if (property instanceof CompositeProperty composite) {
      composite.decompose(value);
    }
    if (fitted == null) {
      throw wrong(property, "a value of " + value.getClass().getName() + " was given");
    }
    return fitted;
  }

  private static ArgumentException wrong(MapperProperty property, String found) {
    return new ArgumentException(
        CoreError.WRONG_VALUE,
        "Cannot set " + property + ": " + found + ". Give a value of the type of the attribute.");
  }
}
