package io.aludel.sql.operator;

/**
 * What Java computes from values and each database spells in its own way. The spelling keeps to Java:
 * text is compared by its characters and not by a collation, quotients lose their fraction, days are added
 * by the calendar. NULL for any operand gives NULL.
 */
public enum Computation {
  /** Text, to be compared for equality by its characters. */
  SAME_TEXT,
  /** Text, to be ordered by its characters. */
  TEXT_ORDER,
  /** Whether text, the first operand, starts with the second. */
  STARTS_WITH,
  /** Whether text, the first operand, ends with the second. */
  ENDS_WITH,
  /** Where the second operand is found in text, the first, counted from 1; 0 if it is not. */
  POSITION,
  /** Text, the first operand, without any of the characters of the second around it. */
  TRIM,
  /** Text, the first operand, without any of the characters of the second before it. */
  TRIM_LEADING,
  /** Text, the first operand, without any of the characters of the second behind it. */
  TRIM_TRAILING,
  /** The quotient of whole numbers, without its fraction. */
  QUOTIENT,
  /** The date of a date with time. */
  DATE_OF,
  /** A date, the first operand, some days later. */
  DATE_PLUS_DAYS,
  /** A date, the first operand, some months later, on the last day of the month at the latest. */
  DATE_PLUS_MONTHS,
  /** A date with time, the first operand, some seconds later. */
  TIME_PLUS_SECONDS,
  /** A date with time, the first operand, some months later, on the last day of the month at most. */
  TIME_PLUS_MONTHS,
  /** How many days a date, the second operand, is later than the first. */
  DAYS_BETWEEN
}
