package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;

/**
 * The value that an upsert would have inserted into a column.
 *
 * @param column the column, or a reference to it
 */
public record ExcludedNode(Node column) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return column.type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(ExcludedNode.class).element(column);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node copy = parts.node(column);
    return copy == column ? this : new ExcludedNode(copy);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
