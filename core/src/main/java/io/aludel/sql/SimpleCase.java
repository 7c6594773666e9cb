package io.aludel.sql;

import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.CaseNode;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A choice among the values of an expression; NULL when it has none of them, unless {@link #otherwise}
 * says more. Immutable; every method gives a changed copy.
 *
 * @param node the choice
 * @param <S> the Java type of the expression
 * @param <T> the Java type of the results
 */
public record SimpleCase<S, T>(CaseNode node) implements ColumnExpression<T> {
  /**
   * A copy with a further result.
   *
   * @param value when it applies
   * @param result the result
   * @return the copy
   */
  public SimpleCase<S, T> when(S value, @Nullable T result) {
    CaseNode copy = Case.with(node, Operands.operand(operand(), value, "case"), result);
    return new SimpleCase<>(copy);
  }

  /**
   * The choice with the result when no value applies.
   *
   * @param result the result
   * @return the choice
   */
  public SimpleCase<S, T> otherwise(T result) {
    return new SimpleCase<>(Case.otherwise(node, result));
  }

  private Node operand() {
    return Objects.requireNonNull(node.operand());
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }

  /**
   * A choice without results yet.
   *
   * @param operand the expression chosen by
   * @param <S> its Java type
   */
  public record Start<S>(Expression<S> operand) {
    /**
     * The choice with its first result.
     *
     * @param value when it applies
     * @param result the result
     * @param <T> the Java type of the results
     * @return the choice
     */
    public <T> SimpleCase<S, T> when(S value, @Nullable T result) {
      return new SimpleCase<>(new CaseNode(
          operand.node(),
          List.of(Operands.operand(operand.node(), value, "case")),
          List.of(Case.result(result)),
          null));
    }
  }
}
