package io.aludel.orm.collection;

import io.aludel.ArgumentException;
import io.aludel.ErrorCode;
import java.util.ConcurrentModificationException;

/**
 * A related collection was changed, by a call or by the other side of its relationship, and then an older
 * iterator was asked to go on. Of the kind that the JDK's collections throw, so that code written for them
 * works; the collection and its session are as they were, and go on.
 */
public final class ChangedWhileIteratedException extends ConcurrentModificationException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // codes are enums
  private final ErrorCode code;

  private final String collection;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param collection the attribute, written {@code User.posts}
   */
  public ChangedWhileIteratedException(ErrorCode code, String collection) {
    super("Cannot go on iterating " + ArgumentException.requireNonNull(collection, "the collection")
        + ": it was changed since the iterator was made, by a call on the collection or on the other"
        + " side of the relationship. Iterate a copy, or change it by the iterator itself or by"
        + " removeIf. ["
        + ArgumentException.requireNonNull(code, "the code").code() + "]");
    this.code = code;
    this.collection = collection;
  }

  /**
   * What kind of failure it is.
   *
   * @return the code, which {@code docs/errors.md} explains
   */
  public ErrorCode code() {
    return code;
  }

  /**
   * The collection that was iterated.
   *
   * @return its attribute, written {@code User.posts}
   */
  public String collection() {
    return collection;
  }
}
