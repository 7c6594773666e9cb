package io.aludel.processor.internal.weaver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the weaver needs to know of a class, whether it comes from a compiler or from a class file.
 * Immutable.
 *
 * @param name the internal name
 * @param superName the internal name of the super class; null for {@code Object}
 * @param interfaces the internal names of the interfaces named in its declaration
 * @param mapped whether the class is marked as an entity or mapped super class
 * @param woven whether the class is an entity or mapped super class that is woven, or that is being
 *     woven together with the class that asks
 * @param plainConstructor whether it has a constructor without parameters that a sub class may call
 * @param fields its own instance fields, in source order
 */
public record ClassFacts(
    String name,
    @Nullable String superName,
    List<String> interfaces,
    boolean mapped,
    boolean woven,
    boolean plainConstructor,
    List<FieldFacts> fields) {
  /** Copies the lists. */
  public ClassFacts {
    interfaces = List.copyOf(interfaces);
    fields = List.copyOf(fields);
  }

  /**
   * The field of that name that the class itself declares.
   *
   * @param fieldName the name
   * @return the field, or null
   */
  @Nullable FieldFacts field(String fieldName) {
    for (FieldFacts field : fields) {
      if (field.name().equals(fieldName)) {
        return field;
      }
    }
    return null;
  }
}
