package io.aludel.queryset;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.statement.ExtensionStatement;
import java.util.function.Consumer;

/** Asks the database how it would find the rows of a query, without running it. */
final class Explanation extends ExtensionStatement {
  private final QueryNode query;

  Explanation(QueryNode query) {
    this.query = query;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(Explanation.class).element(query);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(query);
  }

  @Override
  public Explanation rebuilt(Rewriter parts) {
    QueryNode copy = parts.query(query);
    return copy == query ? this : new Explanation(copy);
  }

  @Override
  public void write(ExtensionNode.Writer out) {
    out.text(out.dialect().equals("sqlite") ? "EXPLAIN QUERY PLAN " : "EXPLAIN ")
        .query(query);
  }
}
