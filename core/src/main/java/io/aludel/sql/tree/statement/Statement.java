package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.StatementNode;
import java.util.List;

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

  /**
   * What is attached for layers above Core.
   *
   * @return the options
   */
  default List<StatementOption> options() {
    return List.of();
  }

  /**
   * The same statement with other options attached.
   *
   * @param others the options, in place of those there are
   * @return a copy; this statement, of a kind that takes none
   */
  StatementNode withOptions(List<? extends StatementOption> others);
}
