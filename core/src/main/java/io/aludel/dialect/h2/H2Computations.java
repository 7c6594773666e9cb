package io.aludel.dialect.h2;

import io.aludel.sql.operator.Computation;

/** What H2, itself written in Java, writes for what Java computes. */
final class H2Computations {
  private H2Computations() {}

  static String pattern(Computation what) {
    return switch (what) {
      case SAME_TEXT, TEXT_ORDER -> "#0";
      case STARTS_WITH -> "(LEFT({0}, CHAR_LENGTH({1})) = #1)";
      case ENDS_WITH -> "(RIGHT({0}, CHAR_LENGTH({1})) = #1)";
      case POSITION -> "LOCATE({1}, {0})";
      case TRIM -> "BTRIM({0}, {1})";
      case TRIM_LEADING -> "LTRIM({0}, {1})";
      case TRIM_TRAILING -> "RTRIM({0}, {1})";
      case QUOTIENT -> "(#0 / #1)";
      case DATE_OF -> "CAST({0} AS DATE)";
      case DATE_PLUS_DAYS -> "DATEADD(DAY, {1}, {0})";
      case DATE_PLUS_MONTHS, TIME_PLUS_MONTHS -> "DATEADD(MONTH, {1}, {0})";
      case TIME_PLUS_SECONDS -> "DATEADD(SECOND, {1}, {0})";
      case DAYS_BETWEEN -> "DATEDIFF(DAY, {0}, {1})";
    };
  }
}
