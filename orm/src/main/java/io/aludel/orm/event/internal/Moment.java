package io.aludel.orm.event.internal;

/** When a listener of rows is called. */
public enum Moment {
  BEFORE_INSERT,
  AFTER_INSERT,
  BEFORE_UPDATE,
  AFTER_UPDATE,
  BEFORE_DELETE,
  AFTER_DELETE
}
