package io.aludel.engine.internal;

import io.aludel.CoreError;
import io.aludel.engine.ConnectFailedException;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.url.DatabaseUrl;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what a driver says when it cannot connect into an exception without secrets. */
public final class ConnectFailures {
  private ConnectFailures() {}

  public static ConnectFailedException of(
      DatabaseUrl url, @Nullable String user, @Nullable String password, SQLException cause) {
    SQLException clean = Secrets.without(cause, password);
    String said = clean.getMessage();
    if (refusesLogin(cause)) {
      return new ConnectFailedException(
          CoreError.LOGIN_REFUSED,
          failure(
              "The database at " + url + " refused the login of "
                  + (user == null ? "no named user" : "user '" + user + "'") + ": " + sentence(said)
                  + " Check user and password.",
              clean));
    }
    return new ConnectFailedException(
        CoreError.CANNOT_CONNECT,
        failure(
            "No connection to " + url + " could be opened: " + sentence(said) + " "
                + (url.host() == null
                    ? "Check that the location is right and may be read and written."
                    : "Check that the server runs, and that host, port and database are right."),
            clean));
  }

  /** What a driver said, with the full stop that some drivers leave out. */
  private static String sentence(@Nullable String said) {
    String text = String.valueOf(said).strip();
    return text.endsWith(".") ? text : text + ".";
  }

  private static DatabaseException.Failure failure(String message, SQLException cause) {
    return new DatabaseException.Failure(message, null, cause, true);
  }

  private static boolean refusesLogin(SQLException cause) {
    String state = cause.getSQLState();
    return state != null && state.toUpperCase(Locale.ROOT).startsWith("28");
  }
}
