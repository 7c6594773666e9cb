package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL in a schema: text that is sent as it is, or an expression whose values are written out.
 * Immutable.
 *
 * @param text the text, or null
 * @param node the expression, or null
 */
public record SqlText(@Nullable String text, @Nullable Node node) {
  /**
   * A piece of text.
   *
   * @param sql the text
   * @param role what it is for, for the message
   * @return the piece
   * @throws ArgumentException if {@code sql} is null or blank
   */
  public static SqlText of(String sql, String role) {
    return new SqlText(ArgumentException.requireText(sql, "the text of " + role), null);
  }

  /**
   * An expression.
   *
   * @param expression the expression
   * @param role what it is for, for the message
   * @return the piece
   * @throws ArgumentException if {@code expression} is null
   */
  public static SqlText of(Expression<?> expression, String role) {
    ArgumentException.requireNonNull(expression, "the expression of " + role);
    return new SqlText(null, expression.node());
  }

  @Override
  public String toString() {
    return node == null ? String.valueOf(text) : ElementPrinter.INSTANCE.print(node);
  }
}
