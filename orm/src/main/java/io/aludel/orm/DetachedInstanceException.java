package io.aludel.orm;

import org.jspecify.annotations.Nullable;

/** An attribute without a value was read on an object that belongs to no session. */
public final class DetachedInstanceException extends ObjectStateException {
  private static final long serialVersionUID = 1L;

  private final String attribute;

  private DetachedInstanceException(String attribute, String subject, String problem) {
    super(
        OrmError.DETACHED,
        subject,
        "Cannot read " + attribute + " of " + subject + ": the object is detached, and " + problem);
    this.attribute = attribute;
  }

  /**
   * The value was there, and was dropped before the object left its session.
   *
   * @param attribute the attribute, written {@code User.name}
   * @param subject the object, written {@code User[id=7]}
   * @return the exception
   */
  public static DetachedInstanceException expired(String attribute, String subject) {
    return new DetachedInstanceException(
        attribute,
        subject,
        "its values were expired by a commit, a rollback or expire(). Read it before the session is"
            + " closed; return the object from SessionFactory.fromTransaction(), which keeps the"
            + " values; open sessions with SessionOption.expireOnCommit(false); or add the object to"
            + " an open session.");
  }

  /**
   * The value was never there.
   *
   * @param attribute the attribute, written {@code User.name}
   * @param subject the object, written {@code User[id=7]}
   * @param advice what to do, as a sentence; null for what sessions offer
   * @return the exception
   */
  public static DetachedInstanceException notLoaded(
      String attribute, String subject, @Nullable String advice) {
    String cure = advice == null
        ? "Read it before the session is closed, or add the object to an open session."
        : advice;
    return new DetachedInstanceException(
        attribute, subject, "this attribute was not loaded. " + cure);
  }

  /**
   * The attribute that was read.
   *
   * @return its name, written {@code User.name}
   */
  public String attribute() {
    return attribute;
  }
}
