package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;

/**
 * A test whether a value lies between two others, both included.
 *
 * @param operand the value
 * @param low the lower bound
 * @param high the upper bound
 * @param negated true for {@code NOT BETWEEN}
 */
public record BetweenNode(Node operand, Node low, Node high, boolean negated) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.BOOLEAN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(BetweenNode.class).add(negated).element(operand).element(low).element(high);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
    action.accept(low);
    action.accept(high);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node newOperand = parts.node(operand);
    Node newLow = parts.node(low);
    Node newHigh = parts.node(high);
    boolean same = newOperand == operand && newLow == low && newHigh == high;
    return same ? this : new BetweenNode(newOperand, newLow, newHigh, negated);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
