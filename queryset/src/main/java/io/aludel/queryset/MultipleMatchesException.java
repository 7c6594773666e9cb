package io.aludel.queryset;

import io.aludel.InvalidRequestException;

/** Says that several rows satisfy what one object was asked for by. */
public final class MultipleMatchesException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  MultipleMatchesException(String message) {
    super(QuerySetError.MULTIPLE_MATCHES, message);
  }
}
