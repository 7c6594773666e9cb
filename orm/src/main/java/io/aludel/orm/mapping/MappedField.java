package io.aludel.orm.mapping;

import java.lang.reflect.Field;

/**
 * A field of a woven class that is about to be mapped.
 *
 * @param field the field
 * @param index its index in the shape of the entity
 */
record MappedField(Field field, int index) {
  String name() {
    return field.getName();
  }

  Class<?> type() {
    return field.getType();
  }

  /** The field as messages write it, with the class that declares it. */
  String describe() {
    return field.getDeclaringClass().getSimpleName() + "." + field.getName();
  }
}
