package io.aludel.engine;

import io.aludel.ErrorCode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Says that the database, or its driver, reported a failure. The subclasses tell its kind, by the state
 * and the code that the driver gives (parity row ORM-ERR-14).
 */
public class DatabaseException extends StatementException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String sqlState;
  private final int vendorCode;
  private boolean connectionInvalidated;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param failure what is known
   */
  public DatabaseException(ErrorCode code, Failure failure) {
    super(code, failure.message(), failure.statement(), failure.cause());
    this.sqlState = failure.cause().getSQLState();
    this.vendorCode = failure.cause().getErrorCode();
    this.connectionInvalidated = failure.disconnected();
  }

  /**
   * What is known of a failure.
   *
   * @param message what could not be done, and what the database said
   * @param statement the statement, or null
   * @param cause what the driver threw
   * @param disconnected whether the connection was lost
   */
  public record Failure(
      String message,
      @Nullable FailedStatement statement,
      SQLException cause,
      boolean disconnected) {}

  /**
   * The standard's code of the failure.
   *
   * @return five characters, or null when the driver gives none
   */
  public @Nullable String sqlState() {
    return sqlState;
  }

  /**
   * The database's own code of the failure.
   *
   * @return the code, 0 when the driver gives none
   */
  public int vendorCode() {
    return vendorCode;
  }

  /**
   * Whether the connection was lost, and with it every pooled connection opened before.
   *
   * @return true if the transaction is gone and must be rolled back before the connection is used again
   */
  public boolean connectionInvalidated() {
    return connectionInvalidated;
  }

  /** Says what a listener decided. */
  void connectionInvalidated(boolean lost) {
    connectionInvalidated = lost;
  }
}
