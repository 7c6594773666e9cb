package io.aludel.engine.internal;

import io.aludel.CoreError;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.Failure;
import io.aludel.dialect.FailureKind;
import io.aludel.engine.ConnectFailedException;
import io.aludel.engine.DataException;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.FailedStatement;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.InterfaceException;
import io.aludel.engine.InternalException;
import io.aludel.engine.NotSupportedException;
import io.aludel.engine.OperationalException;
import io.aludel.engine.ProgrammingException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a driver throws into the exception that says what it means. */
public final class Failures {
  /** Tables that are not there, in the standard and in PostgreSQL; SQLite has words only. */
  private static final Set<String> NO_SUCH_TABLE = Set.of("42S02", "42P01");

  private final Dialect dialect;
  private final boolean hideText;

  public Failures(Dialect dialect, boolean hideText) {
    this.dialect = dialect;
    this.hideText = hideText;
  }

  public DatabaseException translate(@Nullable FailedStatement statement, SQLException thrown) {
    SQLException cause = root(thrown);
    Failure failure = dialect.classify(cause);
    SQLException shown = hideText ? Secrets.withoutText(cause) : thrown;
    String named = failure.constraint() == null ? "" : " '" + failure.constraint() + "'";
    String message = beginning(failure.kind(), named) + ": " + said(cause) + cure(cause);
    DatabaseException.Failure known = new DatabaseException.Failure(
        message, statement, shown, failure.kind() == FailureKind.DISCONNECT);
    return typed(failure, known);
  }

  private String said(SQLException cause) {
    if (hideText) {
      return "SQL state " + cause.getSQLState() + ", code " + cause.getErrorCode()
          + " (the text of the database is hidden because it may quote parameters).";
    }
    return String.valueOf(cause.getMessage()).strip();
  }

  /** What to do about the one failure that nearly everybody meets on the first day. */
  private static String cure(SQLException cause) {
    boolean missingTable = NO_SUCH_TABLE.contains(String.valueOf(cause.getSQLState()))
        || String.valueOf(cause.getMessage()).contains("no such table");
    return missingTable
        ? "\n  Cure: metadata().createAll(engine) creates tables that are missing."
        : "";
  }

  /** Of a batch the first failure beneath, which knows more than the batch's own. */
  private static SQLException root(SQLException thrown) {
    if (thrown instanceof BatchUpdateException) {
      if (thrown.getNextException() != null) {
        return thrown.getNextException();
      }
      if (thrown.getCause() instanceof SQLException cause) {
        return cause;
      }
    }
    return thrown;
  }

  private static String beginning(FailureKind kind, String constraint) {
    return switch (kind) {
      case INTEGRITY -> "The statement violates the constraint" + constraint;
      case DATA -> "A value does not fit";
      case OPERATIONAL -> "The database could not execute the statement";
      case DISCONNECT -> "The connection to the database was lost";
      case LOGIN_REFUSED -> "The database refuses the login";
      case PROGRAMMING -> "The database refuses the statement";
      case NOT_SUPPORTED -> "The database does not offer what the statement needs";
      case INTERNAL -> "The database is in a state it cannot explain";
      case INTERFACE -> "The driver refuses the call";
      case UNKNOWN -> "The database reports a failure";
    };
  }

  private static DatabaseException typed(Failure failure, DatabaseException.Failure known) {
    return switch (failure.kind()) {
      case INTEGRITY -> new IntegrityException(known, failure.constraint());
      case DATA -> new DataException(known);
      case OPERATIONAL, DISCONNECT -> new OperationalException(known);
      case LOGIN_REFUSED -> new ConnectFailedException(CoreError.LOGIN_REFUSED, known);
      case PROGRAMMING -> new ProgrammingException(known);
      case NOT_SUPPORTED -> new NotSupportedException(known);
      case INTERNAL -> new InternalException(known);
      case INTERFACE -> new InterfaceException(known);
      case UNKNOWN -> new DatabaseException(CoreError.DATABASE, known);
    };
  }
}
