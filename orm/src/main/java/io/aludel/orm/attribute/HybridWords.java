package io.aludel.orm.attribute;

import io.aludel.ArgumentException;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.OrderedExpression;
import io.aludel.sql.Selectable;
import io.aludel.sql.Sql;
import io.aludel.sql.TextExpression;
import io.aludel.sql.operator.Computation;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BinaryNode.Operator;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CaseNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.ExtractNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Called by generated code: what the bodies of hybrids are turned into. Each word gives the SQL that is
 * worth what Java's operation of that name is worth; docs/design/hybrids.md says how far. NULL stands for
 * null, and for whatever makes Java throw.
 */
public final class HybridWords {
  /** What {@code String.trim} takes away, but the character 0, which no database keeps. */
  public static final String CONTROLS = characters(1, ' ');

  /** What {@code String.strip} takes away. */
  public static final String SPACES = characters(9, 13)
      + characters(28, ' ')
      + "\u1680"
      + characters(0x2000, 0x2006)
      + characters(0x2008, 0x200a)
      + "\u2028\u2029\u205f\u3000";

  private HybridWords() {}

  private static String characters(int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int each = first; each <= last; each++) {
      text.append((char) each);
    }
    return text.toString();
  }

  /** A node with all words. */
  private record Any<T>(Node node) implements ColumnExpression<T> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  private record Text(Node node) implements TextExpression {}

  private record Numeric<N>(Node node) implements NumericExpression<N> {}

  private record Ordered<T>(Node node) implements OrderedExpression<T> {}

  private static Expression<?> any(Node node) {
    return new Any<>(node);
  }

  private static Condition test(Node node) {
    return new RelationshipAttribute.Test(node);
  }

  private static List<Node> nodes(Expression<?>... expressions) {
    List<Node> nodes = new ArrayList<>();
    for (Expression<?> expression : expressions) {
      nodes.add(expression.node());
    }
    return nodes;
  }

  /**
   * A constant of the body. It stands in the SQL as a literal, so that a database sees that the hybrid
   * selected is the one grouped by; but a double, whose literals databases take for decimals.
   *
   * @param value the value
   * @param <T> its Java type
   * @return its SQL
   */
  @SuppressWarnings("unchecked") // the class of a value
  public static <T> Expression<?> constant(T value) {
    ArgumentException.requireNonNull(value, "a constant of a hybrid");
    if (value instanceof Boolean truth) {
      return test(truth ? ConstantNode.TRUE : ConstantNode.FALSE);
    }
    return value instanceof Double
        ? Sql.literal(value)
        : Sql.inlined(value, SqlTypes.forJava((Class<T>) value.getClass()));
  }

  /**
   * A constant that an attribute is compared with or replaced by, of the type that its column has.
   *
   * @param value the value
   * @return its SQL
   */
  public static Expression<?> valueOf(Object value) {
    return any(BindNode.of(value, null));
  }

  /**
   * The null of the body.
   *
   * @return its SQL
   */
  public static Expression<?> nothing() {
    return any(ConstantNode.NULL);
  }

  /**
   * The value that was given for a parameter.
   *
   * @param value the value, or null
   * @param type its class
   * @param <T> its Java type
   * @return its SQL
   */
  public static <T> Expression<T> given(@Nullable T value, Class<T> type) {
    if (value instanceof Boolean truth) {
      return new Any<>(truth ? ConstantNode.TRUE : ConstantNode.FALSE);
    }
    return Sql.literal(value, SqlTypes.forJava(type));
  }

  /**
   * The value that a hybrid is set to, where its method takes one.
   *
   * @param value what was given to the statement
   * @param type the class of values
   * @param hybrid the hybrid as messages write it
   * @param <T> the Java type
   * @return the value
   * @throws MappingException if an expression was given
   */
  public static <T> @Nullable T assigned(@Nullable Object value, Class<T> type, String hybrid) {
    if (value instanceof Selectable<?>) {
      String text = MappingMessage.HYBRID_TAKES_VALUES.text(hybrid);
      throw new MappingException(MappingMessage.HYBRID_TAKES_VALUES, hybrid, text);
    }
    return type.cast(value);
  }

  /**
   * The expression that a hybrid is set to, where its method takes one.
   *
   * @param value what was given to the statement, a value or an expression
   * @param type the class of values
   * @param <T> the Java type
   * @return the expression
   */
  @SuppressWarnings("unchecked") // the statement's words took an expression of the hybrid's type
  public static <T> Expression<T> assigned(@Nullable Object value, Class<T> type) {
    return value instanceof Expression<?> expression
        ? (Expression<T>) expression
        : given(type.cast(value), type);
  }

  /**
   * Arithmetic: sums, differences, products, remainders, and quotients of numbers with a fraction.
   *
   * @param operator what is done
   * @param left the left operand
   * @param right the right operand
   * @return its SQL
   */
  public static Expression<?> arithmetic(
      Operator operator, Expression<?> left, Expression<?> right) {
    return any(new BinaryNode(operator, left.node(), right.node()));
  }

  /**
   * A divisor, which is NULL instead of 0: Java throws, but not where it does not get to dividing.
   *
   * @param divisor the divisor
   * @return its SQL
   */
  public static Expression<?> divisor(Expression<?> divisor) {
    return any(new FunctionNode("nullif", nodes(divisor, constant(0)), null));
  }

  /**
   * A number with the other sign.
   *
   * @param number the number
   * @return its SQL
   */
  public static Expression<?> negated(Expression<?> number) {
    return any(new UnaryNode(UnaryNode.Operator.NEGATE, number.node()));
  }

  /**
   * A number as one of a wider type, or as text.
   *
   * @param type the class of the result
   * @param number the number
   * @return its SQL
   */
  public static Expression<?> converted(Class<?> type, Expression<?> number) {
    return any(new CastNode(number.node(), SqlTypes.forJava(type), false));
  }

  /**
   * Texts joined to one, of which none is null.
   *
   * @param texts the texts
   * @return its SQL
   */
  public static Expression<?> joined(Expression<?>... texts) {
    Node all = texts[0].node();
    for (int i = 1; i < texts.length; i++) {
      all = new BinaryNode(Operator.CONCAT, all, texts[i].node());
    }
    return any(all);
  }

  /**
   * The first value that is not null.
   *
   * @param first the first
   * @param second the second
   * @return its SQL
   */
  public static Expression<?> either(Expression<?> first, Expression<?> second) {
    return any(new FunctionNode("coalesce", nodes(first, second), null));
  }

  /**
   * A function that every database has under one name.
   *
   * @param name its name
   * @param type the class of its result
   * @param arguments its arguments
   * @return its SQL
   */
  public static Expression<?> function(String name, Class<?> type, Expression<?>... arguments) {
    return any(new FunctionNode(name, nodes(arguments), SqlTypes.forJava(type)));
  }

  /**
   * A number without its sign.
   *
   * @param number the number
   * @return its SQL
   */
  public static Expression<?> absolute(Expression<?> number) {
    return any(new FunctionNode("abs", nodes(number), null));
  }

  /**
   * Something that each database spells in its own way.
   *
   * @param what what is computed
   * @param type the class of the result
   * @param operands what it is computed from
   * @return its SQL
   */
  public static Expression<?> computed(Computation what, Class<?> type, Expression<?>... operands) {
    SqlType<?> result = SqlTypes.forJava(type);
    return any(new OperationNode(new Form.Computed(what), nodes(operands), result));
  }

  /**
   * A part of a date or time.
   *
   * @param field which part
   * @param moment the date or time
   * @return its SQL
   */
  public static Expression<?> part(ExtractNode.Field field, Expression<?> moment) {
    return any(new ExtractNode(field, moment.node()));
  }

  /**
   * A comparison, unknown if an operand is null.
   *
   * @param operator what is tested
   * @param left the left operand
   * @param right the right operand
   * @return its SQL
   */
  public static Condition compared(Operator operator, Expression<?> left, Expression<?> right) {
    return test(new BinaryNode(operator, left.node(), right.node()));
  }

  /**
   * A truth value as a condition.
   *
   * @param truth the value
   * @return its SQL
   */
  public static Condition holds(Expression<?> truth) {
    return test(truth.node());
  }

  /**
   * The result of a hybrid that is text.
   *
   * @param text the text
   * @return its SQL
   */
  public static TextExpression asText(Expression<?> text) {
    return new Text(new CastNode(text.node(), SqlTypes.STRING, true));
  }

  /**
   * The result of a hybrid that is a number.
   *
   * @param number the number
   * @param type its class
   * @param <N> its Java type
   * @return its SQL
   */
  public static <N> NumericExpression<N> asNumber(Expression<?> number, Class<N> type) {
    return new Numeric<>(new CastNode(number.node(), SqlTypes.forJava(type), true));
  }

  /**
   * The result of a hybrid that has an order.
   *
   * @param value the value
   * @param type its class
   * @param <T> its Java type
   * @return its SQL
   */
  public static <T> OrderedExpression<T> asOrdered(Expression<?> value, Class<T> type) {
    return new Ordered<>(new CastNode(value.node(), SqlTypes.forJava(type), true));
  }

  /**
   * The result of a hybrid that can only be equal or not.
   *
   * @param value the value
   * @param type its class
   * @param <T> its Java type
   * @return its SQL
   */
  public static <T> Expression<T> asValue(Expression<?> value, Class<T> type) {
    return new Any<>(value.node());
  }

  /**
   * Whether something is null.
   *
   * @param expression what is tested
   * @return its SQL
   */
  public static Condition isNull(Expression<?> expression) {
    return test(new UnaryNode(UnaryNode.Operator.IS_NULL, expression.node()));
  }

  /**
   * Whether something is not null.
   *
   * @param expression what is tested
   * @return its SQL
   */
  public static Condition isNotNull(Expression<?> expression) {
    return test(new UnaryNode(UnaryNode.Operator.IS_NOT_NULL, expression.node()));
  }

  /**
   * Whether all conditions hold.
   *
   * @param conditions the conditions
   * @return its SQL
   */
  public static Condition all(Expression<?>... conditions) {
    return conjunction(ConjunctionNode.Kind.AND, conditions);
  }

  /**
   * Whether one of some conditions holds.
   *
   * @param conditions the conditions
   * @return its SQL
   */
  public static Condition some(Expression<?>... conditions) {
    return conjunction(ConjunctionNode.Kind.OR, conditions);
  }

  private static Condition conjunction(ConjunctionNode.Kind kind, Expression<?>... conditions) {
    List<Node> members = new ArrayList<>();
    for (Node node : nodes(conditions)) {
      if (node instanceof ConjunctionNode inner && inner.kind() == kind) {
        members.addAll(inner.members());
      } else {
        members.add(node);
      }
    }
    return test(new ConjunctionNode(kind, List.copyOf(members)));
  }

  /**
   * Whether a condition does not hold.
   *
   * @param condition the condition
   * @return its SQL
   */
  public static Condition not(Expression<?> condition) {
    return new Any<Boolean>(condition.node()).not();
  }

  /**
   * A choice: conditions, each followed by what it chooses, and what is chosen if none holds.
   *
   * @param parts conditions and results in turn, and the last result
   * @return its SQL
   */
  public static Expression<?> choice(Expression<?>... parts) {
    List<Node> whens = new ArrayList<>();
    List<Node> thens = new ArrayList<>();
    for (int i = 0; i + 1 < parts.length; i += 2) {
      whens.add(parts[i].node());
      thens.add(parts[i + 1].node());
    }
    Node otherwise = parts[parts.length - 1].node();
    if (otherwise instanceof CaseNode inner && inner.operand() == null) {
      whens.addAll(inner.whens());
      thens.addAll(inner.thens());
      return any(new CaseNode(null, whens, thens, inner.otherwise()));
    }
    Node last = otherwise == ConstantNode.NULL ? null : otherwise;
    return any(new CaseNode(null, whens, thens, last));
  }
}
