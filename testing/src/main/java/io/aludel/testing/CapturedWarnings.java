package io.aludel.testing;

import io.aludel.ArgumentException;
import io.aludel.Warning;
import io.aludel.testing.internal.WarningTap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Catches the warnings of a piece of a test, on its own thread; they are not logged then. */
public final class CapturedWarnings {
  private CapturedWarnings() {}

  /**
   * Runs work and gives back what was warned of.
   *
   * @param work the work
   * @return the warnings in order
   */
  public static List<Warning> during(Runnable work) {
    List<Warning> caught = new ArrayList<>();
    during(work, caught::add);
    return List.copyOf(caught);
  }

  /**
   * Runs work and hands over each warning. What {@code taker} throws stops the work, as an error would.
   *
   * @param work the work
   * @param taker takes the warnings
   */
  public static void during(Runnable work, Consumer<? super Warning> taker) {
    ArgumentException.requireNonNull(work, "the work that may warn");
    ArgumentException.requireNonNull(taker, "what takes warnings");
    WarningTap.open(taker);
    try {
      work.run();
    } finally {
      WarningTap.close();
    }
  }
}
