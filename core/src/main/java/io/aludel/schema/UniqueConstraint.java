package io.aludel.schema;

/** No two rows of the table have the same values in these columns. */
public final class UniqueConstraint extends FreeConstraint<UniqueConstraint> {
  UniqueConstraint(Parts parts) {
    super(parts);
  }

  /**
   * A unique constraint over these columns.
   *
   * @param columns the keys of the columns
   * @return a constraint that belongs to no table yet
   * @throws io.aludel.ArgumentException if there is no column, or one is null or blank
   */
  public static UniqueConstraint of(String... columns) {
    return new UniqueConstraint(
        Parts.on(Constraint.ColumnNames.of(columns, "a unique constraint")));
  }

  @Override
  UniqueConstraint copy(Parts parts) {
    return new UniqueConstraint(parts);
  }

  @Override
  public String toString() {
    return "unique constraint " + columnNames();
  }
}
