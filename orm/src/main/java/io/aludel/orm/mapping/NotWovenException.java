package io.aludel.orm.mapping;

import io.aludel.orm.weave.Weave;

/** A class was to be mapped that the weaver did not make ready, or made ready for another version. */
public final class NotWovenException extends MappingException {
  private static final long serialVersionUID = 1L;

  private NotWovenException(MappingMessage message, Class<?> type, Object... things) {
    super(message, type.getSimpleName(), message.text(things));
  }

  /**
   * That a class was compiled without weaving.
   *
   * @param type the class
   * @return the exception
   */
  public static NotWovenException missing(Class<?> type) {
    return new NotWovenException(MappingMessage.NOT_WOVEN, type, type.getName());
  }

  /**
   * That a class was woven for another version of this library.
   *
   * @param type the class
   * @param version the version it was woven for
   * @return the exception
   */
  public static NotWovenException otherVersion(Class<?> type, int version) {
    return new NotWovenException(
        MappingMessage.WOVEN_FOR_OTHER_VERSION,
        type,
        type.getName(),
        version,
        Weave.VERSION,
        type.getSimpleName());
  }
}
