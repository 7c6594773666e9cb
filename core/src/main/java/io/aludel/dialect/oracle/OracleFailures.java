package io.aludel.dialect.oracle;

import io.aludel.dialect.Failure;
import io.aludel.dialect.Failure.Violation;
import io.aludel.dialect.FailureKind;
import io.aludel.dialect.SqlStates;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the error codes of Oracle and its driver mean. */
final class OracleFailures {
  /** {@code (SCHEMA.NAME)}, in whatever language the rest is. */
  private static final Pattern CONSTRAINT = Pattern.compile("\\([^().]+\\.([^()]+)\\)");

  private OracleFailures() {}

  static Failure classify(SQLException thrown) {
    SQLException failure = SqlStates.beneath(thrown);
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    return switch (failure.getErrorCode()) {
      case 1 -> violated(Violation.UNIQUE, name(message));
      case 2291, 2292 -> violated(Violation.FOREIGN_KEY, name(message));
      case 1400, 1407 -> violated(Violation.NOT_NULL, null);
      case 2290 -> violated(Violation.CHECK, name(message));
      case 2091 -> Failure.of(FailureKind.INTEGRITY);
      case 60, 8177, 54, 30006, 4068 -> new Failure(FailureKind.OPERATIONAL, null, null, true);
      case 1005, 1017, 1045, 28000, 28001 -> Failure.of(FailureKind.LOGIN_REFUSED);
      case 28, 1012, 1033, 1034, 1089, 1090, 1092, 2396, 3113, 3114, 3135, 12537, 12541, 12570 ->
        Failure.of(FailureKind.DISCONNECT);
      case 17002, 17008, 17009, 17410, 17447, 17800, 17820, 18730 ->
        Failure.of(FailureKind.DISCONNECT);
      case 1013, 1536, 1652, 1653, 4031, 20 -> Failure.of(FailureKind.OPERATIONAL);
      case 1426, 1438, 1461, 1476, 1722, 1830, 1839, 1841, 1843, 1847, 1850, 1858, 1861, 12899 ->
        Failure.of(FailureKind.DATA);
      case 17003, 17004, 17006, 17011, 17041 -> Failure.of(FailureKind.INTERFACE);
      case 17023, 17030 -> Failure.of(FailureKind.NOT_SUPPORTED);
      case 600, 7445 -> Failure.of(FailureKind.INTERNAL);
      default -> byRange(failure);
    };
  }

  /** Whatever is wrong with the words of a statement, and the names in it, has a code below 1000. */
  private static Failure byRange(SQLException failure) {
    int code = failure.getErrorCode();
    boolean words = code >= 900 && code < 1000;
    return words || code == 1031 || code == 2289
        ? Failure.of(FailureKind.PROGRAMMING)
        : SqlStates.classify(failure);
  }

  private static Failure violated(Violation violation, @Nullable String constraint) {
    return new Failure(FailureKind.INTEGRITY, violation, constraint, false);
  }

  /** Names written without quotes were folded to upper case, and are given back as they were written. */
  private static @Nullable String name(String message) {
    Matcher matcher = CONSTRAINT.matcher(message);
    if (!matcher.find()) {
      return null;
    }
    String name = matcher.group(1);
    boolean folded = name.equals(name.toUpperCase(Locale.ROOT));
    return folded ? name.toLowerCase(Locale.ROOT) : name;
  }
}
