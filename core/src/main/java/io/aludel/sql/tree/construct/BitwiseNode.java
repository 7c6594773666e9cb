package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * An operator on the bits of whole numbers.
 *
 * @param operator the operator
 * @param left the left operand
 * @param right the right operand; the left one again for {@link Operator#NOT}
 */
public record BitwiseNode(Operator operator, Node left, Node right) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return left.type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(BitwiseNode.class).add(operator).element(left).element(right);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(left);
    action.accept(right);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    return new BitwiseNode(operator, parts.node(left), parts.node(right));
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }

  /** The operators on bits. */
  public enum Operator {
    /** Bits set in both. */
    AND,
    /** Bits set in either. */
    OR,
    /** Bits set in one but not in both. */
    XOR,
    /** All bits turned over. */
    NOT,
    /** Bits moved to the left. */
    SHIFT_LEFT,
    /** Bits moved to the right. */
    SHIFT_RIGHT
  }
}
