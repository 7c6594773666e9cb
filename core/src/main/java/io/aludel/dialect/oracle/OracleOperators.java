package io.aludel.dialect.oracle;

import io.aludel.ArgumentException;
import io.aludel.sql.Expression;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Set;

/**
 * Operators that only Oracle has, from version 23 on, to be imported statically. Any other database
 * refuses them when a statement is compiled. None of them sends SQL.
 */
public final class OracleOperators {
  static final Set<String> DISTANCES = Set.of("<->", "<=>", "<#>");

  private OracleOperators() {}

  /**
   * How far vectors lie from each other by the straight line between them.
   *
   * @param left a vector
   * @param right another
   * @return {@code left <-> right}
   */
  public static NumericExpression<Double> euclideanDistance(
      Expression<List<Double>> left, List<Double> right) {
    return distance(left, "<->", right);
  }

  /**
   * How far vectors lie from each other by the angle between them.
   *
   * @param left a vector
   * @param right another
   * @return {@code left <=> right}
   */
  public static NumericExpression<Double> cosineDistance(
      Expression<List<Double>> left, List<Double> right) {
    return distance(left, "<=>", right);
  }

  /**
   * The product of vectors, negated so that the nearest come first.
   *
   * @param left a vector
   * @param right another
   * @return {@code left <#> right}
   */
  public static NumericExpression<Double> innerProduct(
      Expression<List<Double>> left, List<Double> right) {
    return distance(left, "<#>", right);
  }

  private static NumericExpression<Double> distance(
      Expression<List<Double>> left, String symbol, List<Double> right) {
    Node node =
        ArgumentException.requireNonNull(left, "the left operand of " + symbol).node();
    List<Double> given = ArgumentException.requireNonNull(right, "the right operand of " + symbol);
    SqlType<List<Double>> type = OracleTypes.VECTOR;
    return new Distance(
        OperationNode.infix(node, symbol, BindNode.of(given, type), SqlTypes.DOUBLE));
  }

  /** A distance with all words of numbers. */
  private record Distance(Node node) implements NumericExpression<Double> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }
}
