package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * An expression with a name in the result.
 *
 * @param operand the expression
 * @param name the name
 */
public record LabelNode(Node operand, String name) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return operand.type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(LabelNode.class).add(name).element(operand);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node newOperand = parts.node(operand);
    boolean same = newOperand == operand;
    return same ? this : new LabelNode(newOperand, name);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
