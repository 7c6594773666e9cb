package io.aludel.examples.page;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether somebody is looking, and in colour. */
public final class Terminal {
  private Terminal() {}

  /**
   * The colours to print with when the command line does not say.
   *
   * @return colours on a terminal that shows them, unless {@code NO_COLOR} is set
   */
  public static Palette palette() {
    String noColor = System.getenv("NO_COLOR");
    boolean refused = noColor != null && !noColor.isEmpty();
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return !refused && !dumb && isWatched() ? Palette.COLORED : Palette.PLAIN;
  }

  /**
   * Tells whether somebody reads along as lines are printed.
   *
   * @return false in a pipe and in a build
   */
  public static boolean isWatched() {
    return isTerminal(System.console());
  }

  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    // Since JDK 22 there may be a console without a terminal; only from then on can it be asked.
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }
}
