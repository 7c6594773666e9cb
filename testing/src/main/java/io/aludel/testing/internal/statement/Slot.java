package io.aludel.testing.internal.statement;

import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.Step;
import io.aludel.testing.TransactionStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One expected step: how it is shown, and which steps are it. */
record Slot(Line line, @Nullable Spelling spelling, Predicate<Step> test) {
  static Slot of(Spelling spelling) {
    return new Slot(
        Line.of(spelling),
        spelling,
        step -> step instanceof ExecutedStatement statement && spelling.matches(statement));
  }

  static Slot of(TransactionStep transaction) {
    return new Slot(Line.of(transaction), null, step -> step == transaction);
  }

  static Slot any() {
    return new Slot(new Line("(any statement)", ""), null, ExecutedStatement.class::isInstance);
  }

  /** Puts statements of free order into the order in which they came, as far as they came. */
  static List<Slot> inOrderOf(List<Step> actual, int from, List<Spelling> free) {
    List<Slot> left = new ArrayList<>(free.stream().map(Slot::of).toList());
    List<@Nullable Slot> placed =
        new ArrayList<@Nullable Slot>(Collections.<@Nullable Slot>nCopies(free.size(), null));
    for (int i = 0; i < placed.size() && from + i < actual.size(); i++) {
      Step step = actual.get(from + i);
      Slot match = left.stream().filter(slot -> slot.matches(step)).findFirst().orElse(null);
      if (match != null) {
        left.remove(match);
        placed.set(i, match);
      }
    }
    List<Slot> order = new ArrayList<>();
    for (Slot slot : placed) {
      order.add(slot == null ? left.remove(0) : slot);
    }
    return order;
  }

  boolean matches(Step step) {
    return test.test(step);
  }
}
