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
  /** A name, in quotes of whatever sort the server's language has. */
  private static final Pattern NAME = Pattern.compile("[\"„«»“]\\s*([^\"„“”»«]+?)\\s*[\"“”»«]");

  private PostgresqlFailures() {}

  static Failure classify(SQLException thrown) {
    SQLException failure = SqlStates.beneath(thrown);
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return switch (state) {
      case "23505" -> violated(Violation.UNIQUE, name(failure, 0));
      case "23P01" -> violated(null, name(failure, 0));
      case "23503", "23001" -> violated(Violation.FOREIGN_KEY, name(failure, 1));
      case "23502" -> violated(Violation.NOT_NULL, null);
      case "23514" -> violated(Violation.CHECK, name(failure, 1));
      case "57P01", "57P02", "57P03", "57P05", "25P03" -> Failure.of(FailureKind.DISCONNECT);
      case "55P03" -> new Failure(FailureKind.OPERATIONAL, null, null, true);
      default -> SqlStates.classify(failure);
    };
  }

  private static Failure violated(@Nullable Violation violation, @Nullable String constraint) {
    return new Failure(FailureKind.INTEGRITY, violation, constraint, false);
  }

  /** The quoted name at a place of the first line, or the last one: table first, then constraint. */
  private static @Nullable String name(SQLException failure, int place) {
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    Matcher matcher = NAME.matcher(message.lines().findFirst().orElse(""));
    String name = null;
    for (int i = 0; i <= place && matcher.find(); i++) {
      name = matcher.group(1);
    }
    return name;
  }
}
