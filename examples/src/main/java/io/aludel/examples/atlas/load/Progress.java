package io.aludel.examples.atlas.load;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how far a load is: as a bar that grows on a terminal, as a line for each tenth elsewhere. */
public final class Progress {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean watched;
  private final long began = System.nanoTime();
  private int shownTenths = -1;

  /**
   * A progress that nothing has been told yet.
   *
   * @param out where to show it
   * @param watched whether that is a terminal
   */
  public Progress(PrintStream out, boolean watched) {
    this.out = out;
    this.watched = watched;
  }

  /**
   * Shows it.
   *
   * @param done how much is done
   * @param total of how much
   * @param rows how many rows were written
   */
  void show(int done, int total, long rows) {
    int percent = total == 0 ? 100 : (int) (100L * done / total);
    String text = String.format(
        Locale.ROOT,
        "%3d %%  %,9d rows  %5.1f s",
        percent,
        rows,
        (System.nanoTime() - began) / 1e9);
    if (watched) {
      int filled = percent * WIDTH / 100;
      String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
      out.print("\r  [" + bar + "] " + text + (done == total ? "\n" : ""));
      out.flush();
    } else if (percent / 10 > shownTenths) {
      shownTenths = percent / 10;
      out.println("  " + text);
    }
  }
}
