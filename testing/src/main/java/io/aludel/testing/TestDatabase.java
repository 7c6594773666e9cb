package io.aludel.testing;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.testing.spi.DatabaseAddress;

/**
 * The database of one test: empty at its beginning, gone after its end. Belongs to the thread of the
 * test, though its engine may be shared.
 */
public interface TestDatabase {
  /**
   * The name of its kind, as configured.
   *
   * @return a name such as {@code sqlite}
   */
  String name();

  /**
   * Where it is, for what goes past the engine. An SQLite database in memory is to be had through
   * its engine only.
   *
   * @return its address
   */
  DatabaseAddress address();

  /**
   * The engine on it, made when first asked for. The kit records what it executes, checks after the
   * test that it has nothing open, and closes it.
   *
   * @return the same engine each time
   */
  Engine engine();

  /**
   * The recorder of its engine.
   *
   * @return the same recorder each time
   */
  StatementRecorder recorder();

  /**
   * Whether its dialect has a capability, for a test that asserts both answers.
   *
   * @param capability what is asked
   * @return true when the dialect declares it
   */
  boolean has(Capability capability);
}
