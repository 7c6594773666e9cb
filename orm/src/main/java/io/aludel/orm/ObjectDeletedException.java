package io.aludel.orm;

/** The row of an object that was to be read again is gone. */
public final class ObjectDeletedException extends ObjectStateException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param subject the object, written {@code User[id=7]}
   */
  public ObjectDeletedException(String subject) {
    super(
        OrmError.ROW_GONE,
        subject,
        "Cannot read "
            + subject
            + " again: its row is gone, deleted by another transaction or by a statement that did not"
            + " tell the session. Expunge the object, or check with get() before using it.");
  }
}
