package io.aludel.testing.spi;

/** One empty database, made for one test. */
public interface ProvidedDatabase extends AutoCloseable {
  /**
   * Where the test finds it.
   *
   * @return its address
   */
  DatabaseAddress address();

  /**
   * Removes the database with everything in it, connections that were left open included. Called
   * once, after the engine of the test was closed.
   */
  @Override
  void close();
}
