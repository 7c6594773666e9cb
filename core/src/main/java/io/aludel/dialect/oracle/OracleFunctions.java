package io.aludel.dialect.oracle;

import io.aludel.sql.operator.Computation;
import org.jspecify.annotations.Nullable;

/** What functions are called in Oracle, and what it writes for what Java computes. */
final class OracleFunctions {
  /** A later month, on its last day at the latest; ADD_MONTHS would keep to the last days of months. */
  private static final String LATER_MONTH = "ADD_MONTHS(TRUNC({0}, 'MM'), {1}) + LEAST(EXTRACT(DAY"
      + " FROM {0}), EXTRACT(DAY FROM LAST_DAY(ADD_MONTHS(TRUNC({0}, 'MM'), {1})))) - 1";

  private static final String TIME_OF_DAY = "({0} - CAST(TRUNC({0}) AS TIMESTAMP(9)))";

  private OracleFunctions() {}

  /** What stands for a function without arguments, if no call does. */
  static @Nullable String word(String name) {
    return switch (name) {
      case "now", "current_timestamp" -> "CURRENT_TIMESTAMP";
      case "current_date" -> "TRUNC(CURRENT_DATE)"; // a date has a time of day there
      case "current_time" ->
        "TO_TIMESTAMP('1970-01-01 ' || TO_CHAR(LOCALTIMESTAMP, 'HH24:MI:SS.FF9'),"
            + " 'YYYY-MM-DD HH24:MI:SS.FF9')";
      case "localtime", "localtimestamp" -> "LOCALTIMESTAMP";
      case "current_user", "session_user", "user" -> "USER";
      case "sysdate" -> "SYSDATE";
      case "uid" -> "UID";
      default -> null;
    };
  }

  static String name(String name) {
    return switch (name) {
      case "char_length" -> "length";
      case "substring" -> "substr";
      case "ceiling" -> "ceil";
      case "pow" -> "power";
      case "ifnull" -> "nvl";
      case "random" -> "dbms_random.value";
      default -> name;
    };
  }

  static String pattern(Computation what) {
    return switch (what) {
      case SAME_TEXT, TEXT_ORDER -> "#0";
      case STARTS_WITH -> "(SUBSTR({0}, 1, LENGTH({1})) = #1)";
      case ENDS_WITH -> "(LENGTH({0}) >= LENGTH({1}) AND SUBSTR({0}, -LENGTH({1})) = #1)";
      case POSITION -> "INSTR({0}, {1})";
      case TRIM -> "LTRIM(RTRIM({0}, {1}), {1})";
      case TRIM_LEADING -> "LTRIM({0}, {1})";
      case TRIM_TRAILING -> "RTRIM({0}, {1})";
      case QUOTIENT -> "TRUNC(#0 / #1)";
      case DATE_OF -> "TRUNC(CAST({0} AS DATE))";
      case DATE_PLUS_DAYS -> "(#0 + #1)";
      case DATE_PLUS_MONTHS -> "(" + LATER_MONTH + ")";
      case TIME_PLUS_SECONDS -> "(#0 + NUMTODSINTERVAL({1}, 'SECOND'))";
      case TIME_PLUS_MONTHS -> "(CAST(" + LATER_MONTH + " AS TIMESTAMP(9)) + " + TIME_OF_DAY + ")";
      case DAYS_BETWEEN -> "(TRUNC({1}) - TRUNC({0}))";
    };
  }
}
