package io.aludel.sql.tree;

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

  @Override
  default void accept(FromVisitor visitor) {
    visitor.visit(this);
  }
}
