package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * Text compared and ordered by the rules of a collation.
 *
 * @param operand the text
 * @param collation the name of the collation in the database
 */
public record CollateNode(Node operand, String collation) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return operand.type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(CollateNode.class).add(collation).element(operand);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node copy = parts.node(operand);
    return copy == operand ? this : new CollateNode(copy, collation);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
