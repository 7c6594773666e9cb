package io.aludel;

/**
 * A stable name for one kind of failure, such as {@code ORM-118}. Each module lists its codes in one
 * enum; the pages under {@code docs/errors} explain them.
 */
public interface ErrorCode {
  /**
   * The text that stands in brackets at the end of the message.
   *
   * @return the code, never changed once published
   */
  String code();

  /**
   * Where the failure is explained: causes and cures.
   *
   * @return a link to its article in the documentation, such as {@code docs/errors.md#:~:text=ORM-118}
   */
  default String documentation() {
    return "docs/errors.md#:~:text=" + code();
  }
}
