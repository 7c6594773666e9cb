package io.aludel.dialect.sqlite;

import io.aludel.sql.operator.Computation;

/** What SQLite writes for what Java computes; dates are text, whose fraction of a second is kept. */
final class SqliteComputations {
  private static final String LATER =
      "(strftime('%Y-%m-%d %H:%M:%S', substr({0}, 1, 19), ({1}) || ";
  private static final String FRACTION = ") || substr({0}, 20))";

  private SqliteComputations() {}

  static String pattern(Computation what) {
    return switch (what) {
      case SAME_TEXT, TEXT_ORDER -> "#0";
      case STARTS_WITH -> "(substr({0}, 1, length({1})) = #1)";
      case ENDS_WITH -> "(substr({0}, length({0}) - length({1}) + 1) = #1)";
      case POSITION -> "instr({0}, {1})";
      case TRIM -> "trim({0}, {1})";
      case TRIM_LEADING -> "ltrim({0}, {1})";
      case TRIM_TRAILING -> "rtrim({0}, {1})";
      case QUOTIENT -> "(#0 / #1)";
      case DATE_OF -> "substr({0}, 1, 10)";
      case DATE_PLUS_DAYS -> "date({0}, ({1}) || ' days')";
      case DATE_PLUS_MONTHS -> "date({0}, ({1}) || ' months', 'floor')";
      case TIME_PLUS_SECONDS -> LATER + "' seconds'" + FRACTION;
      case TIME_PLUS_MONTHS -> LATER + "' months', 'floor'" + FRACTION;
      case DAYS_BETWEEN -> "CAST(julianday({1}) - julianday({0}) AS INTEGER)";
    };
  }
}
