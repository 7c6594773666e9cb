package io.aludel.sql.tree;

/** Something rows come from: a table, an alias, a join, or a reference to one of them. */
public sealed interface FromNode extends Element
    permits AliasNode, FromReference, JoinNode, SourceNode, TableNode {
  /**
   * Calls the visitor's method for this kind of node.
   *
   * @param visitor the visitor
   */
  void accept(FromVisitor visitor);

  @Override
  default FromNode rebuilt(Rewriter parts) {
    return this;
  }
}
