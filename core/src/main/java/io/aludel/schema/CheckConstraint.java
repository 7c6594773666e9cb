package io.aludel.schema;

import io.aludel.ArgumentException;
import java.util.List;

/** A condition that holds for every row of the table. */
public final class CheckConstraint extends Constraint {
  private final String sql;

  private CheckConstraint(Parts parts, String sql) {
    super(parts);
    this.sql = sql;
  }

  /**
   * A check constraint.
   *
   * @param sql the condition as SQL text, sent as it is
   * @return a constraint that belongs to no table yet
   * @throws ArgumentException if {@code sql} is null or blank
   */
  public static CheckConstraint of(String sql) {
    return new CheckConstraint(
        Parts.on(List.of()), ArgumentException.requireText(sql, "the text of a check constraint"));
  }

  /**
   * The same constraint with a name.
   *
   * @param name the name of the constraint
   * @return a copy
   */
  public CheckConstraint named(String name) {
    return new CheckConstraint(parts().named(name), sql);
  }

  /**
   * The condition.
   *
   * @return SQL text
   */
  public String sql() {
    return sql;
  }

  @Override
  CheckConstraint boundTo(Table table) {
    return new CheckConstraint(parts().in(table), sql);
  }

  @Override
  public String toString() {
    return "check constraint (" + sql + ")";
  }
}
