package io.aludel.schema;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;

/** Says that the table a foreign key points at has no such column. */
public final class NoReferencedColumnException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  private final String columnName;

  NoReferencedColumnException(ForeignKey owner, Table target, String columnName) {
    super(
        CoreError.NO_REFERENCED_COLUMN,
        "The target of " + owner + " cannot be found: table '" + target.key() + "' has no column '"
            + columnName + "', only "
            + target.columns().stream().map(Column::key).toList() + ". Correct the target.");
    this.columnName = columnName;
  }

  /**
   * The column that is missing.
   *
   * @return its name as the foreign key has it
   */
  public String columnName() {
    return columnName;
  }
}
