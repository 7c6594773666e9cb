package io.aludel.orm.attribute;

import io.aludel.sql.Expression;
import io.aludel.sql.NewRow;
import io.aludel.sql.NumericExpression;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid whose value is a number.
 *
 * @param <E> the entity class
 * @param <N> the Java type of the number, boxed
 */
public final class NumericHybrid<E, N extends Number> extends OrderedHybrid<E, N>
    implements NumericExpression<N> {
  NumericHybrid(
      EntityReference<E> owner,
      String name,
      Class<N> javaType,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    super(owner, name, javaType, sql, update);
  }
}
