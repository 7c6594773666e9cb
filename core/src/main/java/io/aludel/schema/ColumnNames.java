package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.List;

/** Checks the column names that constraints and indexes are made with. */
final class ColumnNames {
  private ColumnNames() {}

  static List<String> of(String[] names, String owner) {
    return of(List.of(checked(names, owner)), owner);
  }

  static List<String> of(List<String> names, String owner) {
    if (names.isEmpty()) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "No column was given for " + owner + ". Name at least one.");
    }
    return List.copyOf(names);
  }

  private static String[] checked(String[] names, String owner) {
    ArgumentException.requireNonNull(names, "the columns of " + owner);
    for (String name : names) {
      ArgumentException.requireText(name, "a column of " + owner);
    }
    return names;
  }
}
