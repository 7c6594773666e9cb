package io.aludel.dialect.sqlserver;

import io.aludel.sql.operator.Computation;

/**
 * What SQL Server writes for what Java computes. Its own comparison of text knows neither case nor spaces at the
 * end, so text is compared as bytes, and ordered and searched by a collation of characters. {@code LEN} does not
 * count those spaces either.
 */
final class SqlServerComputations {
  private static final String EXACT = " COLLATE Latin1_General_BIN2";
  private static final String FIRST = "CAST({0} AS NVARCHAR(max))";
  private static final String SECOND = "CAST({1} AS NVARCHAR(max))";
  private static final String LENGTH = "DATALENGTH(" + SECOND + ") / 2";

  private SqlServerComputations() {}

  static String pattern(Computation what) {
    return switch (what) {
      case SAME_TEXT -> bytes(FIRST);
      case TEXT_ORDER -> "({0}" + EXACT + ")";
      case STARTS_WITH ->
        "(" + bytes("LEFT(" + FIRST + ", " + LENGTH + ")") + " = " + bytes(SECOND) + ")";
      case ENDS_WITH ->
        "(" + bytes("RIGHT(" + FIRST + ", " + LENGTH + ")") + " = " + bytes(SECOND) + ")";
      case POSITION ->
        "CASE WHEN DATALENGTH({1}) = 0 THEN 1 ELSE CHARINDEX({1}, {0}" + EXACT + ") END";
      case TRIM -> "TRIM({1} FROM {0}" + EXACT + ")";
      case TRIM_LEADING -> "LTRIM({0}" + EXACT + ", {1})";
      case TRIM_TRAILING -> "RTRIM({0}" + EXACT + ", {1})";
      case QUOTIENT -> "(#0 / #1)";
      case DATE_OF -> "CAST({0} AS DATE)";
      case DATE_PLUS_DAYS -> "DATEADD(DAY, {1}, {0})";
      case DATE_PLUS_MONTHS, TIME_PLUS_MONTHS -> "DATEADD(MONTH, {1}, {0})";
      case TIME_PLUS_SECONDS -> "DATEADD(SECOND, {1}, {0})";
      case DAYS_BETWEEN -> "DATEDIFF(DAY, {0}, {1})";
    };
  }

  private static String bytes(String text) {
    return "CAST(" + text + " AS VARBINARY(max))";
  }
}
