package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.inheritance.HierarchyMarks;
import io.aludel.schema.MetaData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes given to a registry, read together because those of one hierarchy may share a table. */
final class AnnotatedEntities {
  private final Registry registry;
  private final Set<Class<?>> wanted = new LinkedHashSet<>();
  private final Map<Class<?>, AnnotatedEntity<?>> read = new LinkedHashMap<>();

  AnnotatedEntities(Registry registry) {
    this.registry = registry;
  }

  /** Adds a class; one given twice is refused. */
  void add(Class<?> type) {
    if (!wanted.add(type)) {
      throw MappingException.of(MappingMessage.MAPPED_TWICE, type.getSimpleName(), type.getName());
    }
  }

  /** All of them, with tables; each entity comes after the one it extends. */
  List<AnnotatedEntity<?>> declare(MetaData metadata) {
    for (Class<?> type : wanted) {
      read(type);
    }
    List<AnnotatedEntity<?>> all = new ArrayList<>(read.values());
    for (AnnotatedEntity<?> each : all) {
      each.declare(metadata);
    }
    return all;
  }

  private AnnotatedEntity<?> read(Class<?> type) {
    AnnotatedEntity<?> known = read.get(type);
    if (known != null) {
      return known;
    }
    Class<?> above = HierarchyMarks.entityAbove(type);
    @Nullable AnnotatedEntity<?> entityAbove = null;
    if (above != null) {
      if (!wanted.contains(above)) {
        throw MappingException.of(
            MappingMessage.PARENT_NOT_MAPPED,
            type.getSimpleName(),
            type.getSimpleName(),
            above.getName());
      }
      entityAbove = read(above);
    }
    registry.events().instrumenting(type);
    AnnotatedEntity<?> made = AnnotatedEntity.read(type, registry, entityAbove);
    read.put(type, made);
    return made;
  }
}
