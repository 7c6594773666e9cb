package io.aludel.sql;

import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.CaseNode;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice among conditions; NULL when none holds, unless {@link #otherwise} says more. Immutable; every
 * method gives a changed copy.
 *
 * @param node the choice
 * @param <T> the Java type of the results
 */
public record Case<T>(CaseNode node) implements ColumnExpression<T> {
  static <T> Case<T> of(Condition condition, @Nullable Object result) {
    Node when = Operands.present(condition, "case", "condition").node();
    return new Case<>(new CaseNode(null, List.of(when), List.of(result(result)), null));
  }

  /**
   * A copy with a further result.
   *
   * @param condition when it applies
   * @param result the result
   * @return the copy
   */
  public Case<T> when(Condition condition, @Nullable T result) {
    return with(Operands.present(condition, "case", "condition").node(), result);
  }

  /**
   * A copy with a further result.
   *
   * @param condition when it applies
   * @param result the result
   * @return the copy
   */
  public Case<T> when(Condition condition, Expression<? extends T> result) {
    return with(Operands.present(condition, "case", "condition").node(), result);
  }

  /**
   * The choice with the result when no condition holds.
   *
   * @param result the result
   * @return the choice
   */
  public Case<T> otherwise(T result) {
    return new Case<>(otherwise(node, result));
  }

  /**
   * The choice with the result when no condition holds.
   *
   * @param result the result
   * @return the choice
   */
  public Case<T> otherwise(Expression<? extends T> result) {
    return new Case<>(otherwise(node, result));
  }

  private Case<T> with(Node when, @Nullable Object result) {
    return new Case<>(with(node, when, result));
  }

  static CaseNode with(CaseNode node, Node when, @Nullable Object result) {
    return new CaseNode(
        node.operand(),
        Lists.added(node.whens(), when),
        Lists.added(node.thens(), result(result)),
        node.otherwise());
  }

  static CaseNode otherwise(CaseNode node, Object result) {
    return new CaseNode(node.operand(), node.whens(), node.thens(), result(result));
  }

  static Node result(@Nullable Object result) {
    if (result instanceof Selectable<?> expression) {
      return expression.node();
    }
    return result == null ? ConstantNode.NULL : Operands.literal(result);
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }
}
