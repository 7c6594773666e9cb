package io.aludel.orm.internal.collection;

import io.aludel.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Chooses the kind of live collection for a field. */
public final class LiveCollections {
  private LiveCollections() {}

  /**
   * Makes an empty live collection of the kind that a relationship's field holds.
   *
   * @param like the collection whose place it takes, for its order, or null
   */
  public static LiveCollection create(RelationshipProperty relationship, @Nullable Object like) {
    Class<?> type = relationship.fieldType();
    if (SortedMap.class.isAssignableFrom(type)) {
      return new LiveSortedMap<Object, Object>(comparatorOf(like));
    } else if (Map.class.isAssignableFrom(type)) {
      return new LiveMap<Object, Object>();
    } else if (SortedSet.class.isAssignableFrom(type)) {
      return new LiveSortedSet<Object>(comparatorOf(like));
    }
    return Set.class.isAssignableFrom(type) ? new LiveSet<Object>() : new LiveList<Object>();
  }

  @SuppressWarnings("unchecked") // it compares what the collection holds
  private static @Nullable Comparator<Object> comparatorOf(@Nullable Object like) {
    if (like instanceof SortedMap<?, ?> map) {
      return (Comparator<Object>) map.comparator();
    }
    return like instanceof SortedSet<?> set ? (Comparator<Object>) set.comparator() : null;
  }

  /** The members of any collection or map, in its order. */
  public static List<@Nullable Object> membersOf(Object collection) {
    if (collection instanceof Map<?, ?> map) {
      return new ArrayList<>(map.values());
    }
    return new ArrayList<>((Collection<?>) collection);
  }
}
