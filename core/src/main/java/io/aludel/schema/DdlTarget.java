package io.aludel.schema;

import java.util.function.Consumer;

/**
 * A database that DDL can be run on: an engine, which opens a connection and a transaction for it, or a
 * connection, which runs it inside its own transaction.
 */
public interface DdlTarget {
  /**
   * Runs {@code work} with one connection and inside one transaction.
   *
   * @param work what runs the DDL
   */
  void withDdl(Consumer<DdlRunner> work);
}
