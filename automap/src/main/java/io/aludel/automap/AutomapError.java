package io.aludel.automap;

import io.aludel.ErrorCode;

/** The failures of writing classes for tables. */
public enum AutomapError implements ErrorCode {
  /** A table was named that the database does not have. */
  UNKNOWN_TABLE("MAP-801"),
  /** A naming gave what is no name in Java. */
  NO_NAME("MAP-802"),
  /** A file is there already and says something else. */
  FILE_DIFFERS("MAP-803"),
  /** A file could not be read or written. */
  FILE_FAILED("MAP-804");

  private final String code;

  AutomapError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
