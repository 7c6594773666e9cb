package io.aludel.orm;

import io.aludel.InvalidRequestException;

/** Neither the factory nor its options say which engine is to be used for some work. */
public class UnboundException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param work what was to be done
   */
  public UnboundException(String work) {
    super(
        OrmError.UNBOUND,
        "Cannot find an engine for "
            + work
            + ": this session factory has none of its own, and none is bound to that. Bind one with"
            + " SessionOption.bind(…), or give the factory an engine.");
  }
}
