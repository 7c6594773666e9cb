package io.aludel.orm.internal.collection;

import io.aludel.orm.OrmError;
import io.aludel.orm.collection.ChangedWhileIteratedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a live collection reports to before it changes. Each report may refuse the change by throwing. */
public interface MemberEvents {
  /** Stands for the key of a member that is to stay out of a map. */
  Object NO_KEY = new Object();

  /**
   * A member is about to be added.
   *
   * @return what to add, usually the same
   */
  @Nullable Object adding(@Nullable Object member, @Nullable Object key);

  /** A member is put where it is already, so that nothing changes. */
  void addedAgain(@Nullable Object member);

  /** One occurrence of a member is about to be taken out. */
  void removing(@Nullable Object member, @Nullable Object key);

  /**
   * One occurrence of a member is about to make way for another.
   *
   * @return what to put in its place, usually {@code added}
   */
  @Nullable Object replacing(@Nullable Object removed, @Nullable Object added, @Nullable Object key);

  /**
   * Several members are about to be added or taken out at once.
   *
   * @param removed the occurrences to take out
   * @param added the members to add
   * @return what to add, in the order of {@code added}
   */
  List<@Nullable Object> exchanging(List<?> removed, List<?> added);

  /** The collection as messages write it: {@code User.posts}. */
  String describe();

  /** The failure of an iterator that is older than the last change of a collection. */
  static ChangedWhileIteratedException changedWhileIterated(@Nullable MemberEvents events) {
    return new ChangedWhileIteratedException(
        OrmError.CHANGED_WHILE_ITERATED,
        events == null ? "a collection that nobody has any more" : events.describe());
  }

  /** The key under which a map keeps a member that arrives without one. */
  @Nullable Object keyOf(@Nullable Object member);

  /** Members from {@code first} on came last in a list. */
  default void appended(List<?> list, int first) {}

  /** A list has another member at one place. */
  default void placed(List<?> list, int place) {}

  /** The members of a list have other places. */
  default void rearranged(List<?> list) {}
}
