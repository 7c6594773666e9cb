package io.aludel.sql.tree.statement;

/** The statements that compilers know. */
public sealed interface Statement
    permits SelectNode,
        CompoundNode,
        InsertNode,
        UpdateNode,
        DeleteNode,
        TextNode,
        ValuesNode,
        ExtensionStatement {
  /**
   * Calls the visitor's method for this kind of statement.
   *
   * @param visitor the visitor
   * @param <R> what the visitor returns
   * @return what it returned
   */
  <R> R accept(StatementVisitor<R> visitor);
}
