package io.aludel.sql.extension;

import io.aludel.sql.tree.ExtensionNode;

/**
 * How a construct of an application is written.
 *
 * @param <E> the construct
 */
@FunctionalInterface
public interface Spelling<E> {
  /**
   * Writes a construct.
   *
   * @param construct the construct
   * @param out takes text, names and nodes
   */
  void write(E construct, ExtensionNode.Writer out);
}
