package io.aludel.sql.tree.construct;

/** Distinguishes the sources of rows of this package. */
public interface SourceConstructVisitor {
  /**
   * Visits a common table expression.
   *
   * @param node the node
   */
  void visit(CteNode node);

  /**
   * Visits a function that gives a table.
   *
   * @param node the node
   */
  void visit(TableFunctionNode node);
}
