package io.aludel.orm.internal.session;

import io.aludel.engine.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of a session, or one savepoint within it: the database's transaction, begun when SQL is
 * first needed, and the journal of what happened to objects.
 */
public final class Frame {
  private final @Nullable Frame parent;
  private final Journal journal = new Journal();
  private @Nullable Transaction database;
  private Status status = Status.ACTIVE;

  /** Where a frame stands. */
  enum Status {
    ACTIVE,
    /** Rolled back by a failed flush, waiting for somebody to acknowledge it. */
    FAILED,
    ENDED
  }

  Frame(@Nullable Frame parent) {
    this.parent = parent;
  }

  public @Nullable Frame parent() {
    return parent;
  }

  public Journal journal() {
    return journal;
  }

  public boolean isNested() {
    return parent != null;
  }

  public boolean isActive() {
    return status == Status.ACTIVE;
  }

  Status status() {
    return status;
  }

  void status(Status next) {
    status = next;
  }

  @Nullable Transaction database() {
    return database;
  }

  void database(Transaction begun) {
    database = begun;
  }
}
