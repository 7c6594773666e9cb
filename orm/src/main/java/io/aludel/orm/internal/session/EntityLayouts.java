package io.aludel.orm.internal.session;

import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.mapping.internal.MapperLookup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The layouts of the classes one session factory works with. Which registry maps a class is decided when
 * the class is first met, and stays so.
 */
public final class EntityLayouts implements MapperLookup {
  private final @Nullable Registry registry;
  private final Map<Class<?>, EntityLayout> known = new ConcurrentHashMap<>();
  private final Map<Mapper<?>, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger hierarchies = new AtomicInteger();

  /** Works with one registry or, for null, with the newest that maps a class. */
  public EntityLayouts(@Nullable Registry registry) {
    this.registry = registry;
  }

  /** The layout of a mapped class. */
  public EntityLayout of(Class<?> type) {
    EntityLayout layout = known.get(type);
    return layout == null ? known.computeIfAbsent(type, this::read) : layout;
  }

  private EntityLayout read(Class<?> type) {
    Mapper<?> mapper = find(type);
    return new EntityLayout(mapper, hierarchyOf(mapper));
  }

  /** The same for all factories of a registry, because they share compiled statements with their plans. */
  private int hierarchyOf(Mapper<?> mapper) {
    return registry == null
        ? numbers.computeIfAbsent(mapper.root(), root -> hierarchies.getAndIncrement())
        : registry.mappers().indexOf(mapper.root());
  }

  private <E> Mapper<E> find(Class<E> type) {
    if (registry != null) {
      return registry.mapper(type);
    }
    Mapper<E> newest = Registry.findNewestMapper(type);
    if (newest == null) {
      throw UnmappedClassException.anywhere(type);
    }
    return newest;
  }

  @Override
  @SuppressWarnings("unchecked") // a layout is kept under the class its mapper is for
  public <E> Mapper<E> mapper(Class<E> type) {
    return (Mapper<E>) of(type).mapper();
  }

  /** With a registry given, any two look-ups of it find the same mappers. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (registry != null && other instanceof EntityLayouts that && registry == that.registry);
  }

  @Override
  public int hashCode() {
    return registry == null ? System.identityHashCode(this) : registry.hashCode();
  }
}
