package io.aludel.dialect;

import org.jspecify.annotations.Nullable;

/**
 * A failure of a database, understood.
 *
 * @param kind what it means
 * @param violation the sort of constraint that was violated, or null if none was or it is not known
 * @param constraint the name of the constraint; on SQLite, which does not tell it, the columns, such as
 *     {@code users.email}; null where nothing is told
 * @param transientFailure whether the same transaction may succeed when tried again
 */
public record Failure(
    FailureKind kind,
    @Nullable Violation violation,
    @Nullable String constraint,
    boolean transientFailure) {
  /**
   * A failure of which only the kind is known.
   *
   * @param kind what it means
   * @return the failure
   */
  public static Failure of(FailureKind kind) {
    return new Failure(kind, null, null, false);
  }

  /** The sorts of constraints. */
  public enum Violation {
    /** A unique constraint or index, or a primary key. */
    UNIQUE,
    /** A foreign key. */
    FOREIGN_KEY,
    /** NOT NULL. */
    NOT_NULL,
    /** A check. */
    CHECK
  }
}
