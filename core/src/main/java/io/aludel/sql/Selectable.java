package io.aludel.sql;

import io.aludel.sql.tree.Node;

/**
 * What a select list may hold: an expression, several expressions that make one object, or an entity of
 * the ORM. Immutable and safe to share.
 *
 * @param <T> the Java type of what it gives for each row
 */
public interface Selectable<T> {
  /**
   * The node that these words are about.
   *
   * @return the node
   */
  Node node();
}
