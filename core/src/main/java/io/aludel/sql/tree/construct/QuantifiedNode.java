package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * Any of the values of a query, or all, to compare with.
 *
 * @param all true for all, false for any
 * @param query the query, of one column
 */
public record QuantifiedNode(boolean all, QueryNode query) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return query.items().get(0).type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(QuantifiedNode.class).add(all).element(query);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(query);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    return new QuantifiedNode(all, parts.query(query));
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
