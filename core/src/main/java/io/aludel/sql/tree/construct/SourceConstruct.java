package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.SourceNode;

/** The sources of rows of this package. */
public sealed interface SourceConstruct extends SourceNode permits CteNode, TableFunctionNode {
  /**
   * Calls the visitor's method for this kind of source.
   *
   * @param visitor the visitor
   */
  void accept(SourceConstructVisitor visitor);
}
