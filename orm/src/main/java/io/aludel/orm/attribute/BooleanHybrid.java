package io.aludel.orm.attribute;

import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.NewRow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid that is true or false, and so a condition by itself.
 *
 * @param <E> the entity class
 */
public final class BooleanHybrid<E> extends HybridAttribute<E, Boolean> implements Condition {
  BooleanHybrid(
      EntityReference<E> owner,
      String name,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    super(owner, name, Boolean.class, sql, update);
  }
}
