package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * A field of a value that has several, such as a function gives that has several columns.
 *
 * @param operand the value
 * @param name the name of the field
 * @param result its type
 */
public record FieldNode(Node operand, String name, SqlType<?> result) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return result;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(FieldNode.class).add(name).add(result).element(operand);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node copy = parts.node(operand);
    return copy == operand ? this : new FieldNode(copy, name, result);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
