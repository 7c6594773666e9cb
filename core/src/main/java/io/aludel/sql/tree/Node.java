package io.aludel.sql.tree;

import io.aludel.types.SqlType;

/**
 * An expression of a statement: something that has a value for each row. Nodes know their structure and
 * nothing of its spelling. Applications add nodes of their own as {@link ExtensionNode} or
 * {@link ReferenceNode}.
 */
public sealed interface Node extends Element
    permits BetweenNode,
        BinaryNode,
        BindNode,
        CaseNode,
        CastNode,
        ColumnNode,
        ConjunctionNode,
        ConstantNode,
        ConstructNode,
        ExtensionNode,
        FunctionNode,
        InNode,
        LabelNode,
        LikeNode,
        OrderNode,
        ParameterNode,
        ProjectionNode,
        RawNode,
        ReferenceNode,
        SubqueryNode,
        UnaryNode {
  /**
   * The type of the values.
   *
   * @param scope resolves references; {@link CompileScope#UNRESOLVED} while a statement is being written
   * @return the type; {@link io.aludel.types.SqlTypes#DEFERRED} if only a compilation can tell
   */
  SqlType<?> type(CompileScope scope);

  /**
   * Calls the visitor's method for this kind of node.
   *
   * @param visitor the visitor
   */
  void accept(NodeVisitor visitor);

  @Override
  default Node rebuilt(Rewriter parts) {
    return this;
  }
}
