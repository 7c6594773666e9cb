package io.aludel.sql.operator;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.ArrayType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is an array, with the operators of arrays. PostgreSQL has them all, H2 all
 * but {@code contains}, {@code containedBy} and {@code overlaps}; others have none. Immutable and safe to
 * share; it sends nothing.
 *
 * @param <E> the Java type of the elements
 */
public final class ArrayExpression<E> implements Expression<List<@Nullable E>> {
  private final Node node;
  private final SqlType<List<@Nullable E>> type;
  private final SqlType<E> element;
  private final int shift;

  private ArrayExpression(
      Node node, SqlType<List<@Nullable E>> type, SqlType<E> element, int shift) {
    this.node = node;
    this.type = type;
    this.element = element;
    this.shift = shift;
  }

  /**
   * An expression as an array.
   *
   * @param expression a column of arrays
   * @param <E> the Java type of the elements
   * @return the same with the operators of arrays
   * @throws ArgumentException if {@code expression} is null or no array
   */
  @SuppressWarnings("unchecked") // an array type of lists of the element
  public static <E> ArrayExpression<E> array(Expression<? extends List<? extends E>> expression) {
    Node node = Operands.present(expression, "array", "expression").node();
    SqlType<?> type = node.type(CompileScope.UNRESOLVED).generic();
    if (!(type instanceof ArrayType<?> array)) {
      throw new ArgumentException(
          CoreError.WRONG_OPERATOR,
          "Cannot apply array to " + node + " of type " + type
              + ": it needs an array. Cast the expression, or use another operator.");
    }
    return new ArrayExpression<>(
        node, (SqlType<List<@Nullable E>>) (SqlType<?>) array, (SqlType<E>) array.element(), 0);
  }

  /**
   * An array of expressions.
   *
   * @param type the type of the elements
   * @param first the first
   * @param more the others
   * @param <E> their Java type
   * @return the array
   */
  @SafeVarargs
  public static <E> ArrayExpression<E> arrayOf(
      SqlType<E> type, Expression<? extends E> first, Expression<? extends E>... more) {
    List<Node> nodes = List.of(Operands.present(first, "arrayOf", "expression").node());
    SqlType<List<@Nullable E>> array = SqlTypes.ARRAY(Operands.present(type, "arrayOf", "type"));
    return new ArrayExpression<>(
        new OperationNode(new Form.ArrayOf(), Lists.nodes(nodes, more, "arrayOf"), array),
        array,
        type,
        0);
  }

  /**
   * The values of all rows as one array.
   *
   * @param expression the expression
   * @param type its type
   * @param <E> its Java type
   * @return the array
   */
  public static <E> ArrayExpression<E> arrayAgg(Expression<E> expression, SqlType<E> type) {
    Node node = Operands.present(expression, "arrayAgg", "expression").node();
    SqlType<List<@Nullable E>> array = SqlTypes.ARRAY(Operands.present(type, "arrayAgg", "type"));
    return new ArrayExpression<>(
        new FunctionNode("array_agg", List.of(node), array), array, type, 0);
  }

  /**
   * The same array with elements counted from 0, in {@link #at} and {@link #slice}. Databases count from
   * 1, as this does unless asked otherwise.
   *
   * @return the array
   */
  public ArrayExpression<E> zeroIndexed() {
    return new ArrayExpression<>(node, type, element, 1);
  }

  @Override
  public Node node() {
    return node;
  }

  /**
   * An element.
   *
   * @param index its place, counted from 1
   * @return the element, NULL if there is none
   */
  public ColumnExpression<E> at(int index) {
    return new Words.Any<>(
        new OperationNode(new Form.Subscript(), List.of(node, place(index)), element));
  }

  /**
   * Some elements.
   *
   * @param from the place of the first, counted from 1
   * @param to the place of the last
   * @return the elements that are there
   */
  public ArrayExpression<E> slice(int from, int to) {
    Node slice = new OperationNode(new Form.Slice(), List.of(node, place(from), place(to)), type);
    return new ArrayExpression<>(slice, type, element, shift);
  }

  private Node place(int index) {
    return BindNode.of(index + shift, SqlTypes.INTEGER);
  }

  /**
   * A test whether an element equals a value.
   *
   * @param value the value
   * @return the condition
   */
  public Condition any(E value) {
    return quantified(value, false);
  }

  /**
   * A test whether all elements equal a value.
   *
   * @param value the value
   * @return the condition
   */
  public Condition all(E value) {
    return quantified(value, true);
  }

  private Condition quantified(E value, boolean all) {
    Node single = Operands.value(
        element, Operands.present(value, all ? "all" : "any", "value"), node, all ? "all" : "any");
    return Conditions.of(
        new OperationNode(new Form.Quantified("=", all), List.of(single, node), SqlTypes.BOOLEAN));
  }

  /**
   * A test whether all of some values are elements.
   *
   * @param values the values
   * @return the condition
   */
  public Condition contains(List<? extends E> values) {
    return test("@>", values);
  }

  /**
   * A test whether all elements are among some values.
   *
   * @param values the values
   * @return the condition
   */
  public Condition containedBy(List<? extends E> values) {
    return test("<@", values);
  }

  /**
   * A test whether any of some values is an element.
   *
   * @param values the values
   * @return the condition
   */
  public Condition overlaps(List<? extends E> values) {
    return test("&&", values);
  }

  private Condition test(String symbol, List<? extends E> values) {
    return Conditions.of(OperationNode.infix(node, symbol, bound(values), SqlTypes.BOOLEAN));
  }

  private Node bound(List<? extends E> values) {
    return Operands.value(type, Operands.present(values, "an array", "list"), node, "array");
  }

  /**
   * The elements with others after them.
   *
   * @param values the others
   * @return the array
   */
  public ArrayExpression<E> concat(List<? extends E> values) {
    return new ArrayExpression<>(
        OperationNode.infix(node, "||", bound(values), type), type, element, shift);
  }

  /**
   * The number of elements.
   *
   * @return the number
   */
  public NumericExpression<Integer> length() {
    return new Words.Numeric<>(new FunctionNode("cardinality", List.of(node), SqlTypes.INTEGER));
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }
}
