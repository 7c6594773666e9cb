package io.aludel.sql.tree;

import java.util.function.Consumer;

/** A part of a statement: an expression, something rows come from, or a statement. Immutable. */
public sealed interface Element permits Node, FromNode, StatementNode {
  /**
   * Adds this element's structure to a key: its class, whatever shapes its SQL or its binders, then its
   * parts in a fixed order. Values go in through {@link KeyBuilder#bind} only.
   *
   * @param keys collects the key
   */
  void key(KeyBuilder keys);

  /**
   * Hands every direct part to {@code action}, in the order of the key.
   *
   * @param action takes the parts
   */
  default void forEachPart(Consumer<? super Element> action) {}

  /**
   * This element with each of its direct parts exchanged for what {@code parts} makes of it; this object
   * itself if nothing changes.
   *
   * @param parts makes the new parts
   * @return the element, of the same kind
   */
  default Element rebuilt(Rewriter parts) {
    return this;
  }
}
