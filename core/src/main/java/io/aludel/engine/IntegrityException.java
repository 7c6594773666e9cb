package io.aludel.engine;

import io.aludel.CoreError;
import org.jspecify.annotations.Nullable;

/** Says that a statement violated a constraint: primary or foreign key, unique, check, not null. */
public final class IntegrityException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String constraintName;

  /**
   * Creates the exception.
   *
   * @param failure what is known
   * @param constraintName the constraint, or null
   */
  public IntegrityException(Failure failure, @Nullable String constraintName) {
    super(CoreError.INTEGRITY, failure);
    this.constraintName = constraintName;
  }

  /**
   * The constraint that was violated.
   *
   * @return its name as the database tells it, or null when it does not; SQLite tells only the names of
   *     check constraints and, for unique ones, the columns
   */
  public @Nullable String constraintName() {
    return constraintName;
  }
}
