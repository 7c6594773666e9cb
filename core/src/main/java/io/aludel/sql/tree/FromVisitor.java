package io.aludel.sql.tree;

/** Distinguishes the kinds of things rows come from. */
public interface FromVisitor {
  /**
   * Visits an alias.
   *
   * @param node the node
   */
  void visit(AliasNode node);

  /**
   * Visits a reference.
   *
   * @param node the node
   */
  void visit(FromReference node);

  /**
   * Visits a join.
   *
   * @param node the node
   */
  void visit(JoinNode node);

  /**
   * Visits a source of {@code io.aludel.sql.tree.construct}.
   *
   * @param node the node
   */
  void visit(SourceNode node);

  /**
   * Visits a table.
   *
   * @param node the node
   */
  void visit(TableNode node);
}
