package io.aludel.orm.mapping.internal.declared;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field of a woven class that is about to be mapped.
 *
 * @param field the field
 * @param index its index in the shape of the entity
 */
public record MappedField(Field field, int index) {
  public String name() {
    return field.getName();
  }

  public Class<?> type() {
    return field.getType();
  }

  /** The field as messages write it, with the class that declares it. */
  public String describe() {
    return field.getDeclaringClass().getSimpleName() + "." + field.getName();
  }

  /** Written out, as is the hash: those of a record are linked when first called, while programs start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MappedField that && field.equals(that.field) && index == that.index;
  }

  @Override
  public int hashCode() {
    return 31 * field.hashCode() + index;
  }
}
