package io.aludel.orm.internal.collection;

import io.aludel.orm.weave.StateRecord;

/** A container that reports what changes inside it. */
interface LiveValue {
  void heldBy(StateRecord owner, int index);

  /** The same content in a container of its own. */
  Object copy();
}
