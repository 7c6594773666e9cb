package io.aludel.sql.operator;

/** What an {@link OperationNode} does with its operands; equal forms are spelled alike. */
public sealed interface Form {
  /**
   * An operator between two operands.
   *
   * @param symbol the operator, such as <code>@&gt;</code>
   */
  record Infix(String symbol) implements Form {}

  /** The element of an array, the first operand, at an index, the second. */
  record Subscript() implements Form {}

  /** The elements of an array, the first operand, from an index to an index. */
  record Slice() implements Form {}

  /**
   * A comparison of a value, the first operand, with elements of an array, the second.
   *
   * @param symbol the comparison
   * @param all whether it must hold for all elements, rather than any
   */
  record Quantified(String symbol, boolean all) implements Form {}

  /** An array of the operands. */
  record ArrayOf() implements Form {}

  /**
   * The part of a JSON value, the first operand, at a path, the second.
   *
   * @param path the path, which databases without paths as values spell themselves
   * @param scalar whether the part is given as a value of its SQL type, rather than as JSON
   */
  record JsonPart(JsonPath path, boolean scalar) implements Form {}

  /**
   * Something that Java computes too.
   *
   * @param what what is computed
   */
  record Computed(Computation what) implements Form {}
}
