package io.aludel.testing.internal;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineEvents;
import io.aludel.engine.EngineStatistics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers where the engine of a test opened what it has open. What is open is the engine's own
 * count; the places are for the message.
 */
final class LeakWatch {
  private final Engine engine;
  private final Map<java.sql.Connection, Opening> connections = new IdentityHashMap<>();
  private final Map<Connection, Opening> transactions = new IdentityHashMap<>();
  private final Map<Connection, List<Opening>> results = new IdentityHashMap<>();

  private LeakWatch(Engine engine) {
    this.engine = engine;
  }

  static LeakWatch on(Engine engine) {
    LeakWatch watch = new LeakWatch(engine);
    EngineEvents events = engine.events();
    events.pool().onCheckout(watch::connectionOpened);
    events.pool().onCheckin(watch::connectionClosed);
    events.onBegin(watch::transactionBegun);
    events.onCommit(watch::transactionEnded);
    events.onRollback(watch::transactionEnded);
    events.onResultOpened(watch::resultOpened);
    events.onResultClosed(watch::resultClosed);
    return watch;
  }

  private synchronized void connectionOpened(java.sql.Connection connection) {
    connections.put(connection, new Opening("connection"));
  }

  private synchronized void connectionClosed(java.sql.Connection connection) {
    connections.remove(connection);
  }

  private synchronized void transactionBegun(Connection connection) {
    transactions.put(connection, new Opening("transaction"));
  }

  private synchronized void transactionEnded(Connection connection) {
    transactions.remove(connection);
  }

  private synchronized void resultOpened(Connection connection, String sql) {
    results.computeIfAbsent(connection, key -> new ArrayList<>()).add(new Opening(sql));
  }

  private synchronized void resultClosed(Connection connection, String sql) {
    List<Opening> open = results.getOrDefault(connection, List.of());
    open.stream().filter(opening -> opening.what.equals(sql)).findFirst().ifPresent(open::remove);
  }

  synchronized void requireNothingOpen() {
    EngineStatistics now = engine.statistics();
    StringBuilder message = new StringBuilder();
    List<Opening> openResults =
        results.values().stream().flatMap(Collection::stream).toList();
    describe(message, now.openResults(), "result", "read it to the end or close it", openResults);
    describe(
        message,
        now.openTransactions(),
        "transaction",
        "commit it, roll it back, or close its connection",
        transactions.values());
    describe(message, now.openConnections(), "connection", "close it", connections.values());
    if (!message.isEmpty()) {
      throw new AssertionError("The test left something open." + message);
    }
  }

  private static void describe(
      StringBuilder message, long count, String kind, String cure, Collection<Opening> openings) {
    if (count > 0) {
      message.append("\n").append(count).append(" ").append(kind).append(count == 1 ? "" : "s");
      message.append(": ").append(cure).append(". Opened here:");
      openings.forEach(opening -> message.append("\n").append(opening.place()));
    }
  }

  /** Where something was opened: the stack at that moment, without our own frames on top. */
  private static final class Opening extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_FRAMES = 8;

    private final String what;

    Opening(String what) {
      super(what);
      this.what = what;
    }

    String place() {
      StringWriter text = new StringWriter();
      PrintWriter printer = new PrintWriter(text);
      printer.println("  " + what);
      StackTraceElement[] frames = getStackTrace();
      int first = 0;
      while (first < frames.length && isOurs(frames[first])) {
        first++;
      }
      for (int i = first; i < frames.length && i < first + SHOWN_FRAMES; i++) {
        printer.println("    at " + frames[i]);
      }
      return text.toString().stripTrailing();
    }

    private static boolean isOurs(StackTraceElement frame) {
      return frame.getClassName().startsWith("io.aludel.engine.")
          || frame.getClassName().startsWith("io.aludel.testing.internal.");
    }
  }
}
