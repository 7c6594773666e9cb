package io.aludel.orm.attribute;

import io.aludel.ArgumentException;
import io.aludel.sql.FromClause;
import io.aludel.sql.tree.FromNode;

/**
 * Rows whose columns mean, by their names, the columns of the entity that is read from them.
 *
 * @param rows the rows
 * @see io.aludel.orm.Orm#byName
 */
public record MatchedByName(FromClause rows) implements FromClause {
  /** Checks the rows. */
  public MatchedByName {
    ArgumentException.requireNonNull(rows, "the rows whose columns are matched by name");
  }

  @Override
  public FromNode fromNode() {
    return rows.fromNode();
  }
}
