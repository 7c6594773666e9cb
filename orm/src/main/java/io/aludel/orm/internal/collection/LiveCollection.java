package io.aludel.orm.internal.collection;

import io.aludel.orm.collection.ChangedWhileIteratedException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The side of a live collection that bookkeeping sees: its members, and changes that report nothing. Serialized
 * by itself it is replaced by a plain collection; that of an object is part of what is written of the object.
 */
public interface LiveCollection extends Serializable {
  /** The members in order, those of a map its values. */
  @Nullable Object[] members();

  /** How often {@code member} itself, not an equal one, is in. */
  int count(@Nullable Object member);

  /** Puts a member at the end, unless it is in and the collection has room for it once only. */
  void insert(@Nullable Object member);

  /** The member that {@link #insert} would push out, or null: a map has one place for each key. */
  default @Nullable Object evicted(@Nullable Object member) {
    return null;
  }

  /** Takes one occurrence of a member out, the first; does nothing if there is none. */
  void take(@Nullable Object member);

  /** Takes all members out and puts others in; a map computes their keys. */
  void fill(List<?> members);

  /** Takes all members out and puts others in; a map keeps the given keys. */
  default void fill(List<?> keys, List<?> content) {
    fill(content);
  }

  /** Whom changes are reported to; null for a collection that nothing belongs to any more. */
  @Nullable MemberEvents events();

  /** The failure of an iterator that is older than the last change. */
  default ChangedWhileIteratedException changedWhileIterated() {
    return MemberEvents.changedWhileIterated(events());
  }

  /** Reports to somebody else, or to nobody. */
  void events(@Nullable MemberEvents events);
}
