package io.aludel.processor.internal.hybrid;

/** What can be done with a value of a body. */
public enum Kind {
  /** A truth value. */
  TRUTH,
  /** A whole number that Java counts in an int. */
  INT,
  /** A long. */
  LONG,
  /** A double. */
  DOUBLE,
  /** A BigDecimal. */
  DECIMAL,
  /** A String. */
  TEXT,
  /** A LocalDate. */
  DATE,
  /** A LocalDateTime. */
  DATE_TIME,
  /** A LocalTime. */
  TIME,
  /** An Instant. */
  INSTANT,
  /** A constant of an enum. */
  ENUM,
  /** A value that can only be null or not. */
  OTHER,
  /** The outcome of compareTo, which means something beside 0 only. */
  ORDER,
  /** The null of Java. */
  NOTHING;

  /**
   * Whether Java's operators compute with it.
   *
   * @return true for whole numbers and doubles
   */
  public boolean isNumber() {
    return this == INT || this == LONG || this == DOUBLE;
  }

  /**
   * Whether it is a whole number.
   *
   * @return true for int and long
   */
  public boolean isWhole() {
    return this == INT || this == LONG;
  }

  /**
   * Whether it is a date or a time.
   *
   * @return true for the types of java.time
   */
  public boolean isMoment() {
    return this == DATE || this == DATE_TIME || this == TIME || this == INSTANT;
  }
}
