package io.aludel.orm;

/** An attribute without a value was read on an object that belongs to no session. */
public final class DetachedInstanceException extends ObjectStateException {
  private static final long serialVersionUID = 1L;

  private final String attribute;

  /**
   * Creates the exception.
   *
   * @param attribute the attribute, written {@code User.name}
   * @param subject the object, written {@code User[id=7]}
   */
  public DetachedInstanceException(String attribute, String subject) {
    super(
        OrmError.DETACHED,
        subject,
        attribute
            + " of "
            + subject
            + " is not loaded, and the object is detached. Add the object to a session first, read"
            + " the attribute before the session is closed, or open sessions that do not expire"
            + " objects on commit.");
    this.attribute = attribute;
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
