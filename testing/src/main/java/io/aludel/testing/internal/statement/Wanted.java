package io.aludel.testing.internal.statement;

import io.aludel.testing.Step;
import io.aludel.testing.TransactionStep;
import java.util.Collections;
import java.util.List;

/** An expectation on a known dialect, before it meets what happened. */
public sealed interface Wanted {
  /** The steps that should stand at this place of what happened. */
  List<Slot> slots(List<Step> actual, int from);

  /** Statements in any order; a single one is the ordinary case. */
  record Statements(List<Spelling> spellings) implements Wanted {
    @Override
    public List<Slot> slots(List<Step> actual, int from) {
      return Slot.inOrderOf(actual, from, spellings);
    }
  }

  /** Some number of any statements. */
  record Any(int count) implements Wanted {
    @Override
    public List<Slot> slots(List<Step> actual, int from) {
      return Collections.nCopies(count, Slot.any());
    }
  }

  /** The beginning or end of a transaction. */
  record Transaction(TransactionStep step) implements Wanted {
    @Override
    public List<Slot> slots(List<Step> actual, int from) {
      return List.of(Slot.of(step));
    }
  }
}
