package io.aludel.orm.attribute;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.mapping.internal.CompositeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.property.RecordShape;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BinaryNode.Operator;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.UnaryNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that is kept in several columns (parity row ORM-MAP-23). Selected it gives the record; compared
 * it compares column by column; set in an UPDATE it sets every column. As a key of {@code ORDER BY} it orders by
 * each column in turn. What no record can do in SQL, such as {@code cast}, is refused when a statement is
 * compiled.
 *
 * @param <E> the entity class
 * @param <T> the record class
 */
public final class CompositeAttribute<E, T> extends ValueAttribute<E, T> {
  private final CompositeNode node;
  private final RecordShape shape;

  CompositeAttribute(EntityReference<E> owner, String name, Class<T> javaType) {
    super(owner, name, javaType);
    this.shape = shapeOf(javaType);
    this.node = new CompositeNode((EntitySource) owner.fromNode(), name, shape);
  }

  private static RecordShape shapeOf(Class<?> type) {
    try {
      return RecordShape.of(type);
    } catch (IllegalAccessException closed) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot read the components of " + type.getName() + ": " + closed.getMessage()
              + ". Open its package to io.aludel.orm.");
    }
  }

  @Override
  public Node node() {
    return node;
  }

  /**
   * One of its columns, for conditions and orders of its own.
   *
   * @param path the name of a component, of a nested record with points between: {@code start.x}
   * @param type the Java type of the component, boxed
   * @param <P> the Java type of the component
   * @return the column
   * @throws ArgumentException if the record has no such component
   */
  public <P> OrderedAttribute<E, P> part(String path, Class<P> type) {
    List<String> paths = shape.leaves().stream().map(RecordShape.Leaf::path).toList();
    if (!paths.contains(ArgumentException.requireText(path, "a part of " + this))) {
      throw new ArgumentException(
          CoreError.NO_SUCH_NAME,
          "Cannot find the part '" + path + "' of " + this + ": it has " + paths
              + ". Name one of these.");
    }
    return new OrderedAttribute<>(owner(), name() + "." + path, type);
  }

  private Condition each(Operator operator, List<Node> others) {
    List<Node> parts = node.parts();
    List<Node> tests = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      Node other = others.get(i);
      tests.add(
          other == ConstantNode.NULL
              ? new UnaryNode(UnaryNode.Operator.IS_NULL, parts.get(i))
              : new BinaryNode(operator, parts.get(i), other));
    }
    return test(ConjunctionNode.Kind.AND, tests);
  }

  private static Condition test(ConjunctionNode.Kind kind, List<Node> tests) {
    return new RelationshipAttribute.Test(
        tests.size() == 1 ? tests.get(0) : new ConjunctionNode(kind, List.copyOf(tests)));
  }

  private List<Node> values(@Nullable Object value) {
    if (value != null && !javaType().isInstance(value)) {
      throw new ArgumentException(
          CoreError.WRONG_VALUE,
          "Cannot compare " + this + " with a value of " + value.getClass().getName()
              + ": it holds " + javaType().getSimpleName() + ". Give a value of that record.");
    }
    List<Node> nodes = new ArrayList<>();
    for (Object part : shape.decompose(value)) {
      nodes.add(part == null ? ConstantNode.NULL : BindNode.of(part, null));
    }
    return nodes;
  }

  private List<Node> columns(Expression<?> other) {
    if (other instanceof CompositeAttribute<?, ?> composite
        && composite.javaType() == (Class<?>) javaType()) {
      return composite.node.parts();
    }
    throw new ArgumentException(
        CoreError.WRONG_ROLE,
        "Cannot compare " + this + " with " + other + ": it is no composite of "
            + javaType().getSimpleName() + ". Compare with a record or such a composite.");
  }

  private static Condition not(Condition condition) {
    return new RelationshipAttribute.Test(new UnaryNode(UnaryNode.Operator.NOT, condition.node()));
  }

  @Override
  public Condition eq(@Nullable T value) {
    return each(Operator.EQ, values(value));
  }

  @Override
  public Condition eq(@Nullable Expression<? extends T> other) {
    return other == null ? isNull() : each(Operator.EQ, columns(other));
  }

  @Override
  public Condition ne(@Nullable T value) {
    return not(eq(value));
  }

  @Override
  public Condition ne(@Nullable Expression<? extends T> other) {
    return not(eq(other));
  }

  /**
   * A test whether every column precedes that of a value.
   *
   * @param value the value
   * @return the condition
   */
  public Condition lt(T value) {
    return each(Operator.LT, values(required(value)));
  }

  /**
   * A test whether every column precedes or equals that of a value.
   *
   * @param value the value
   * @return the condition
   */
  public Condition le(T value) {
    return each(Operator.LE, values(required(value)));
  }

  /**
   * A test whether every column follows that of a value.
   *
   * @param value the value
   * @return the condition
   */
  public Condition gt(T value) {
    return each(Operator.GT, values(required(value)));
  }

  /**
   * A test whether every column follows or equals that of a value.
   *
   * @param value the value
   * @return the condition
   */
  public Condition ge(T value) {
    return each(Operator.GE, values(required(value)));
  }

  private Object required(@Nullable T value) {
    return ArgumentException.requireNonNull(value, "the value compared with " + this);
  }

  @Override
  public Condition isNull() {
    return each(Operator.EQ, values(null));
  }

  @Override
  public Condition isNotNull() {
    return not(isNull());
  }

  @Override
  @SafeVarargs
  public final Condition in(T... values) {
    return in(Arrays.asList(values));
  }

  @Override
  public Condition in(Collection<? extends T> values) {
    List<Node> any = new ArrayList<>();
    for (T value : ArgumentException.requireNonNull(values, "the values of " + this)) {
      any.add(eq(value).node());
    }
    return any.isEmpty()
        ? new RelationshipAttribute.Test(ConstantNode.FALSE)
        : test(ConjunctionNode.Kind.OR, any);
  }

  @Override
  @SafeVarargs
  public final Condition notIn(T... values) {
    return notIn(Arrays.asList(values));
  }

  @Override
  public Condition notIn(Collection<? extends T> values) {
    Condition among = in(values);
    return among.node() == ConstantNode.FALSE
        ? new RelationshipAttribute.Test(ConstantNode.TRUE)
        : not(among);
  }
}
