package io.aludel.queryset;

import io.aludel.InvalidRequestException;

/** Says that no row satisfies what one object was asked for by, or that the row of an object is gone. */
public final class NoMatchException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  NoMatchException(String message) {
    super(QuerySetError.NO_MATCH, message);
  }
}
