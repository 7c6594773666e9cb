package io.aludel.dialect.sqlserver;

import io.aludel.dialect.Failure;
import io.aludel.dialect.Failure.Violation;
import io.aludel.dialect.FailureKind;
import io.aludel.dialect.SqlStates;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the error numbers of SQL Server mean. Its SQL states say less. */
final class SqlServerFailures {
  private static final Pattern KEY = Pattern.compile("constraint '([^']+)'");
  private static final Pattern INDEX = Pattern.compile("unique index '([^']+)'");
  private static final Pattern CONFLICT = Pattern.compile(
      "with the (?:SAME TABLE )?(FOREIGN KEY|REFERENCE|CHECK)[A-Z ]* constraint \"([^\"]+)\"");

  private SqlServerFailures() {}

  static Failure classify(SQLException thrown) {
    SQLException failure = SqlStates.beneath(thrown);
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    return switch (failure.getErrorCode()) {
      case 2627 -> violated(Violation.UNIQUE, name(KEY, message));
      case 2601 -> violated(Violation.UNIQUE, name(INDEX, message));
      case 515 -> violated(Violation.NOT_NULL, null);
      case 547 -> conflict(message);
      case 1205, 1222, 3960, 3961, 41302, 41305, 41325 ->
        new Failure(FailureKind.OPERATIONAL, null, null, true);
      default -> other(failure);
    };
  }

  private static Failure other(SQLException failure) {
    String number = " " + failure.getErrorCode() + " ";
    for (Numbers known : Numbers.values()) {
      if (known.all.contains(number)) {
        return Failure.of(known.kind);
      }
    }
    return SqlStates.classify(failure);
  }

  private static Failure conflict(String message) {
    Matcher matcher = CONFLICT.matcher(message);
    if (!matcher.find()) {
      return Failure.of(FailureKind.INTEGRITY);
    }
    boolean check = matcher.group(1).equals("CHECK");
    return violated(check ? Violation.CHECK : Violation.FOREIGN_KEY, matcher.group(2));
  }

  private static Failure violated(Violation violation, @Nullable String constraint) {
    return new Failure(FailureKind.INTEGRITY, violation, constraint, false);
  }

  private static @Nullable String name(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? matcher.group(1) : null;
  }

  /** The numbers of what has one meaning. */
  private enum Numbers {
    OPERATIONAL(
        FailureKind.OPERATIONAL,
        " 701 802 845 1101 1105 1204 3906 8645 8651 9002 10928 10929 40501 "),
    DATA(
        FailureKind.DATA,
        " 220 232 241 242 244 245 248 295 296 517 518 535 2628 3606 3607 3623 6522 8114 8115 8134"
            + " 8152 8169 9420 13609 "),
    PROGRAMMING(
        FailureKind.PROGRAMMING,
        " 102 103 105 137 156 170 174 195 201 206 207 208 209 213 229 230 262 297 319 402 529 544"
            + " 1033 1046 1088 1785 1801 1913 2705 2714 2760 2812 3701 3726 3728 4104 4121 4145 4701"
            + " 4902 5074 8101 8116 8117 8120 8144 15151 "),
    LOGIN_REFUSED(FailureKind.LOGIN_REFUSED, " 4060 18452 18456 18470 18486 18487 18488 40532 "),
    DISCONNECT(FailureKind.DISCONNECT, " 64 233 596 6005 10053 10054 10060 17142 40197 40613 ");

    private final FailureKind kind;
    private final String all;

    Numbers(FailureKind kind, String all) {
      this.kind = kind;
      this.all = all;
    }
  }
}
