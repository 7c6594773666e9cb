package io.aludel.testing.internal;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineBuilder;
import io.aludel.testing.spi.DatabaseAddress;

/** Makes the engines of tests. */
final class Engines {
  private Engines() {}

  static Engine on(DatabaseAddress address) {
    EngineBuilder builder = Engine.builder(address.url());
    if (address.user() != null) {
      builder = builder.user(address.user());
    }
    if (address.password() != null) {
      builder = builder.password(address.password());
    }
    return builder.create();
  }
}
