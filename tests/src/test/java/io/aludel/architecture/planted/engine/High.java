package io.aludel.architecture.planted.engine;

import io.aludel.architecture.planted.orm.internal.loading.Reflective;
import io.aludel.architecture.planted.types.Low;

/** Uses what is below, as it may, and another module's internals, as it may not. */
public final class High {
  public Low below() {
    return new Low();
  }

  Object borrowed() {
    return new Reflective();
  }
}
