package io.aludel.testing.internal.database;

import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.testing.spi.ProvidedDatabase;

/** An address, and what to do to remove what is there. */
record SimpleDatabase(DatabaseAddress address, Runnable removal) implements ProvidedDatabase {
  @Override
  public void close() {
    removal.run();
  }
}
