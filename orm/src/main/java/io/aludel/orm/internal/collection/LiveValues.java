package io.aludel.orm.internal.collection;

import io.aludel.orm.mapping.MutableValue;
import io.aludel.orm.weave.StateRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns values of attributes into ones that report their changes. */
public final class LiveValues {
  private static final Set<Class<?>> CONTAINERS =
      Set.of(Map.class, List.class, Set.class, Collection.class);

  private LiveValues() {}

  /** Whether values of a declared type can report their changes. */
  public static boolean canReport(Class<?> type) {
    return MutableValue.class.isAssignableFrom(type) || CONTAINERS.contains(type);
  }

  /** The value as the object holds it, known to belong to it. */
  public static @Nullable Object held(
      Class<?> type, @Nullable Object value, StateRecord owner, int index) {
    if (value instanceof MutableValue mutable) {
      mutable.$heldBy(owner, index);
      return value;
    }
    Object live = value == null ? null : live(type, value);
    if (live instanceof LiveValue reporting) {
      reporting.heldBy(owner, index);
    }
    return live;
  }

  private static Object live(Class<?> type, Object value) {
    if (value instanceof LiveValue) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return new LiveValueMap<>(new LinkedHashMap<>(map));
    }
    if (value instanceof Collection<?> members) {
      return Set.class.isAssignableFrom(type)
          ? new LiveValueSet<>(new LinkedHashSet<>(members))
          : new LiveValueList<>(members);
    }
    return value;
  }

  /** A value for another object: containers are copied, others are shared. */
  public static @Nullable Object forAnother(@Nullable Object value) {
    return value instanceof LiveValue live ? live.copy() : value;
  }
}
