package io.aludel.testing;

import io.aludel.ErrorCode;

/** The failures of the test kit itself, as opposed to failures of the tests that use it. */
public enum TestingError implements ErrorCode {
  /** A configured database has no provider. */
  UNKNOWN_DATABASE("TST-101"),
  /** Two providers claim the same name. */
  DUPLICATE_PROVIDER("TST-102"),
  /** A driver or an embedded server is not on the class path. */
  MISSING_ARTIFACT("TST-103"),
  /** An embedded server did not start, or could not be reached. */
  SERVER_NOT_STARTED("TST-104"),
  /** A URL in the environment does not fit the database it is given for. */
  UNFIT_ADDRESS("TST-105"),
  /** A fresh database could not be made or removed. */
  DATABASE_NOT_MADE("TST-106"),
  /** An annotation of the kit stands where it cannot work. */
  MISPLACED_ANNOTATION("TST-107"),
  /** A method of the kit was called with an argument it cannot take, or in a state it cannot serve. */
  MISUSE("TST-108");

  private final String code;

  TestingError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
