package io.aludel.orm.mapping;

import io.aludel.orm.annotation.EagerDefaults;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Version;
import io.aludel.orm.mapping.internal.declared.MappedField;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads how the rows of an entity are written from its annotations and its mapping. */
final class RowRuleReader {
  private final Class<?> type;
  private final EntityMapping<?> mapping;

  /** How versions count, for the entities that have one. */
  private static final class Counters {
    static final Map<Class<?>, UnaryOperator<@Nullable Object>> BY_TYPE = Map.of(
        Integer.class, last -> last == null ? 1 : (Integer) last + 1,
        Long.class, last -> last == null ? 1L : (Long) last + 1,
        Short.class, last -> last == null ? (short) 1 : (short) ((Short) last + 1));
  }

  RowRuleReader(Class<?> type, EntityMapping<?> mapping) {
    this.type = type;
    this.mapping = mapping;
  }

  RowRules read(List<MappedField> fields, List<ColumnProperty<?>> properties) {
    ColumnProperty<?> version = null;
    Version marked = null;
    for (MappedField field : fields) {
      Version annotation = field.field().getAnnotation(Version.class);
      boolean named = field.name().equals(mapping.version());
      if (annotation != null || named) {
        if (version != null) {
          throw MappingException.of(
              MappingMessage.TWO_VERSIONS,
              field.describe(),
              type.getSimpleName(),
              version.name(),
              field.name());
        }
        version = property(properties, field.name());
        marked = annotation;
      }
    }
    return new RowRules(
        version, version == null ? null : versions(version, marked), eagerDefaults(), mapping);
  }

  private static @Nullable ColumnProperty<?> property(
      List<ColumnProperty<?>> properties, String name) {
    return properties.stream()
        .filter(property -> property.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private @Nullable UnaryOperator<@Nullable Object> versions(
      ColumnProperty<?> version, @Nullable Version marked) {
    if (mapping.versions() != null) {
      return mapping.versions();
    }
    if (marked != null && marked.source() == Version.Source.SUPPLIED) {
      return null;
    }
    UnaryOperator<@Nullable Object> counter =
        Counters.BY_TYPE.get(version.type().javaType());
    if (counter == null) {
      throw MappingException.of(
          MappingMessage.VERSION_TYPE,
          version.toString(),
          version,
          version.type().javaType().getSimpleName());
    }
    return counter;
  }

  private EagerDefaults eagerDefaults() {
    Entity entity = type.getAnnotation(Entity.class);
    return entity == null ? EagerDefaults.AUTO : entity.eagerDefaults();
  }
}
