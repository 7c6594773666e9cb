package io.aludel.testing.compile;

import javax.tools.Diagnostic;

/**
 * Something the compiler said.
 *
 * @param kind how bad it is
 * @param text what it said
 * @param file the name of the source, such as {@code User.java}; empty when it spoke of none
 * @param line the line, counted from 1; negative when unknown
 * @param marked the piece of source that was marked; empty when unknown
 */
public record CompileMessage(
    Diagnostic.Kind kind, String text, String file, long line, String marked) {
  /**
   * Whether it made the compilation fail.
   *
   * @return true for an error
   */
  public boolean isError() {
    return kind == Diagnostic.Kind.ERROR;
  }

  /** The message as compilers print it. */
  @Override
  public String toString() {
    return kind + " " + file + ":" + line + " " + text;
  }
}
