package io.aludel.orm;

import io.aludel.ArgumentException;

/** A key is null, of the wrong type, or has the wrong parts. */
public final class WrongKeyException extends ArgumentException {
  private static final long serialVersionUID = 1L;

  private final String entity;

  /**
   * Creates the exception.
   *
   * @param entity the entity that was asked for
   * @param message what could not be done, what was found, what to do
   */
  public WrongKeyException(String entity, String message) {
    super(OrmError.WRONG_KEY, message);
    this.entity = entity;
  }

  /**
   * The entity that was asked for.
   *
   * @return its name
   */
  public String entity() {
    return entity;
  }
}
