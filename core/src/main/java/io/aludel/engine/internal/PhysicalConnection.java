package io.aludel.engine.internal;

import io.aludel.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The driver's connection together with the prepared statements kept for it. Lives as long as the
 * driver's connection does, over many checkouts; used by one thread at a time.
 *
 * <p>Keeping statements is what makes look-ups on SQLite three times faster than plain JDBC, whose
 * driver prepares each statement anew. A kept statement that is busy, because a result of it is still
 * being read, is not handed out a second time: another one is prepared and closed after use.
 */
public final class PhysicalConnection {
  private final Connection jdbc;
  private final int capacity;
  private final EngineCounters counters;
  private final Map<PreparedKey, KeptStatement> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final PoolListeners listeners;
  private final long openedAt = System.nanoTime();
  private Connection handle;
  private boolean autoCommitBefore;
  private boolean used;
  private boolean outworn;
  private final AtomicBoolean closed = new AtomicBoolean();
  private boolean detached;
  private @Nullable Boolean takesColumns;
  private @Nullable Pool pool;

  /**
   * What a kept statement is found by: its SQL, the columns it gives back as generated keys, and how many
   * rows it fetches at a time.
   */
  public record PreparedKey(String sql, List<String> keyColumns, int fetchSize) {
    /** Written out, as is the hash: those of a record are linked when first called, while programs start. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof PreparedKey that
          && sql.equals(that.sql)
          && keyColumns.equals(that.keyColumns)
          && fetchSize == that.fetchSize;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * sql.hashCode() + keyColumns.hashCode()) + fetchSize;
    }
  }

  /**
   * Wraps a driver's connection.
   *
   * @param capacity how many statements are kept at most
   */
  public PhysicalConnection(
      Connection jdbc, int capacity, EngineCounters counters, PoolListeners listeners) {
    this.jdbc = jdbc;
    this.listeners = listeners;
    this.handle = jdbc;
    this.capacity = capacity;
    this.counters = counters;
  }

  public Connection jdbc() {
    return jdbc;
  }

  /** What the pool handed out for this connection and must get back. */
  public Connection handle() {
    return handle;
  }

  public void handedOutAs(Connection given) {
    handle = given;
  }

  void belongsTo(Pool owner) {
    pool = owner;
  }

  /** Where the connection came from and must go back to. */
  public Pool pool() {
    return Objects.requireNonNull(pool, "a connection is used before its pool gave it");
  }

  /** When it was opened, as {@link System#nanoTime} counts. */
  long openedAt() {
    return openedAt;
  }

  /** Says that the connection is to be replaced once its present user has returned it. */
  void wearOut() {
    outworn = true;
  }

  boolean isOutworn() {
    return outworn;
  }

  /** Says that the connection belongs to its present user alone from now on. */
  void detach() {
    detached = true;
  }

  public boolean isDetached() {
    return detached;
  }

  /** Closes the driver's connection, which nobody needs any more. Does nothing the second time. */
  void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    listeners.closing(jdbc, detached);
    try {
      jdbc.close();
    } catch (SQLException ignored) {
      // the connection is gone either way
    }
  }

  /** Whether this is asked for the first time. */
  public boolean isNew() {
    boolean first = !used;
    used = true;
    return first;
  }

  /** Whether lists for columns go over it, which its dialect is asked once. */
  public boolean takesColumns(Dialect dialect) {
    if (takesColumns == null) {
      takesColumns = dialect.takesColumns(jdbc);
    }
    return takesColumns;
  }

  public void rememberAutoCommit(boolean autoCommit) {
    autoCommitBefore = autoCommit;
  }

  public boolean hadAutoCommit() {
    return autoCommitBefore;
  }

  /** A statement that nobody else uses until it is released. */
  public KeptStatement prepare(PreparedKey key) throws SQLException {
    KeptStatement found = kept.get(key);
    if (found != null && !found.busy) {
      found.busy = true;
      return found;
    }
    KeptStatement made = new KeptStatement(key, open(key));
    counters.prepared.increment();
    if (found == null && capacity > 0) {
      made.kept = true;
      kept.put(key, made);
      if (kept.size() > capacity) {
        evictEldest();
      }
    }
    return made;
  }

  /** A statement without parameters that is open for one execution. */
  public KeptStatement unprepared(String sql, Statement statement) {
    return new KeptStatement(new PreparedKey(sql, List.of(), 0), statement);
  }

  private PreparedStatement open(PreparedKey key) throws SQLException {
    PreparedStatement opened = key.keyColumns().isEmpty()
        ? jdbc.prepareStatement(key.sql())
        : jdbc.prepareStatement(key.sql(), key.keyColumns().toArray(new String[0]));
    if (key.fetchSize() != 0) {
      opened.setFetchSize(key.fetchSize());
    }
    return opened;
  }

  private void evictEldest() throws SQLException {
    KeptStatement eldest = kept.values().iterator().next();
    kept.remove(eldest.key);
    eldest.kept = false;
    if (!eldest.busy) {
      eldest.jdbc.close();
    }
  }

  /** Gives a statement back after use, keeping it open if it is one of those kept. */
  public void release(KeptStatement statement) throws SQLException {
    statement.busy = false;
    if (!statement.kept) {
      statement.jdbc.close();
    }
  }

  /** Gives a statement back that failed, and forgets it. */
  public void drop(KeptStatement statement) {
    if (statement.kept) {
      kept.remove(statement.key);
      statement.kept = false;
    }
    try {
      release(statement);
    } catch (SQLException ignored) {
      // the failure that brought us here matters more
    }
  }

  /** Closes all kept statements. */
  public void forgetStatements() throws SQLException {
    for (KeptStatement statement : new ArrayList<>(kept.values())) {
      kept.remove(statement.key);
      statement.kept = false;
      statement.jdbc.close();
    }
  }

  /** Closes all kept statements, whether they can be closed or not. */
  public void dropStatements() {
    new ArrayList<>(kept.values()).forEach(this::drop);
  }

  /** A prepared statement and whether someone uses it. */
  public static final class KeptStatement {
    private final PreparedKey key;
    private final Statement jdbc;
    private boolean busy = true;
    private boolean kept;

    KeptStatement(PreparedKey key, Statement jdbc) {
      this.key = key;
      this.jdbc = jdbc;
    }

    /** The statement, prepared or not. */
    public Statement any() {
      return jdbc;
    }

    /** The statement, of one that was prepared. */
    public PreparedStatement jdbc() {
      return (PreparedStatement) jdbc;
    }
  }
}
