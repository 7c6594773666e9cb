package io.aludel.dialect.mysql;

import io.aludel.dialect.Failure;
import io.aludel.dialect.Failure.Violation;
import io.aludel.dialect.FailureKind;
import io.aludel.dialect.SqlStates;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the error codes of MySQL and MariaDB mean. */
final class MysqlFailures {
  private static final Pattern KEY = Pattern.compile("for key '(?:[^'.]+\\.)?([^']+)'");
  private static final Pattern CONSTRAINT =
      Pattern.compile("(?:CONSTRAINT|Check constraint) [`'](?:[^`'.]+\\.)?([^`']+)[`']");

  private MysqlFailures() {}

  static Failure classify(SQLException thrown) {
    SQLException failure = SqlStates.beneath(thrown);
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    return switch (failure.getErrorCode()) {
      case 1062, 1586 -> violated(Violation.UNIQUE, name(KEY, message));
      case 1216, 1217, 1451, 1452 -> violated(Violation.FOREIGN_KEY, name(CONSTRAINT, message));
      case 1048, 1364 -> violated(Violation.NOT_NULL, null);
      case 3819, 4025 -> violated(Violation.CHECK, name(CONSTRAINT, message));
      case 1205, 1213 -> new Failure(FailureKind.OPERATIONAL, null, null, true);
      case 1040, 1203, 1226 -> Failure.of(FailureKind.OPERATIONAL);
      case 1044, 1045, 1698 -> Failure.of(FailureKind.LOGIN_REFUSED);
      case 1053, 1077, 1927, 2006, 2013, 2055 -> Failure.of(FailureKind.DISCONNECT);
      case 1264, 1265, 1292, 1365, 1366, 1406, 1690 -> Failure.of(FailureKind.DATA);
      default -> SqlStates.classify(failure);
    };
  }

  private static Failure violated(Violation violation, @Nullable String constraint) {
    return new Failure(FailureKind.INTEGRITY, violation, constraint, false);
  }

  private static @Nullable String name(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? matcher.group(1) : null;
  }
}
