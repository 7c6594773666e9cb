package io.aludel.orm.internal.session;

import io.aludel.engine.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of a session, or one savepoint within it: the transactions of the databases that take
 * part, each begun when SQL is first needed there, and the journal of what happened to objects.
 */
public final class Frame {
  private final @Nullable Frame parent;
  private final Journal journal = new Journal();
  private final List<Enlisted> enlisted = new ArrayList<>(1);
  private Status status = Status.ACTIVE;

  /** Where a frame stands. */
  enum Status {
    ACTIVE,
    /** All databases promised to commit. */
    PREPARED,
    /** Rolled back by a failed flush, waiting for somebody to acknowledge it. */
    FAILED,
    ENDED
  }

  /**
   * The transaction or savepoint of one database.
   *
   * @param participant where
   * @param transaction the transaction or savepoint
   * @param isOurs whether it is ours to commit; else somebody else began it, and will
   */
  record Enlisted(Participant participant, Transaction transaction, boolean isOurs) {}

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

  List<Enlisted> enlisted() {
    return enlisted;
  }

  /** Whether a participant has begun its part of this. */
  boolean has(Participant participant) {
    for (Enlisted each : enlisted) {
      if (each.participant() == participant) {
        return true;
      }
    }
    return false;
  }
}
