package io.aludel.testing.internal.statement;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Equality of parameters, arrays by content. */
final class SameValues {
  private SameValues() {}

  static boolean same(List<List<@Nullable Object>> left, List<List<@Nullable Object>> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int row = 0; row < left.size(); row++) {
      if (!sameRow(left.get(row), right.get(row))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameRow(List<@Nullable Object> left, List<@Nullable Object> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!Objects.deepEquals(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
