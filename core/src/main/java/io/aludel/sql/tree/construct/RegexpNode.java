package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A test of text against a regular expression, or a replacement of what it matches.
 *
 * @param operand the text
 * @param pattern the regular expression
 * @param replacement what is put in place of matches, or null for a test
 * @param flags the flags, perhaps none; they are part of the SQL
 * @param negated true for a test that must fail
 */
public record RegexpNode(
    Node operand, Node pattern, @Nullable Node replacement, String flags, boolean negated)
    implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return replacement == null ? SqlTypes.BOOLEAN : SqlTypes.STRING;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(RegexpNode.class).add(flags).add(negated).element(operand).element(pattern);
    keys.optional(replacement);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
    action.accept(pattern);
    if (replacement != null) {
      action.accept(replacement);
    }
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    return new RegexpNode(
        parts.node(operand), parts.node(pattern), parts.optional(replacement), flags, negated);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
