package io.aludel.examples.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Figures of two ways of doing the same that take turns, so that a machine that grows slower is so for both. */
public final class Turns {
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> byHand = new ArrayList<>();

  /**
   * Adds the figures of a turn of each.
   *
   * @param library with the library
   * @param hand by hand
   */
  public void add(double library, double hand) {
    ours.add(library);
    byHand.add(hand);
  }

  /**
   * How the library compares.
   *
   * @return the median with the library as a multiple of the median by hand
   */
  public double ratio() {
    return median(ours) / median(byHand);
  }

  private static double median(List<Double> figures) {
    List<Double> sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
