package io.aludel.orm.event;

import org.jspecify.annotations.Nullable;

/**
 * A value that is about to be set, and all that is known about it (parity row ORM-EVT-17). Immutable.
 *
 * @param entity the object
 * @param value what is to be stored; what an earlier listener made of it
 * @param old what was there; null unless it is {@link Old#KNOWN}
 * @param oldIs what is known of the old value
 * @param initiator the attribute that the application changed, such as {@code User.posts}: this one, or the
 *     other side of the relationship
 * @param fromOtherSide whether the other side of the relationship was changed; what a listener gives to store is
 *     not used then
 * @param <E> the class
 * @param <T> the type of the attribute
 */
public record Assignment<E, T>(
    E entity,
    @Nullable T value,
    @Nullable T old,
    Old oldIs,
    String initiator,
    boolean fromOtherSide) {
  /** What is known of the value that is replaced. */
  public enum Old {
    /** It is there, and may be null. */
    KNOWN,
    /** The object is new, and the attribute was never set. */
    NEVER_SET,
    /** The row has one that was not read; {@link EntityEvents#loadOldValues} has it read first. */
    NOT_LOADED
  }
}
