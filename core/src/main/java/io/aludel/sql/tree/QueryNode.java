package io.aludel.sql.tree;

/** A statement that only asks: a SELECT, or several combined. */
public abstract class QueryNode extends StatementNode {
  /** For the statements of {@code io.aludel.sql.tree.statement}. */
  protected QueryNode() {}

  @Override
  public QueryNode rebuilt(Rewriter parts) {
    return this;
  }
}
