package io.aludel.dialect.postgresql;

import io.aludel.dialect.Failure;
import io.aludel.dialect.Failure.Violation;
import io.aludel.dialect.FailureKind;
import io.aludel.dialect.SqlStates;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the SQL states of PostgreSQL mean. */
final class PostgresqlFailures {
  /** The name of the constraint stands in quotes of whatever sort the server's language has. */
  private static final Pattern CONSTRAINT =
      Pattern.compile("constraint\\s*[\"„«»“]([^\"“”»«]+)[\"“”»«]");

  private PostgresqlFailures() {}

  static Failure classify(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return switch (state) {
      case "23505", "23P01" -> violated(failure, Violation.UNIQUE);
      case "23503", "23001" -> violated(failure, Violation.FOREIGN_KEY);
      case "23502" -> violated(failure, Violation.NOT_NULL);
      case "23514" -> violated(failure, Violation.CHECK);
      case "57P01", "57P02", "57P03" -> Failure.of(FailureKind.DISCONNECT);
      case "55P03" -> new Failure(FailureKind.OPERATIONAL, null, null, true);
      default -> SqlStates.classify(failure);
    };
  }

  private static Failure violated(SQLException failure, Violation violation) {
    Matcher matcher = CONSTRAINT.matcher(Objects.requireNonNullElse(failure.getMessage(), ""));
    @Nullable String constraint = violation != Violation.NOT_NULL && matcher.find() ? matcher.group(1) : null;
    return new Failure(FailureKind.INTEGRITY, violation, constraint, false);
  }
}
