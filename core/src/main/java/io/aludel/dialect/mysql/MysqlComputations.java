package io.aludel.dialect.mysql;

import io.aludel.sql.operator.Computation;

/**
 * What MySQL and MariaDB write for what Java computes. Their own comparison of text knows neither case
 * nor spaces at the end, so text gets a collation by characters, of which each has its own.
 */
final class MysqlComputations {
  private final String exact;
  private final String exactPiece;

  MysqlComputations(String dialect) {
    String collation = dialect.equals("mariadb") ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin";
    exact = "(CONVERT({0} USING utf8mb4) COLLATE " + collation + ")";
    exactPiece = exact.replace("{0}", "{1}");
  }

  String pattern(Computation what) {
    return switch (what) {
      case SAME_TEXT, TEXT_ORDER -> exact;
      case STARTS_WITH -> "(LEFT({0}, CHAR_LENGTH({1})) = " + exactPiece + ")";
      case ENDS_WITH -> "(RIGHT({0}, CHAR_LENGTH({1})) = " + exactPiece + ")";
      case POSITION -> "LOCATE({1}, " + exact + ")";
      case TRIM -> without("^[', {1}, ']+|[', {1}, ']+$");
      case TRIM_LEADING -> without("^[', {1}, ']+");
      case TRIM_TRAILING -> without("[', {1}, ']+$");
      case QUOTIENT -> "(#0 DIV #1)";
      case DATE_OF -> "CAST({0} AS DATE)";
      case DATE_PLUS_DAYS -> "DATE_ADD({0}, INTERVAL #1 DAY)";
      case DATE_PLUS_MONTHS, TIME_PLUS_MONTHS -> "DATE_ADD({0}, INTERVAL #1 MONTH)";
      case TIME_PLUS_SECONDS -> "DATE_ADD({0}, INTERVAL #1 SECOND)";
      case DAYS_BETWEEN -> "DATEDIFF({1}, {0})";
    };
  }

  private static String without(String expression) {
    return "REGEXP_REPLACE({0}, CONCAT('" + expression + "'), '')";
  }
}
