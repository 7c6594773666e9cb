package io.aludel.sql.tree.statement;

/**
 * Distinguishes the kinds of statements.
 *
 * @param <R> what a visit returns
 */
public interface StatementVisitor<R> {
  /**
   * Visits a SELECT.
   *
   * @param node the node
   * @return the answer
   */
  R visit(SelectNode node);

  /**
   * Visits queries combined.
   *
   * @param node the node
   * @return the answer
   */
  R visit(CompoundNode node);

  /**
   * Visits an INSERT.
   *
   * @param node the node
   * @return the answer
   */
  R visit(InsertNode node);

  /**
   * Visits an UPDATE.
   *
   * @param node the node
   * @return the answer
   */
  R visit(UpdateNode node);

  /**
   * Visits a DELETE.
   *
   * @param node the node
   * @return the answer
   */
  R visit(DeleteNode node);

  /**
   * Visits a textual statement.
   *
   * @param node the node
   * @return the answer
   */
  R visit(TextNode node);

  /**
   * Visits rows written down.
   *
   * @param node the node
   * @return the answer
   */
  R visit(ValuesNode node);

  /**
   * Visits a statement of an application.
   *
   * @param node the node
   * @return the answer
   */
  R visit(ExtensionStatement node);
}
