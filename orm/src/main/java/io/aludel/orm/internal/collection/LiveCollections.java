package io.aludel.orm.internal.collection;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.collection.MemberCollection;
import io.aludel.orm.mapping.RelationshipProperty;
import java.io.InvalidObjectException;
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
  /** The room a collection has from its first member on: one place more at a time is many copies. */
  static final int FEW = 4;

  private LiveCollections() {}

  /**
   * Makes an empty live collection of the kind that a relationship's field holds.
   *
   * @param like the collection whose place it takes, for its order, or null
   */
  public static LiveCollection create(RelationshipProperty relationship, @Nullable Object like) {
    Class<?> type = relationship.collectionType();
    if (SortedMap.class.isAssignableFrom(type)) {
      return new LiveSortedMap<Object, Object>(comparatorOf(like));
    } else if (Map.class.isAssignableFrom(type)) {
      return new LiveMap<Object, Object>();
    } else if (SortedSet.class.isAssignableFrom(type)) {
      return new LiveSortedSet<Object>(comparatorOf(like));
    }
    return Set.class.isAssignableFrom(type) ? new LiveSet<Object>() : new LiveList<Object>();
  }

  /**
   * The live collection in a field, which may be of a class of the application's own; null for any other
   * value.
   */
  public static @Nullable LiveCollection find(@Nullable Object held) {
    if (held instanceof LiveCollection live) {
      return live;
    }
    return held instanceof MemberCollection<?, ?> own
            && own.members() instanceof LiveCollection live
        ? live
        : null;
  }

  /**
   * What the field of a relationship holds for a live collection.
   *
   * @throws ObjectStateException if the application's collection class keeps its members elsewhere
   */
  public static Object held(RelationshipProperty relationship, LiveCollection live) {
    Object held = relationship.held(live);
    if (held != live && find(held) != live) {
      throw new ObjectStateException(
          OrmError.COLLECTION_CLASS,
          relationship.toString(),
          "Cannot hold "
              + relationship
              + " in a "
              + (held == null ? "null" : held.getClass().getName())
              + ": its members() are not the collection that it was made around, so that changes would be"
              + " lost. Keep that very collection, and give it back.");
    }
    return held;
  }

  @SuppressWarnings("unchecked") // it compares what the collection holds
  private static @Nullable Comparator<Object> comparatorOf(@Nullable Object given) {
    Object like = given instanceof MemberCollection<?, ?> own ? own.members() : given;
    if (like instanceof SortedMap<?, ?> map) {
      return (Comparator<Object>) map.comparator();
    }
    return like instanceof SortedSet<?> set ? (Comparator<Object>) set.comparator() : null;
  }

  /** The members of any collection or map, in its order. */
  public static List<@Nullable Object> membersOf(Object collection) {
    if (collection instanceof MemberCollection<?, ?> own) {
      return membersOf(own.members());
    }
    if (collection instanceof Map<?, ?> map) {
      return new ArrayList<>(map.values());
    }
    return new ArrayList<>((Collection<?>) collection);
  }

  /** The failure of reading what no writer of this library writes: in its place stands a plain collection. */
  static InvalidObjectException neverWritten(Object read) {
    return new InvalidObjectException("Cannot read a " + read.getClass().getName()
        + " from a stream: it is never written, and without its content it is none. The stream is"
        + " forged.");
  }
}
