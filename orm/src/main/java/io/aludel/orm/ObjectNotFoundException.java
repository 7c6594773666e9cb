package io.aludel.orm;

import io.aludel.InvalidRequestException;

/** No row has the key that an object was asked for by. */
public final class ObjectNotFoundException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  private final String entity;
  private final transient Object key;

  /**
   * Creates the exception.
   *
   * @param entity the entity that was asked for
   * @param key the key that no row has
   */
  public ObjectNotFoundException(String entity, Object key) {
    super(
        OrmError.NO_SUCH_OBJECT,
        "There is no " + entity + " with key " + key + ". Use get() if there may be none.");
    this.entity = entity;
    this.key = key;
  }

  /**
   * The entity that was asked for.
   *
   * @return its name
   */
  public String entity() {
    return entity;
  }

  /**
   * The key that no row has.
   *
   * @return the key as it was given
   */
  public Object key() {
    return key;
  }
}
