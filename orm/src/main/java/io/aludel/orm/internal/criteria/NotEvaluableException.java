package io.aludel.orm.internal.criteria;

import io.aludel.sql.tree.Element;

/** A part of a statement cannot be worked out in memory. */
final class NotEvaluableException extends Exception {
  private static final long serialVersionUID = 1L;

  NotEvaluableException(Element part) {
    super(part.getClass().getSimpleName() + " " + part, null, false, false);
  }
}
