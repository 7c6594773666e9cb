package io.aludel.sql.tree.construct;

/** Distinguishes the expressions of this package. */
public interface ConstructVisitor {
  /**
   * Visits an aggregate with its own order or filter.
   *
   * @param node the node
   */
  void visit(AggregateNode node);

  /**
   * Visits an operator on bits.
   *
   * @param node the node
   */
  void visit(BitwiseNode node);

  /**
   * Visits text with a collation.
   *
   * @param node the node
   */
  void visit(CollateNode node);

  /**
   * Visits a value that an upsert could not insert.
   *
   * @param node the node
   */
  void visit(ExcludedNode node);

  /**
   * Visits a part of a date or time.
   *
   * @param node the node
   */
  void visit(ExtractNode node);

  /**
   * Visits a full-text search.
   *
   * @param node the node
   */
  void visit(MatchNode node);

  /**
   * Visits an operator given as text.
   *
   * @param node the node
   */
  void visit(OperatorNode node);

  /**
   * Visits a window function.
   *
   * @param node the node
   */
  void visit(OverNode node);

  /**
   * Visits any or all values of a query.
   *
   * @param node the node
   */
  void visit(QuantifiedNode node);

  /**
   * Visits a regular expression.
   *
   * @param node the node
   */
  void visit(RegexpNode node);

  /**
   * Visits a whole row.
   *
   * @param node the node
   */
  void visit(RowNode node);

  /**
   * Visits several values as one.
   *
   * @param node the node
   */
  void visit(TupleNode node);

  /**
   * Visits a value that is written into the SQL.
   *
   * @param node the node
   */
  void visit(InlineNode node);

  /**
   * Visits a field of a value.
   *
   * @param node the node
   */
  void visit(FieldNode node);

  /**
   * Visits a test of something by its name.
   *
   * @param node the node
   */
  void visit(NamedTestNode node);
}
