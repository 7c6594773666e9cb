package io.aludel.dialect.sqlite;

import io.aludel.dialect.Failure;
import io.aludel.dialect.Failure.Violation;
import io.aludel.dialect.FailureKind;
import io.aludel.dialect.SqlStates;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the result codes of SQLite mean. */
final class SqliteFailures {
  /**
   * What follows: the name of a check or of an index on expressions, else the columns of the rule. The
   * driver encloses the whole in brackets of its own.
   */
  private static final Pattern RULE =
      Pattern.compile("constraint failed: (?:index ')?(.+?)'?\\)?$", Pattern.DOTALL);

  private SqliteFailures() {}

  static Failure classify(SQLException thrown) {
    SQLException failure = SqlStates.beneath(thrown);
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    return switch (failure.getErrorCode() & 0xff) {
      case 1 ->
        Failure.of(
            message.contains("integer overflow") ? FailureKind.DATA : FailureKind.PROGRAMMING);
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
      return violated(Violation.UNIQUE, rule(message));
    }
    if (message.contains("FOREIGN KEY constraint")) {
      return violated(Violation.FOREIGN_KEY, null);
    }
    if (message.contains("NOT NULL constraint")) {
      return violated(Violation.NOT_NULL, rule(message));
    }
    if (message.contains("cannot store")) {
      return Failure.of(FailureKind.DATA); // a STRICT table
    }
    return message.contains("CHECK constraint")
        ? violated(Violation.CHECK, rule(message))
        : Failure.of(FailureKind.INTEGRITY);
  }

  private static Failure violated(Violation violation, @Nullable String constraint) {
    return new Failure(FailureKind.INTEGRITY, violation, constraint, false);
  }

  private static @Nullable String rule(String message) {
    Matcher matcher = RULE.matcher(message);
    return matcher.find() ? matcher.group(1) : null;
  }
}
