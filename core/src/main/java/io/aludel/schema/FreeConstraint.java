package io.aludel.schema;

import io.aludel.ArgumentException;
import org.jspecify.annotations.Nullable;

/** The words that all constraints take before they belong to a table. */
abstract sealed class FreeConstraint<C extends FreeConstraint<C>> extends Constraint
    permits PrimaryKey, UniqueConstraint, CheckConstraint, ForeignKey, ExcludeConstraint {
  FreeConstraint(Parts parts) {
    super(parts);
  }

  /** The same constraint with other common parts. */
  abstract C copy(Parts parts);

  /**
   * The same constraint with a name. A naming convention with the token {@code constraint_name} makes
   * another one of it.
   *
   * @param name the name of the constraint
   * @return a copy
   */
  public final C named(String name) {
    return copy(parts().named(Constraint.GivenName.of(name, "the name of a constraint")));
  }

  /**
   * The same constraint with a name that no naming convention changes.
   *
   * @param name the name of the constraint
   * @return a copy
   */
  public final C namedExactly(String name) {
    return copy(parts().named(Constraint.GivenName.exactly(name, "the name of a constraint")));
  }

  /**
   * The same constraint, checked at another time.
   *
   * @param deferral when it is checked
   * @return a copy
   */
  public final C deferral(Deferral deferral) {
    return copy(parts().deferral(deferral));
  }

  /**
   * The same constraint with a comment that the database keeps, where it keeps any on constraints. The
   * constraint must have a name.
   *
   * @param comment the comment
   * @return a copy
   */
  public final C comment(String comment) {
    return copy(
        parts().comment(ArgumentException.requireText(comment, "the comment of a constraint")));
  }

  /**
   * The same constraint with something said for one kind of database.
   *
   * @param options the options
   * @return a copy
   */
  public final C with(DialectOption... options) {
    return copy(parts().options(DialectOption.checked(options, this)));
  }

  /**
   * The same constraint, left out of the DDL where a condition does not hold.
   *
   * @param condition the condition
   * @return a copy
   */
  public final C onlyIf(Ddl.Condition condition) {
    return copy(
        parts().condition(ArgumentException.requireNonNull(condition, "a condition of DDL")));
  }

  @Override
  C boundTo(@Nullable Table table) {
    return copy(parts().in(table));
  }
}
