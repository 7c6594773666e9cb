package io.aludel.orm.collection;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Condition;
import io.aludel.sql.OrderKey;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about the members of a {@link DynamicCollection}: each reading method runs a SELECT in the session
 * of the owner, which flushes before where it does so by itself. Immutable; belongs to the thread of the owner.
 *
 * @param <T> the class of the members
 */
public interface MemberQuery<T> extends Iterable<T> {
  /**
   * The same for some of the members only.
   *
   * @param conditions what they must meet, too
   * @return the question
   */
  MemberQuery<T> where(Condition... conditions);

  /**
   * The same in another order, after that of the relationship.
   *
   * @param keys what is ordered by
   * @return the question
   */
  MemberQuery<T> orderBy(OrderKey... keys);

  /**
   * The same for so many members at most.
   *
   * @param most how many
   * @return the question
   */
  MemberQuery<T> limit(long most);

  /**
   * The same without the first members.
   *
   * @param first how many are passed over
   * @return the question
   */
  MemberQuery<T> offset(long first);

  /**
   * The members. One SELECT.
   *
   * @return a list of its own, which is not the collection
   * @throws io.aludel.orm.DetachedInstanceException if the owner has a row and no session
   * @throws io.aludel.orm.ObjectStateException if conditions are asked of an owner that has no row
   */
  List<T> all();

  /**
   * How many members there are. One SELECT.
   *
   * @return the number
   * @throws io.aludel.orm.DetachedInstanceException if the owner has a row and no session
   * @throws io.aludel.orm.ObjectStateException if conditions are asked of an owner that has no row
   */
  long count();

  /**
   * Some of the members by their places. One SELECT.
   *
   * @param from the first place, counted from 0
   * @param to the place behind the last
   * @return as many of them as there are
   * @throws ArgumentException if a place is negative, or the last before the first
   */
  default List<T> slice(long from, long to) {
    requirePlaces(from, to);
    return from == to ? List.of() : offset(from).limit(to - from).all();
  }

  /**
   * The member at a place. One SELECT.
   *
   * @param place the place, counted from 0
   * @return the member, or null if there are not so many
   * @throws ArgumentException if the place is negative
   */
  default @Nullable T get(long place) {
    List<T> found = slice(place, place + 1);
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * The first member. One SELECT.
   *
   * @return the member, or null if there is none
   */
  default @Nullable T first() {
    return get(0);
  }

  /**
   * Runs through the members that there are now. One SELECT.
   *
   * @return an iterator over {@link #all()}
   */
  @Override
  default Iterator<T> iterator() {
    return all().iterator();
  }

  /**
   * Refuses places that cannot be.
   *
   * @param from the first place
   * @param to the place behind the last
   * @throws ArgumentException if a place is negative, or the last before the first
   */
  static void requirePlaces(long from, long to) {
    if (from < 0 || to < from) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Members cannot be read from place " + from + " to place " + to
              + ". Places count from 0, and the last is not before the first.");
    }
  }
}
