package io.aludel.orm.mapping.internal.declared;

import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.internal.property.Container.Wrapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Whether the application's collection class and the field of a relationship go together. */
public final class CollectionClass {
  private static final Set<Class<?>> KINDS =
      Set.of(Collection.class, List.class, Set.class, SortedSet.class, Map.class, SortedMap.class);

  private CollectionClass() {}

  /** What holds the members: the type of the field, or what a class in it is made around. */
  public static Class<?> kept(@Nullable Wrapping wrapping, Class<?> field) {
    Class<?> kept = wrapping == null ? null : FieldTarget.wrappedBy(wrapping.type());
    return kept == null ? field : kept;
  }

  /** Refuses what does not go together. */
  public static void check(
      String relationship, MappedField attribute, @Nullable Wrapping wrapping, Class<?> target) {
    Class<?> field = attribute.type();
    if (wrapping == null) {
      if (FieldTarget.isWrapping(field)) {
        throw MappingException.of(
            MappingMessage.COLLECTION_CLASS_UNSAID,
            relationship,
            relationship,
            field.getSimpleName(),
            attribute.name());
      }
      return;
    }
    String wrong = wrong(wrapping.type(), field, target);
    if (!wrong.isEmpty()) {
      throw MappingException.of(
          MappingMessage.WRONG_COLLECTION_CLASS,
          relationship,
          relationship,
          wrapping.type().getSimpleName(),
          wrong);
    }
  }

  private static String wrong(Class<?> type, Class<?> field, Class<?> target) {
    if (!FieldTarget.isCollection(field) || FieldTarget.isWriteOnly(field)) {
      return "the field is a " + field.getSimpleName();
    }
    if (!field.isAssignableFrom(type)) {
      return "the field is of the type " + field.getSimpleName();
    }
    Class<?> kept = FieldTarget.wrappedBy(type);
    if (kept == null || !KINDS.contains(kept)) {
      return "it is made around a " + (kept == null ? "type unknown" : kept.getSimpleName())
          + ", where List, Set, SortedSet, Map or SortedMap is needed";
    }
    Class<?> member = FieldTarget.memberOf(type);
    return member.isAssignableFrom(target)
        ? ""
        : "its members are of the class " + member.getSimpleName();
  }
}
