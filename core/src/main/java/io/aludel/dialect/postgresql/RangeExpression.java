package io.aludel.dialect.postgresql;

import io.aludel.ArgumentException;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.types.Range;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is a range or several, with their operators. Immutable and safe to share; it
 * sends nothing.
 *
 * @param <T> the Java type of the bounds
 * @param <R> the Java type of the value, {@code Range<T>} or a list of these
 */
public final class RangeExpression<T, R> implements Expression<R> {
  private final Node node;
  private final SqlType<?> type;

  private RangeExpression(Node node, SqlType<?> type) {
    this.node = node;
    this.type = type;
  }

  /**
   * A range with its operators.
   *
   * @param expression a column of ranges
   * @param <T> the Java type of the bounds
   * @return the same with the operators of ranges
   * @throws ArgumentException if {@code expression} is null
   */
  public static <T> RangeExpression<T, Range<T>> range(Expression<Range<T>> expression) {
    return of(expression);
  }

  /**
   * Several ranges with their operators.
   *
   * @param expression a column of multiranges
   * @param <T> the Java type of the bounds
   * @return the same with the operators of ranges
   * @throws ArgumentException if {@code expression} is null
   */
  public static <T> RangeExpression<T, List<Range<T>>> multirange(
      Expression<List<Range<T>>> expression) {
    return of(expression);
  }

  private static <T, R> RangeExpression<T, R> of(Expression<R> expression) {
    Node node =
        ArgumentException.requireNonNull(expression, "an expression of ranges").node();
    return new RangeExpression<>(node, node.type(CompileScope.UNRESOLVED));
  }

  @Override
  public Node node() {
    return node;
  }

  private Condition test(String symbol, Node other) {
    return new Test(OperationNode.infix(node, symbol, other, SqlTypes.BOOLEAN));
  }

  /** A condition made of one node. */
  private record Test(Node node) implements Condition {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  private Node bound(@Nullable Object value) {
    Object given = ArgumentException.requireNonNull(value, "the operand of a range");
    return BindNode.of(given, type);
  }

  /**
   * A test whether a value belongs to the range.
   *
   * @param value the value
   * @return the condition
   */
  public Condition containsValue(T value) {
    Object given = ArgumentException.requireNonNull(value, "the value a range is to contain");
    return test("@>", BindNode.of(given, SqlTypes.forJava(given.getClass())));
  }

  /**
   * A test whether all of another range belongs to this.
   *
   * @param other the other
   * @return the condition
   */
  public Condition contains(R other) {
    return test("@>", bound(other));
  }

  /**
   * A test whether all of this belongs to another range.
   *
   * @param other the other
   * @return the condition
   */
  public Condition containedBy(R other) {
    return test("<@", bound(other));
  }

  /**
   * A test whether this and another range have values in common.
   *
   * @param other the other
   * @return the condition
   */
  public Condition overlaps(R other) {
    return test("&&", bound(other));
  }

  /**
   * A test whether all of this comes before another range.
   *
   * @param other the other
   * @return the condition
   */
  public Condition isLeftOf(R other) {
    return test("<<", bound(other));
  }

  /**
   * A test whether all of this comes after another range.
   *
   * @param other the other
   * @return the condition
   */
  public Condition isRightOf(R other) {
    return test(">>", bound(other));
  }

  /**
   * A test whether this ends no later than another range.
   *
   * @param other the other
   * @return the condition
   */
  public Condition doesNotExtendRightOf(R other) {
    return test("&<", bound(other));
  }

  /**
   * A test whether this begins no earlier than another range.
   *
   * @param other the other
   * @return the condition
   */
  public Condition doesNotExtendLeftOf(R other) {
    return test("&>", bound(other));
  }

  /**
   * A test whether one ends where the other begins.
   *
   * @param other the other
   * @return the condition
   */
  public Condition isAdjacentTo(R other) {
    return test("-|-", bound(other));
  }

  /**
   * All values of this and another range, which must touch unless they are multiranges.
   *
   * @param other the other
   * @return the union
   */
  public RangeExpression<T, R> union(R other) {
    return combined("+", other);
  }

  /**
   * The values that belong to both.
   *
   * @param other the other
   * @return the intersection
   */
  public RangeExpression<T, R> intersection(R other) {
    return combined("*", other);
  }

  /**
   * The values of this that do not belong to another range.
   *
   * @param other the other
   * @return the difference
   */
  public RangeExpression<T, R> difference(R other) {
    return combined("-", other);
  }

  private RangeExpression<T, R> combined(String symbol, R other) {
    return new RangeExpression<>(OperationNode.infix(node, symbol, bound(other), type), type);
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }
}
