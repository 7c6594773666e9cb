package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * An operator that Aludel does not know, written as it was given.
 *
 * @param operator the operator
 * @param left the left operand
 * @param right the right operand
 * @param comparison true if it is a test, whose value may stand alone in a condition
 * @param result the type of its value
 */
public record OperatorNode(
    String operator, Node left, Node right, boolean comparison, SqlType<?> result)
    implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return result;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(OperatorNode.class)
        .add(operator)
        .add(comparison)
        .add(result)
        .element(left)
        .element(right);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(left);
    action.accept(right);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    return new OperatorNode(operator, parts.node(left), parts.node(right), comparison, result);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
