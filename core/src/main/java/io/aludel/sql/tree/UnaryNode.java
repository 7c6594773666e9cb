package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;

/**
 * An operator with one operand.
 *
 * @param operator the operator
 * @param operand the operand
 */
public record UnaryNode(Operator operator, Node operand) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return switch (operator) {
      case NEGATE, DISTINCT -> operand.type(scope);
      case NOT, IS_NULL, IS_NOT_NULL, IS_TRUE, IS_FALSE -> SqlTypes.BOOLEAN;
    };
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(UnaryNode.class).add(operator).element(operand);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node newOperand = parts.node(operand);
    boolean same = newOperand == operand;
    return same ? this : new UnaryNode(operator, newOperand);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }

  /** The operators with one operand. */
  public enum Operator {
    /** {@code -a}. */
    NEGATE,
    /** {@code NOT a}. */
    NOT,
    /** {@code a IS NULL}. */
    IS_NULL,
    /** {@code a IS NOT NULL}. */
    IS_NOT_NULL,
    /** True, and not NULL. */
    IS_TRUE,
    /** False, and not NULL. */
    IS_FALSE,
    /** {@code DISTINCT a} within an aggregate. */
    DISTINCT
  }
}
