package io.aludel.sql.tree;

/** Distinguishes the kinds of expressions. */
public interface NodeVisitor {
  /**
   * Visits {@code a BETWEEN b AND c}.
   *
   * @param node the node
   */
  void visit(BetweenNode node);

  /**
   * Visits an operator with two operands.
   *
   * @param node the node
   */
  void visit(BinaryNode node);

  /**
   * Visits a value.
   *
   * @param node the node
   */
  void visit(BindNode node);

  /**
   * Visits a {@code CASE}.
   *
   * @param node the node
   */
  void visit(CaseNode node);

  /**
   * Visits a {@code CAST}.
   *
   * @param node the node
   */
  void visit(CastNode node);

  /**
   * Visits a column.
   *
   * @param node the node
   */
  void visit(ColumnNode node);

  /**
   * Visits an {@code AND} or {@code OR}.
   *
   * @param node the node
   */
  void visit(ConjunctionNode node);

  /**
   * Visits true, false or null.
   *
   * @param node the node
   */
  void visit(ConstantNode node);

  /**
   * Visits an expression of {@code io.aludel.sql.tree.construct}.
   *
   * @param node the node
   */
  void visit(ConstructNode node);

  /**
   * Visits an application's own construct.
   *
   * @param node the node
   */
  void visit(ExtensionNode node);

  /**
   * Visits a function call.
   *
   * @param node the node
   */
  void visit(FunctionNode node);

  /**
   * Visits an {@code IN}.
   *
   * @param node the node
   */
  void visit(InNode node);

  /**
   * Visits a labelled expression.
   *
   * @param node the node
   */
  void visit(LabelNode node);

  /**
   * Visits a {@code LIKE} of any kind.
   *
   * @param node the node
   */
  void visit(LikeNode node);

  /**
   * Visits an expression with a direction.
   *
   * @param node the node
   */
  void visit(OrderNode node);

  /**
   * Visits a named parameter.
   *
   * @param node the node
   */
  void visit(ParameterNode node);

  /**
   * Visits several expressions that make one object.
   *
   * @param node the node
   */
  void visit(ProjectionNode node);

  /**
   * Visits SQL text.
   *
   * @param node the node
   */
  void visit(RawNode node);

  /**
   * Visits a reference.
   *
   * @param node the node
   */
  void visit(ReferenceNode node);

  /**
   * Visits a subquery in an expression.
   *
   * @param node the node
   */
  void visit(SubqueryNode node);

  /**
   * Visits an operator with one operand.
   *
   * @param node the node
   */
  void visit(UnaryNode node);
}
