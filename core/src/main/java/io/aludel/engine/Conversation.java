package io.aludel.engine;

import io.aludel.engine.internal.Cancellation;
import io.aludel.engine.internal.EngineCounters;
import io.aludel.engine.internal.Lease;
import io.aludel.engine.internal.PhysicalConnection;
import io.aludel.engine.internal.StatementLog;
import io.aludel.engine.internal.UseGuard;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What goes on beneath a {@link Connection}, for those that do its work: who uses it, which connection of
 * the driver's it has, what is open on that, and what becomes of it all when the database fails.
 */
final class Conversation {
  private final Connection connection;
  private final Engine engine;
  private final UseGuard guard = new UseGuard("connection");
  private final TransactionStack transactions = new TransactionStack(this);
  private final List<RowCursor> open = new ArrayList<>();
  private final Lease lease;
  private boolean closed;

  Conversation(Connection connection, Engine engine) {
    this.connection = connection;
    this.engine = engine;
    this.lease = new Lease(engine::take, engine.counters(), engine.log());
  }

  /** The connection as applications see it. */
  Connection connection() {
    return connection;
  }

  Engine engine() {
    return engine;
  }

  TransactionStack transactions() {
    return transactions;
  }

  /** A connection that was closed would take another of the driver's, and never give it back. */
  Lease lease() {
    requireOpen();
    return lease;
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether the driver's connection was given up and no other has taken its place yet. */
  boolean isInvalidated() {
    return lease.present() == null && !closed;
  }

  private void requireOpen() {
    if (closed) {
      throw new ResourceClosedException(
          "Nothing can be done with this connection: it is closed. Take another one from the engine.");
    }
  }

  void enter() {
    requireOpen();
    guard.enter();
  }

  void exit() {
    guard.exit();
  }

  /** Does something while nobody else uses this. */
  <R> R alone(Supplier<R> work) {
    enter();
    try {
      return work.get();
    } finally {
      exit();
    }
  }

  void beforeStatement() {
    transactions.beforeStatement();
  }

  /** The SQL that rewriters make of some, or the same. */
  String rewritten(String sql) {
    return events().rewritten(connection, sql);
  }

  PhysicalConnection physical() {
    return lease().physical();
  }

  /** The driver's connection, for ourselves. */
  java.sql.Connection driver() {
    return physical().jdbc();
  }

  void release(PhysicalConnection.KeptStatement statement) throws SQLException {
    physical().release(statement);
  }

  void drop(PhysicalConnection.@Nullable KeptStatement statement) {
    PhysicalConnection present = lease.present();
    if (statement != null && present != null) {
      present.drop(statement);
    }
  }

  void opened(RowCursor cursor) {
    open.add(cursor);
    counters().openResults.increment();
    events().resultOpened.tell(listener -> listener.happened(connection, cursor.sql()));
  }

  void closed(RowCursor cursor) {
    open.remove(cursor);
    counters().openResults.decrement();
    events().resultClosed.tell(listener -> listener.happened(connection, cursor.sql()));
  }

  private void closeResults() {
    new ArrayList<>(open).forEach(RowCursor::close);
  }

  /** After a cancel: SQLite interrupts whatever is active, and all that comes next until nothing is. */
  void letGo() {
    closeResults();
    lease.dropStatements();
  }

  RuntimeException failed(String sql, SQLException cause) {
    return failed(log().failed(sql, List.of()), cause);
  }

  /** What is to be thrown; a connection that is lost is given up. */
  RuntimeException failed(FailedStatement statement, SQLException cause) {
    if (Cancellation.isCancelled()) {
      letGo();
    }
    DatabaseException failure = engine.failures().translate(statement, cause);
    ErrorContext context = new ErrorContext(failure, connection, false);
    RuntimeException chosen = context.settle(events());
    if (context.isDisconnect()) {
      invalidate(failure, context.invalidatesPool());
    }
    return chosen;
  }

  /** Gives the driver's connection up as broken, and with it perhaps all that were opened earlier. */
  void invalidate(@Nullable Throwable cause, boolean allOlder) {
    if (lease.present() != null) {
      closeResults();
      transactions.lost();
      lease.invalidate(cause, allOlder);
    }
  }

  /** Rolls back what was not committed, closes open results, and returns to the pool. */
  void close() {
    if (closed) {
      return;
    }
    guard.enter();
    try {
      closeResults();
      rollBack();
    } finally {
      closed = true;
      lease.giveBack();
      guard.exit();
    }
  }

  private void rollBack() {
    Transaction root = transactions.root();
    if (root == null) {
      return;
    }
    try {
      transactions.rollback(root);
    } catch (DatabaseException e) {
      log().trouble("A connection could not be rolled back and is not used again.", e);
      invalidate(e, true);
    }
  }

  EngineEvents events() {
    return engine.events();
  }

  EngineCounters counters() {
    return engine.counters();
  }

  StatementLog log() {
    return engine.log();
  }
}
