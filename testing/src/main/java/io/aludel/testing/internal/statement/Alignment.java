package io.aludel.testing.internal.statement;

import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets expected and actual steps against each other so that as many as possible match, and writes the
 * rest as pairs, one line above the other.
 */
final class Alignment {
  private static final String SAME = "           ";
  private static final String EXPECTED = "  expected ";
  private static final String ACTUAL = "  actual   ";
  private static final String NOTHING = "(nothing)";

  private final List<Slot> expected;
  private final List<Step> actual;
  private final int[][] matches;
  private final StringBuilder text = new StringBuilder();

  private Alignment(List<Slot> expected, List<Step> actual) {
    this.expected = expected;
    this.actual = actual;
    this.matches = new int[expected.size() + 1][actual.size() + 1];
  }

  static Alignment of(List<Slot> expected, List<Step> actual) {
    Alignment alignment = new Alignment(expected, actual);
    alignment.count();
    alignment.write();
    return alignment;
  }

  String text() {
    return text.toString();
  }

  /** The most matches that the steps from each pair of places on can have. */
  private void count() {
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = actual.size() - 1; j >= 0; j--) {
        matches[i][j] = expected.get(i).matches(actual.get(j))
            ? matches[i + 1][j + 1] + 1
            : Math.max(matches[i + 1][j], matches[i][j + 1]);
      }
    }
  }

  private void write() {
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < actual.size()) {
      boolean bothLeft = i < expected.size() && j < actual.size();
      if (bothLeft && expected.get(i).matches(actual.get(j))) {
        line(SAME, Line.of(actual.get(j)));
        i++;
        j++;
      } else if (bothLeft && matches[i][j] == matches[i + 1][j + 1]) {
        pair(expected.get(i++), actual.get(j++));
      } else if (j == actual.size() || (bothLeft && matches[i][j] == matches[i + 1][j])) {
        pair(expected.get(i++), null);
      } else {
        pair(null, actual.get(j++));
      }
    }
  }

  private void pair(@Nullable Slot slot, @Nullable Step step) {
    Line wanted = slot == null ? new Line(NOTHING, "") : slot.line();
    Line found = step == null ? new Line(NOTHING, "") : Line.of(step);
    Spelling spelling = slot == null ? null : slot.spelling();
    if (wanted.equals(found)
        && spelling != null
        && spelling.parameters() != null
        && step instanceof ExecutedStatement statement) {
      wanted = new Line(wanted.text(), Line.typed(spelling.parameters()));
      found = new Line(found.text(), Line.typed(statement.parameters()));
    }
    line(EXPECTED, wanted);
    line(ACTUAL, found);
  }

  private void line(String label, Line line) {
    text.append(label).append(line.text()).append('\n');
    if (!line.values().isEmpty()) {
      text.append(SAME).append("  ").append(line.values()).append('\n');
    }
  }
}
