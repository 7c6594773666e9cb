package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.sql.tree.CompileScope;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mapper of a class for one session factory, always the same one. Given to compilations as an
 * option; two are equal only if they find the same mappers.
 */
public interface MapperLookup {
  /** The mapper of {@code type}. */
  <E> Mapper<E> mapper(Class<E> type);

  /** The mapper of {@code type} for a compilation, which may have no factory behind it. */
  static <E> Mapper<E> in(CompileScope scope, Class<E> type) {
    MapperLookup lookup = scope.option(MapperLookup.class);
    if (lookup != null) {
      return lookup.mapper(type);
    }
    @Nullable Mapper<E> newest = Registry.findNewestMapper(type);
    if (newest == null) {
      throw UnmappedClassException.anywhere(type);
    }
    return newest;
  }
}
