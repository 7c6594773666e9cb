package io.aludel.sql.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.Query;
import io.aludel.sql.Selectable;
import io.aludel.sql.TextExpression;
import io.aludel.sql.tree.BetweenNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BinaryNode.Operator;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.BitwiseNode;
import io.aludel.sql.tree.construct.OperatorNode;
import io.aludel.sql.tree.construct.TupleNode;
import io.aludel.types.EnumType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.JsonType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.StringType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one door through which arguments of operators become nodes, or are refused. */
public final class Operands {
  private static final Pattern OPERATOR =
      Pattern.compile("[A-Za-z_]+( [A-Za-z_]+)*|[-+*/<>=~!@#%^&|]+");

  private Operands() {}

  public static <T> T present(@Nullable T argument, String operation, String role) {
    if (argument == null) {
      throw new ArgumentException(
          CoreError.NULL_OPERAND,
          "Cannot make " + operation + ": its " + role + " is null. Give a " + role + ".");
    }
    return argument;
  }

  public static String name(@Nullable String name, String operation) {
    String given = present(name, operation, "name");
    if (given.isEmpty()) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "Cannot make " + operation + ": its name is empty. Give a name.");
    }
    return given;
  }

  /** The node of a value or an expression that meets {@code peer}. */
  public static Node operand(Node peer, @Nullable Object argument, Object operation) {
    if (argument instanceof Selectable<?> expression) {
      return expression.node();
    }
    if (argument == null) {
      throw new ArgumentException(
          CoreError.NULL_OPERAND,
          "Cannot apply "
              + operation
              + " to "
              + peer
              + ": the value is null, which equals and precedes nothing. Use isNull(), isNotNull()"
              + " or isDistinctFrom(), or leave the condition out.");
    }
    if (peer instanceof TupleNode tuple) {
      return Tuples.of(tuple, argument, operation);
    }
    return value(peer.type(CompileScope.UNRESOLVED), argument, peer, operation);
  }

  public static BindNode value(SqlType<?> type, Object value, Object owner, Object operation) {
    if (type == SqlTypes.DEFERRED) {
      return BindNode.of(value, null);
    }
    if (type == SqlTypes.UNKNOWN) {
      return literal(value);
    }
    SqlType<?> compared = type.fit(value) == null ? type.comparedWith(value) : type;
    return BindNode.of(fitted(compared, value, owner, operation), compared);
  }

  public static BindNode literal(Object value) {
    SqlType<?> type = SqlTypes.forJava(value.getClass());
    return BindNode.of(value, type);
  }

  private static Object fitted(SqlType<?> type, Object value, Object owner, Object operation) {
    Object fitted = type.fit(value);
    if (fitted == null) {
      throw new ArgumentException(
          CoreError.WRONG_VALUE,
          "Cannot apply "
              + operation
              + " to "
              + owner
              + " of type "
              + type
              + ": it holds values of "
              + type.javaType().getSimpleName()
              + ", and "
              + describe(value)
              + " is none. Give a value of that class.");
    }
    return fitted;
  }

  /**
   * An operator on bits.
   *
   * @param left the left operand
   * @param operator the operator
   * @param right a value or an expression
   * @param <N> the Java type
   * @return the number
   */
  public static <N> NumericExpression<N> bits(
      Node left, BitwiseNode.Operator operator, @Nullable Object right) {
    numeric(left, operator);
    return new Words.Numeric<>(new BitwiseNode(operator, left, operand(left, right, operator)));
  }

  /**
   * An expression of a node.
   *
   * @param node the node
   * @return the expression
   */
  public static Selectable<Object> same(Node node) {
    return new Words.Any<>(node);
  }

  /**
   * A number of places.
   *
   * @param places the number
   * @return the expression
   */
  public static Selectable<Integer> places(int places) {
    return new Words.Any<>(BindNode.of(places, SqlTypes.INTEGER));
  }

  /**
   * An operator that Aludel does not know.
   *
   * @param left the left operand
   * @param operator the operator
   * @param right a value or an expression
   * @param result the type of its value, or null for a test
   * @return the node
   */
  public static OperatorNode operator(
      Node left, String operator, @Nullable Object right, @Nullable SqlType<?> result) {
    String text = name(operator, "an operator").trim();
    if (!OPERATOR.matcher(text).matches() || text.contains("--") || text.contains("/*")) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make operator '" + operator + "': an operator is words, or a few of the signs"
              + " + - * / < > = ~ ! @ # % ^ & |. For anything else, make an ExtensionNode.");
    }
    Object present = present(right, operator, "operand");
    Node other = present instanceof Selectable<?> expression ? expression.node() : literal(present);
    SqlType<?> type = result == null ? SqlTypes.BOOLEAN : result;
    return new OperatorNode(text, left, other, result == null, type);
  }

  /** A value in a message: its class and, where it cannot be a secret, its size. */
  private static String describe(Object value) {
    return "a value of " + value.getClass().getName();
  }

  public static Condition equality(Expression<?> left, @Nullable Object right, Operator operator) {
    Node node = left.node();
    if (right == null) {
      return Conditions.of(new UnaryNode(
          operator == Operator.EQ ? UnaryNode.Operator.IS_NULL : UnaryNode.Operator.IS_NOT_NULL,
          node));
    }
    return compare(node, operator, right);
  }

  public static Condition distinct(Expression<?> left, @Nullable Object right, Operator operator) {
    Node node = left.node();
    Node other = right == null ? ConstantNode.NULL : operand(node, right, operator);
    return Conditions.of(new BinaryNode(operator, node, other));
  }

  public static Condition compare(Node left, Operator operator, @Nullable Object right) {
    if (operator.compareTo(Operator.NE) > 0) {
      ordered(left, operator);
    }
    Node other = right instanceof Boolean truth
        ? truthConstant(left, truth, operator)
        : operand(left, right, operator);
    return Conditions.of(new BinaryNode(operator, left, other));
  }

  private static Node truthConstant(Node left, Boolean truth, Operator operator) {
    SqlType<?> type = left.type(CompileScope.UNRESOLVED);
    if (type.generic() == SqlTypes.BOOLEAN || type == SqlTypes.UNKNOWN) {
      return truth ? ConstantNode.TRUE : ConstantNode.FALSE;
    }
    return operand(left, truth, operator);
  }

  private static void ordered(Node operand, Object operation) {
    SqlType<?> type = operand.type(CompileScope.UNRESOLVED);
    if (type.generic() instanceof JsonType) {
      throw wrongOperator(operand, operation, type, "an order");
    }
  }

  public static Condition between(Node operand, Object low, Object high) {
    ordered(operand, "BETWEEN");
    return Conditions.of(new BetweenNode(
        operand, operand(operand, low, "BETWEEN"), operand(operand, high, "BETWEEN"), false));
  }

  public static Condition in(
      Expression<?> left, @Nullable Object @Nullable [] values, boolean negated) {
    return in(left, Arrays.asList(present(values, "IN", "list")), negated);
  }

  public static Condition in(Expression<?> left, @Nullable Collection<?> values, boolean negated) {
    Node operand = left.node();
    Collection<?> members = present(values, "IN", "collection");
    if (members.stream().anyMatch(Selectable.class::isInstance)) {
      List<Node> nodes =
          members.stream().map(member -> operand(operand, member, "IN")).toList();
      return Conditions.of(new InNode(operand, nodes, negated));
    }
    BindNode list =
        operand instanceof TupleNode tuple ? Tuples.list(tuple, members) : list(operand, members);
    return Conditions.of(new InNode(operand, List.of(list), negated));
  }

  private static BindNode list(Node operand, Collection<?> members) {
    @Nullable Object[] values = new Object[members.size()];
    SqlType<?> type = operand.type(CompileScope.UNRESOLVED);
    int i = 0;
    for (Object member : members) {
      Node bind = operand(operand, member, "IN");
      values[i++] = ((BindNode) bind).value();
      if (type == SqlTypes.UNKNOWN) {
        type = bind.type(CompileScope.UNRESOLVED);
      }
    }
    return BindNode.expanding(values, type == SqlTypes.DEFERRED ? null : type);
  }

  public static Condition in(Expression<?> left, @Nullable Query<?> query, boolean negated) {
    SubqueryNode members =
        new SubqueryNode(present(query, "IN", "query").statementNode(), SubqueryNode.Kind.MEMBERS);
    return Conditions.of(new InNode(left.node(), List.of(members), negated));
  }

  public static <N> NumericExpression<N> arithmetic(Node left, Operator operator, Object right) {
    numeric(left, operator);
    Node other = operand(left, right, operator);
    numeric(other, operator);
    return new Words.Numeric<>(new BinaryNode(operator, left, other));
  }

  public static <N> NumericExpression<N> negate(Node operand) {
    numeric(operand, "negation");
    return new Words.Numeric<>(new UnaryNode(UnaryNode.Operator.NEGATE, operand));
  }

  public static TextExpression concat(Node left, Object right) {
    text(left, "concat");
    return new Words.Text(new BinaryNode(Operator.CONCAT, left, operand(left, right, "concat")));
  }

  public static FunctionNode textFunction(String name, Node operand, SqlType<?> result) {
    text(operand, name);
    return new FunctionNode(name, List.of(operand), result);
  }

  public static void text(Node operand, Object operation) {
    SqlType<?> type = operand.type(CompileScope.UNRESOLVED).generic();
    if (!isOpen(type) && !(type instanceof StringType) && !(type instanceof EnumType)) {
      throw wrongOperator(operand, operation, type, "text");
    }
  }

  public static void numeric(Node operand, Object operation) {
    SqlType<?> type = operand.type(CompileScope.UNRESOLVED).generic();
    boolean number =
        type instanceof IntegerType || type instanceof NumericType || type instanceof FloatingType;
    if (!number && !isOpen(type)) {
      throw wrongOperator(operand, operation, type, "a number");
    }
  }

  public static void truth(Node operand, Object operation) {
    SqlType<?> type = operand.type(CompileScope.UNRESOLVED).generic();
    if (!isOpen(type) && type != SqlTypes.BOOLEAN) {
      throw wrongOperator(operand, operation, type, "a truth value");
    }
  }

  private static boolean isOpen(SqlType<?> type) {
    return type.javaType() == Object.class || isCustom(type);
  }

  /** Types of applications may carry any operator: Aludel cannot know. */
  private static boolean isCustom(SqlType<?> type) {
    return !type.getClass().getPackageName().equals(SqlType.class.getPackageName());
  }

  private static ArgumentException wrongOperator(
      Node operand, Object operation, SqlType<?> type, String wanted) {
    return new ArgumentException(
        CoreError.WRONG_OPERATOR,
        "Cannot apply "
            + operation
            + " to "
            + operand
            + " of type "
            + type
            + ": it needs "
            + wanted
            + ". Cast the expression, or use another operator.");
  }
}
