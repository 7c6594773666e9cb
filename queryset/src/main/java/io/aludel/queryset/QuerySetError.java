package io.aludel.queryset;

import io.aludel.ErrorCode;

/** The failures of query sets. */
public enum QuerySetError implements ErrorCode {
  /** No row satisfies what one object was asked for by. */
  NO_MATCH("QRY-101"),
  /** Several rows satisfy what one object was asked for by. */
  MULTIPLE_MATCHES("QRY-102"),
  /** Values were given that must not be saved. */
  INVALID("QRY-103"),
  /** A look-up names something that is not there, or was given a value it cannot take. */
  LOOKUP("QRY-104"),
  /** A change of every row was asked for without saying so. */
  WHOLE_TABLE("QRY-105"),
  /** A query set, or a registry, was used for something it cannot do. */
  MISUSE("QRY-106"),
  /** A class cannot be a model as it is declared. */
  MODEL("QRY-107");

  private final String code;

  QuerySetError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
