package io.aludel.engine.internal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Keeps passwords and hidden parameters out of what drivers say. */
public final class Secrets {
  private static final String MASK = "***";

  private Secrets() {}

  /** The failure, or one in its place that does not repeat {@code secret}. */
  public static SQLException without(SQLException failure, @Nullable String secret) {
    if (secret == null || secret.isEmpty() || !mentions(failure, secret)) {
      return failure;
    }
    String message = failure.getMessage();
    return standIn(failure, message == null ? MASK : message.replace(secret, MASK));
  }

  /** A failure that tells no more than its state and code, because its text may quote values. */
  public static SQLException withoutText(SQLException failure) {
    return standIn(failure, "the text of the database is hidden because it may quote parameters");
  }

  private static SQLException standIn(SQLException failure, String message) {
    SQLException safe = new SQLException(message, failure.getSQLState(), failure.getErrorCode());
    safe.setStackTrace(failure.getStackTrace());
    return safe;
  }

  private static boolean mentions(@Nullable Throwable failure, String secret) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < 20; t = t.getCause()) {
      if (String.valueOf(t.getMessage()).contains(secret)) {
        return true;
      }
      depth++;
    }
    return false;
  }
}
