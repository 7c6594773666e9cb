package io.aludel.dialect.postgresql;

import io.aludel.sql.operator.Computation;

/** What PostgreSQL writes for what Java computes; its own order of text is that of a language. */
final class PostgresqlComputations {
  private static final String SECONDS = "make_interval(0, 0, 0, 0, 0, 0, {1})";

  private PostgresqlComputations() {}

  static String pattern(Computation what) {
    return switch (what) {
      case SAME_TEXT -> "#0";
      case TEXT_ORDER -> "(#0 COLLATE \"C\")";
      case STARTS_WITH -> "starts_with({0}, {1})";
      case ENDS_WITH -> "(right({0}, length({1})) = #1)";
      case POSITION -> "strpos({0}, {1})";
      case TRIM -> "btrim({0}, {1})";
      case TRIM_LEADING -> "ltrim({0}, {1})";
      case TRIM_TRAILING -> "rtrim({0}, {1})";
      case QUOTIENT -> "(#0 / #1)";
      case DATE_OF -> "CAST({0} AS DATE)";
      case DATE_PLUS_DAYS -> "(#0 + CAST({1} AS INTEGER))";
      case DATE_PLUS_MONTHS -> "CAST(#0 + make_interval(0, CAST({1} AS INTEGER)) AS DATE)";
      case TIME_PLUS_SECONDS -> "(#0 + " + SECONDS + ")";
      case TIME_PLUS_MONTHS -> "(#0 + make_interval(0, CAST({1} AS INTEGER)))";
      case DAYS_BETWEEN -> "(#1 - #0)";
    };
  }
}
