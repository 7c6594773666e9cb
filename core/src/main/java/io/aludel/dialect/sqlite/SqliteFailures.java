package io.aludel.dialect.sqlite;

import io.aludel.dialect.Failure;
import io.aludel.dialect.Failure.Violation;
import io.aludel.dialect.FailureKind;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the result codes of SQLite mean. */
final class SqliteFailures {
  private static final Pattern CHECK = Pattern.compile("CHECK constraint failed: ([^)]+)");
  private static final Pattern INDEX = Pattern.compile("UNIQUE constraint failed: index '([^']+)'");

  private SqliteFailures() {}

  static Failure classify(SQLException failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    return switch (failure.getErrorCode() & 0xff) {
      case 1 -> Failure.of(FailureKind.PROGRAMMING);
      case 2 -> Failure.of(FailureKind.INTERNAL);
      case 5, 6 -> new Failure(FailureKind.OPERATIONAL, null, null, true);
      case 18, 20 -> Failure.of(FailureKind.DATA);
      case 19 -> violated(message);
      case 21, 25 -> Failure.of(FailureKind.INTERFACE);
      case 3, 7, 8, 9, 10, 11, 13, 14, 15, 17, 23, 26 -> Failure.of(FailureKind.OPERATIONAL);
      default -> closed(message);
    };
  }

  private static Failure closed(String message) {
    boolean gone =
        message.contains("connection closed") || message.contains("database has been closed");
    return Failure.of(gone ? FailureKind.DISCONNECT : FailureKind.UNKNOWN);
  }

  private static Failure violated(String message) {
    if (message.contains("UNIQUE constraint") || message.contains("PRIMARY KEY constraint")) {
      return violated(Violation.UNIQUE, name(INDEX, message));
    }
    if (message.contains("FOREIGN KEY constraint")) {
      return violated(Violation.FOREIGN_KEY, null);
    }
    if (message.contains("NOT NULL constraint")) {
      return violated(Violation.NOT_NULL, null);
    }
    return message.contains("CHECK constraint")
        ? violated(Violation.CHECK, name(CHECK, message))
        : Failure.of(FailureKind.INTEGRITY);
  }

  private static Failure violated(Violation violation, @Nullable String constraint) {
    return new Failure(FailureKind.INTEGRITY, violation, constraint, false);
  }

  private static @Nullable String name(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? matcher.group(1) : null;
  }
}
