package io.aludel.orm.attribute;

import io.aludel.sql.Expression;
import io.aludel.sql.NewRow;
import io.aludel.sql.OrderedExpression;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid whose values have an order, such as a date.
 *
 * @param <E> the entity class
 * @param <T> the Java type of the value
 */
public sealed class OrderedHybrid<E, T> extends HybridAttribute<E, T>
    implements OrderedExpression<T> permits TextHybrid, NumericHybrid {
  OrderedHybrid(
      EntityReference<E> owner,
      String name,
      Class<T> javaType,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    super(owner, name, javaType, sql, update);
  }
}
