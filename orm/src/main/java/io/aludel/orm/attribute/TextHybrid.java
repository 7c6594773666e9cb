package io.aludel.orm.attribute;

import io.aludel.sql.Expression;
import io.aludel.sql.NewRow;
import io.aludel.sql.TextExpression;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid whose value is text.
 *
 * @param <E> the entity class
 */
public final class TextHybrid<E> extends OrderedHybrid<E, String> implements TextExpression {
  TextHybrid(
      EntityReference<E> owner,
      String name,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    super(owner, name, String.class, sql, update);
  }
}
