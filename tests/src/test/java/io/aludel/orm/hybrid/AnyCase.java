package io.aludel.orm.hybrid;

import io.aludel.sql.Condition;
import io.aludel.sql.TextExpression;
import io.aludel.sql.tree.Node;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text that is compared without regard to case.
 *
 * @param node the text in lower case
 */
record AnyCase(Node node) implements TextExpression {
  @Override
  public Condition eq(@Nullable String value) {
    return TextExpression.super.eq(value == null ? null : value.toLowerCase(Locale.ROOT));
  }
}
