package io.aludel.schema;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;

/** Says that the table a foreign key points at is not in the metadata. */
public final class NoReferencedTableException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  private final String tableName;

  NoReferencedTableException(ForeignKey owner, String tableName, MetaData metadata) {
    super(
        CoreError.NO_REFERENCED_TABLE,
        "The target of " + owner + " cannot be found: the metadata of '"
            + owner.table().key()
            + "' has no table '" + tableName + "', only " + metadata.tableKeys()
            + ". Declare that table in the same metadata, or correct the target.");
    this.tableName = tableName;
  }

  /**
   * The table that is missing.
   *
   * @return its name as the foreign key has it
   */
  public String tableName() {
    return tableName;
  }
}
