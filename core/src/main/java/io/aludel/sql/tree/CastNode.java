package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * A value made into one of another type.
 *
 * @param operand the value
 * @param target the other type
 * @param silent true if only Aludel reads it as that type and the database is not asked to convert
 */
public record CastNode(Node operand, SqlType<?> target, boolean silent) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return target;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(CastNode.class).add(target).add(silent).element(operand);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node newOperand = parts.node(operand);
    boolean same = newOperand == operand;
    return same ? this : new CastNode(newOperand, target, silent);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
