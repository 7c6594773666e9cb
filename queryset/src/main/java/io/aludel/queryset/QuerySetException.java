package io.aludel.queryset;

import io.aludel.InvalidRequestException;

/** Says that a query set or a registry was asked for something it cannot do. Thrown before any SQL. */
public final class QuerySetException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  QuerySetException(QuerySetError code, String message) {
    super(code, message);
  }
}
