package io.aludel.engine;

import io.aludel.AludelException;
import io.aludel.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Says that a statement could not be executed. Carries the SQL, and in its message the parameters unless
 * the engine hides them (parity row ORM-ERR-13).
 */
public class StatementException extends AludelException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable FailedStatement statement;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param message what could not be done, what was found, what to do
   * @param statement the statement, whose lines are added to the message, or null
   * @param cause the failure beneath, or null
   */
  public StatementException(
      ErrorCode code,
      String message,
      @Nullable FailedStatement statement,
      @Nullable Throwable cause) {
    super(code, statement == null ? message : message + statement.lines(), cause);
    this.statement = statement;
  }

  /**
   * The SQL that was sent or was to be sent.
   *
   * @return the SQL, or null when the failure was met without one, as when connecting
   */
  public @Nullable String sql() {
    return statement == null ? null : statement.sql();
  }

  /**
   * The parameters as the message shows them: abbreviated when long.
   *
   * @return the text, or null when they are hidden or there was no statement
   */
  public @Nullable String parameters() {
    return statement == null ? null : statement.parameters();
  }
}
