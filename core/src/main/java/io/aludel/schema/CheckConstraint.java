package io.aludel.schema;

import io.aludel.sql.Condition;

/** A condition that holds for every row of the table. */
public final class CheckConstraint extends FreeConstraint<CheckConstraint> {
  private final SqlText condition;

  private CheckConstraint(Parts parts, SqlText condition) {
    super(parts);
    this.condition = condition;
  }

  /**
   * A check constraint.
   *
   * @param sql the condition as SQL text, sent as it is
   * @return a constraint that belongs to no table yet
   * @throws io.aludel.ArgumentException if {@code sql} is null or blank
   */
  public static CheckConstraint of(String sql) {
    return new CheckConstraint(
        Parts.on(Constraint.ColumnNames.NONE), SqlText.of(sql, "a check constraint"));
  }

  /**
   * A check constraint.
   *
   * @param condition the condition, over columns of the table; its values are written out
   * @return a constraint that belongs to no table yet
   */
  public static CheckConstraint of(Condition condition) {
    return new CheckConstraint(
        Parts.on(Constraint.ColumnNames.NONE), SqlText.of(condition, "a check constraint"));
  }

  /**
   * The condition that holds for every row.
   *
   * @return SQL text or an expression
   */
  public SqlText check() {
    return condition;
  }

  @Override
  CheckConstraint copy(Parts parts) {
    return new CheckConstraint(parts, condition);
  }

  @Override
  public String toString() {
    return "check constraint (" + condition + ")";
  }
}
