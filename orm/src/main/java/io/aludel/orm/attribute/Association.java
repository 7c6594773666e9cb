package io.aludel.orm.attribute;

import io.aludel.ArgumentException;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What related objects lead to, for conditions: {@code User_.links.through(link -> link.word).contains("x")}
 * (parity row ORM-MAP-26). Each test is a subquery that asks whether there is a related row.
 *
 * @param <V> the Java type of the value
 */
public final class Association<V> {
  private final Function<Function<Expression<V>, Condition>, Condition> exists;
  private final Condition present;
  private final String name;

  Association(
      String name,
      Condition present,
      Function<Function<Expression<V>, Condition>, Condition> exists) {
    this.name = name;
    this.present = present;
    this.exists = exists;
  }

  /**
   * Whether there is a related row for whose value something holds.
   *
   * @param test says what
   * @return the condition
   */
  public Condition any(Function<Expression<V>, Condition> test) {
    return exists.apply(ArgumentException.requireNonNull(test, "the test of " + this));
  }

  /**
   * Whether there is a related row with this value.
   *
   * @param value the value
   * @return the condition
   */
  public Condition contains(V value) {
    ArgumentException.requireNonNull(value, "the value looked for in " + this);
    return any(each -> each.eq(value));
  }

  /**
   * Whether there is a related row with this value.
   *
   * @param value the value; null asks for a related row without one, or for no related row
   * @return the condition
   */
  public Condition eq(@Nullable V value) {
    return value == null ? any(Expression::isNull).or(present.not()) : contains(value);
  }

  /**
   * Whether there is a related row with another value.
   *
   * @param value the value; null asks for a related row that has one
   * @return the condition
   */
  public Condition ne(@Nullable V value) {
    return any(each -> each.ne(value));
  }

  /**
   * Whether there is a related row with one of these values.
   *
   * @param values the values
   * @return the condition
   */
  public Condition in(Collection<? extends V> values) {
    ArgumentException.requireNonNull(values, "the values looked for in " + this);
    return any(each -> each.in(values));
  }

  /** As messages write it. */
  @Override
  public String toString() {
    return name;
  }
}
