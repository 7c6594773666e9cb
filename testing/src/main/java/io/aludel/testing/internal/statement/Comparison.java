package io.aludel.testing.internal.statement;

import io.aludel.testing.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** What was expected beside what happened. */
public final class Comparison {
  private final List<Slot> expected = new ArrayList<>();
  private final List<Step> actual;

  private Comparison(List<Step> actual) {
    this.actual = actual;
  }

  /** Places each expectation on what happened from where the one before ended. */
  public static Comparison of(List<Wanted> wanted, List<Step> actual) {
    Comparison comparison = new Comparison(actual);
    for (Wanted each : wanted) {
      comparison.expected.addAll(each.slots(actual, comparison.expected.size()));
    }
    return comparison;
  }

  private boolean isEqual() {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < actual.size(); i++) {
      if (!expected.get(i).matches(actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Throws when they differ, showing both line by line. */
  public void require(String dialect) {
    if (!isEqual()) {
      String wanted =
          expected.stream().map(slot -> text(slot.line())).collect(Collectors.joining("\n"));
      String found = text(actual);
      throw new AssertionFailedError(
          "Expected " + steps(expected.size()) + " on " + dialect + ", got " + steps(actual.size())
              + ":\n" + Alignment.of(expected, actual).text(),
          wanted,
          found);
    }
  }

  /** The steps line by line. */
  public static String text(List<? extends Step> steps) {
    return steps.stream().map(step -> text(Line.of(step))).collect(Collectors.joining("\n"));
  }

  private static String steps(int count) {
    return count == 1 ? "1 step" : count + " steps";
  }

  private static String text(Line line) {
    return line.values().isEmpty() ? line.text() : line.text() + "\n    " + line.values();
  }
}
