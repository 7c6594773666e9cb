package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;

/** Says that a row was asked for a value it does not have, or for a name that several values have. */
public final class NoSuchColumnException extends ArgumentException {
  private static final long serialVersionUID = 1L;

  private NoSuchColumnException(CoreError code, String message) {
    super(code, message);
  }

  static NoSuchColumnException missing(String wanted, Iterable<String> names) {
    return new NoSuchColumnException(
        CoreError.NO_SUCH_COLUMN,
        "A row has no value for " + wanted + ", only for '" + String.join("', '", names)
            + "'. Add it to the select list, or ask for one of these.");
  }

  static NoSuchColumnException ambiguous(String name, Iterable<String> names) {
    return new NoSuchColumnException(
        CoreError.AMBIGUOUS_COLUMN,
        "A row has several values named '" + name + "' among '" + String.join("', '", names)
            + "'. Ask by expression or position, or label one of them.");
  }
}
