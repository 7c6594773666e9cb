package io.aludel.orm;

/**
 * Thrown when an attribute without a value is read whose loading an option, the mapping or the session
 * refuses (parity row ORM-QRY-17).
 */
public final class LoadRefusedException extends ObjectStateException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param subject the object, written {@code User[id=7]}
   * @param message what could not be loaded, why, and what would have loaded it
   */
  public LoadRefusedException(String subject, String message) {
    this(OrmError.LOAD_REFUSED, subject, message);
  }

  /**
   * Creates the exception for a reason of its own.
   *
   * @param code the reason
   * @param subject the object, written {@code User[id=7]}
   * @param message what could not be loaded, why, and what would have loaded it
   */
  public LoadRefusedException(OrmError code, String subject, String message) {
    super(code, subject, message);
  }
}
