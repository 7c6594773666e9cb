package io.aludel.dialect.h2;

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

/** What the error codes of H2 mean. */
final class H2Failures {
  /** A name, within doubled quotes if it was made with quotes. */
  private static final String NAME = "(?:\"\"([^\"]+)\"\"|([^\".:\\s]+))";

  /** {@code "PUBLIC.UQ_NAME INDEX …"}, or the index alone in older versions. */
  private static final Pattern UNIQUE =
      Pattern.compile("violation: \"(?:(?:\"\"[^\"]+\"\"|[^\".]+)\\.)?" + NAME);

  /** {@code "FK_NAME: …"}. */
  private static final Pattern NAMED = Pattern.compile("violation: \"" + NAME + ": ");

  /** What H2 adds to the name of a constraint to name its index. */
  private static final Pattern INDEX_SUFFIX = Pattern.compile("_INDEX_[0-9A-F]+$");

  private H2Failures() {}

  static Failure classify(SQLException thrown) {
    SQLException failure = SqlStates.beneath(thrown);
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    return switch (failure.getErrorCode()) {
      case 23505 -> violated(Violation.UNIQUE, name(UNIQUE, message));
      case 23503, 23506 -> violated(Violation.FOREIGN_KEY, name(NAMED, message));
      case 23502 -> violated(Violation.NOT_NULL, null);
      case 23513, 23514 -> violated(Violation.CHECK, name(NAMED, message));
      case 23507 -> Failure.of(FailureKind.INTEGRITY);
      case 50200, 40001 -> new Failure(FailureKind.OPERATIONAL, null, null, true);
      case 90007, 90067, 90098, 90121, 90135 -> Failure.of(FailureKind.DISCONNECT);
      case 90020, 90031, 90124, 90146, 90149 -> Failure.of(FailureKind.OPERATIONAL);
      case 90131 -> new Failure(FailureKind.OPERATIONAL, null, null, true);
      case 90039, 90054 -> Failure.of(FailureKind.DATA);
      case 90012, 90016, 90022, 90029, 90032, 90037, 90079, 90096 ->
        Failure.of(FailureKind.PROGRAMMING);
      default -> SqlStates.classify(failure);
    };
  }

  private static Failure violated(Violation violation, @Nullable String constraint) {
    return new Failure(FailureKind.INTEGRITY, violation, constraint, false);
  }

  /** Names written without quotes were folded to upper case, and are given back as they were written. */
  private static @Nullable String name(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    if (!matcher.find()) {
      return null;
    }
    String quoted = matcher.group(1);
    String name = quoted != null ? quoted : matcher.group(2);
    String constraint = INDEX_SUFFIX.matcher(name).replaceFirst("");
    return quoted != null ? constraint : constraint.toLowerCase(Locale.ROOT);
  }
}
