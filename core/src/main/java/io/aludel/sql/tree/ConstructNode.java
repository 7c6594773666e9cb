package io.aludel.sql.tree;

/**
 * An expression whose node lives in {@code io.aludel.sql.tree.construct}, such as a window function.
 * Only those that Aludel has are compiled; an application's own is an {@link ExtensionNode}.
 */
public non-sealed interface ConstructNode extends Node {
  @Override
  default void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
