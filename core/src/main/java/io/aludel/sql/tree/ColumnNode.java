package io.aludel.sql.tree;

import org.jspecify.annotations.Nullable;

/** A column of a table or of an alias. */
public non-sealed interface ColumnNode extends Node {
  /**
   * The column's name, without quotes.
   *
   * @return the name
   */
  String name();

  /**
   * What the column belongs to.
   *
   * @return the table or alias, or null for a column of a name alone
   */
  @Nullable FromNode owner();

  /**
   * Whether the name stands in quotes.
   *
   * @return {@link Quoting#AUTO} unless stated
   */
  default Quoting quoting() {
    return Quoting.AUTO;
  }

  @Override
  default void key(KeyBuilder keys) {
    keys.add(this);
  }

  @Override
  default void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
