package io.aludel.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * Stands for something rows come from until compilation: a mapped entity or an alias of one. It is
 * resolved once per compilation, and every mention of the same object means the same occurrence.
 */
public non-sealed interface FromReference extends FromNode {
  /**
   * What this stands for.
   *
   * @param scope the compilation
   * @return a table, an alias or a join
   */
  FromNode resolve(CompileScope scope);

  /**
   * What is asked of its rows wherever it is selected from, joined or written to.
   *
   * @param scope the compilation
   * @return a condition, whose values are the same in every execution; or null for all rows
   */
  default @Nullable Node criteria(CompileScope scope) {
    return null;
  }

  /**
   * What this source calls by a name of its own, such as an attribute of a mapped class.
   *
   * @param name the name
   * @param scope the compilation
   * @return the expression, or null if it has none of that name, or names only the columns that it
   *     resolves to
   */
  default @Nullable Node member(String name, CompileScope scope) {
    return null;
  }

  @Override
  default void accept(FromVisitor visitor) {
    visitor.visit(this);
  }
}
