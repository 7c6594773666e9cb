package io.aludel.schema;

/** No two rows of the table have the same values in these columns. */
public final class UniqueConstraint extends Constraint {
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
    return new UniqueConstraint(Parts.on(ColumnNames.of(columns, "a unique constraint")));
  }

  /**
   * The same constraint with a name.
   *
   * @param name the name of the constraint
   * @return a copy
   */
  public UniqueConstraint named(String name) {
    return new UniqueConstraint(parts().named(name));
  }

  /**
   * The same constraint, checked at another time.
   *
   * @param deferral when it is checked
   * @return a copy
   */
  public UniqueConstraint deferral(Deferral deferral) {
    return new UniqueConstraint(parts().deferral(deferral));
  }

  @Override
  UniqueConstraint boundTo(Table table) {
    return new UniqueConstraint(parts().in(table));
  }

  @Override
  public String toString() {
    return "unique constraint " + columnNames();
  }
}
