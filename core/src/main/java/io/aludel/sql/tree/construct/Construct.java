package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.ConstructNode;

/** The expressions of this package. */
public sealed interface Construct extends ConstructNode
    permits AggregateNode,
        BitwiseNode,
        CollateNode,
        ExcludedNode,
        ExtractNode,
        FieldNode,
        InlineNode,
        MatchNode,
        NamedTestNode,
        OperatorNode,
        OverNode,
        QuantifiedNode,
        RegexpNode,
        RowNode,
        TupleNode {
  /**
   * Calls the visitor's method for this kind of expression.
   *
   * @param visitor the visitor
   */
  void accept(ConstructVisitor visitor);
}
