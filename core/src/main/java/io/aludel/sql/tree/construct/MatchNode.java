package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;

/**
 * A test whether text matches a full-text search, in each database's own language of searches.
 *
 * @param operand the text
 * @param search what is searched for
 */
public record MatchNode(Node operand, Node search) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.BOOLEAN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(MatchNode.class).element(operand).element(search);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
    action.accept(search);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    return new MatchNode(parts.node(operand), parts.node(search));
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
