package io.aludel.sql.tree;

import java.util.List;

/**
 * Something rows come from whose node lives in {@code io.aludel.sql.tree.construct}, such as a common
 * table expression. Only those that Aludel has are compiled.
 */
public non-sealed interface SourceNode extends FromNode {
  /**
   * The columns of its rows.
   *
   * @return columns, labels or other expressions, or references to such
   */
  List<? extends Node> items();

  @Override
  default void accept(FromVisitor visitor) {
    visitor.visit(this);
  }
}
