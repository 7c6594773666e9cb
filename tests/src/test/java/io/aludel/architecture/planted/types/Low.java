package io.aludel.architecture.planted.types;

import io.aludel.architecture.planted.engine.High;

/** Looks up the layers, in a package without nullness, and closes a cycle. */
public final class Low {
  public High above() {
    return new High();
  }
}
