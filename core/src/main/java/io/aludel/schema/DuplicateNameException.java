package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;

/** Says that a metadata has a table, or a table a column, of this name already. */
public final class DuplicateNameException extends ArgumentException {
  private static final long serialVersionUID = 1L;

  private final String name;

  private DuplicateNameException(String name, String message) {
    super(CoreError.DUPLICATE_NAME, message);
    this.name = name;
  }

  static DuplicateNameException column(String table, String column) {
    return new DuplicateNameException(
        column,
        "Column '" + column + "' cannot be added to table '" + table
            + "': the table has a column of" + " that name. Rename one, or give it another key.");
  }

  static DuplicateNameException table(String key) {
    return new DuplicateNameException(
        key,
        "Table '" + key
            + "' cannot be added to its metadata: the metadata has a table of that name."
            + " Use MetaData.table to get it, or remove it first.");
  }

  static DuplicateNameException sequence(String key) {
    return new DuplicateNameException(
        key,
        "Sequence '" + key
            + "' cannot be added to its metadata: the metadata has a sequence of that name."
            + " Use MetaData.sequence to get it.");
  }

  /**
   * The name that is taken.
   *
   * @return the name of a column, or the key of a table
   */
  public String name() {
    return name;
  }
}
