package io.aludel.examples.guide;

import io.aludel.examples.page.Palette;
import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether somebody is looking, and in colour. */
final class Terminal {
  private Terminal() {}

  static Palette palette() {
    String noColor = System.getenv("NO_COLOR");
    boolean refused = noColor != null && !noColor.isEmpty();
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return !refused && !dumb && isTerminal(System.console()) ? Palette.COLORED : Palette.PLAIN;
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
