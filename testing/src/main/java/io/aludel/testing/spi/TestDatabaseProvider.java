package io.aludel.testing.spi;

/**
 * Makes empty databases of one kind for tests. Found by {@link java.util.ServiceLoader}; used when its
 * name stands in {@code aludel.test.databases}. A provider that needs a server starts it for the first
 * database asked for, and names the artifact to add when a class of it is missing. Must be safe to use
 * from several threads.
 */
public interface TestDatabaseProvider extends AutoCloseable {
  /**
   * The name by which the configuration asks for this kind of database, and by which tests are
   * displayed.
   *
   * @return lower-case letters and digits, never changed
   */
  String name();

  /**
   * Makes an empty database that nobody else uses.
   *
   * @param request what the test needs
   * @return the database, which the kit closes after the test
   * @throws io.aludel.testing.TestingException if a driver or server is missing, does not start, or
   *     the address in the environment does not fit
   */
  ProvidedDatabase create(DatabaseRequest request);

  /** Stops the server, if there is one. Called once, at the end of all tests. */
  @Override
  default void close() {}
}
