package io.aludel.dialect.sqlserver;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Placeholder;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.internal.ComputationText;
import io.aludel.dialect.internal.Truths;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.OrderNode;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.AggregateNode;
import io.aludel.sql.tree.construct.InlineNode;
import io.aludel.sql.tree.construct.OverNode;
import io.aludel.sql.tree.construct.TupleNode;
import io.aludel.types.IntegerType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.ValueBinder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of SQL Server, to which conditions are no values and values no conditions, which does not compare
 * rows of values, and in whose patterns a bracket is wild.
 */
final class SqlServerExpressionCompiler extends ExpressionCompiler {
  /** Whole numbers become this before they are divided: enough for any of 64 bits, and ten digits behind. */
  private static final String FRACTION = "NUMERIC(38, 10)";

  SqlServerExpressionCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected void spell(Node node) {
    if (Truths.isTest(node) && !isTested(node)) {
      Truths.writeValue(compilation(), node);
    } else if (node instanceof BinaryNode binary
        && unlabelled(binary.left()) instanceof TupleNode) {
      new SqlServerTuples(compilation()).compare(binary);
    } else {
      super.spell(node);
    }
  }

  @Override
  protected void definition(Node node) {
    if (Truths.isTest(node)) {
      condition(node, Precedence.LOOSEST - 1);
    } else {
      super.definition(node);
    }
  }

  @Override
  protected boolean isBareTruth(Node node) {
    boolean json =
        node instanceof OperationNode operation && operation.form() instanceof Form.JsonPart;
    return json
        || node instanceof InlineNode
        || node instanceof AggregateNode
        || node instanceof OverNode
        || super.isBareTruth(node);
  }

  @Override
  protected void when(Node condition) {
    condition(condition, Precedence.PRODUCT);
  }

  @Override
  protected String truth(boolean value) {
    return value ? "1" : "0";
  }

  @Override
  protected String constantCondition(boolean value) {
    return value ? "1 = 1" : "0 = 1";
  }

  @Override
  protected String fractionType() {
    return FRACTION;
  }

  @Override
  protected void truthTest(Node operand, boolean wanted) {
    Node tested = unlabelled(operand);
    if (Truths.isTest(tested)) {
      out().append("(CASE WHEN ");
      Node condition = wanted ? tested : new UnaryNode(UnaryNode.Operator.NOT, tested);
      condition(condition, Precedence.CONDITION);
      out().append(" THEN 1 ELSE 0 END) = 1");
      return;
    }
    out().append("(");
    operand(tested, Precedence.TEST, SqlTypes.BOOLEAN);
    out().append(" = ").append(truth(wanted)).append(" AND ");
    operand(tested, Precedence.TEST, SqlTypes.BOOLEAN);
    out().append(" IS NOT NULL)");
  }

  @Override
  protected void in(InNode node) {
    if (!(unlabelled(node.operand()) instanceof TupleNode tuple)) {
      super.in(node);
      return;
    }
    Node only =
        node.members().size() == 1 ? compilation().resolved(node.members().get(0)) : null;
    SubqueryNode query = only instanceof SubqueryNode subquery ? subquery : null;
    new SqlServerTuples(compilation()).in(node, tuple, query);
  }

  @Override
  protected void inList(InNode node, Placeholder list) {
    if (unlabelled(node.operand()) instanceof TupleNode tuple) {
      new SqlServerTuples(compilation()).inList(node, tuple, list);
    } else {
      super.inList(node, list);
    }
  }

  /** Two queries of one row each have that row in common. */
  @Override
  protected void distinct(BinaryNode node) {
    boolean distinct = node.operator() == BinaryNode.Operator.IS_DISTINCT_FROM;
    out().append(distinct ? "NOT EXISTS (SELECT " : "EXISTS (SELECT ");
    left(node);
    out().append(" INTERSECT SELECT ");
    right(node);
    out().append(")");
  }

  @Override
  protected void concat(BinaryNode node) {
    infix(node, " + ");
  }

  /** A bracket is wild here and nowhere else, so it is escaped too, where there is an escape character. */
  @Override
  protected void pattern(LikeNode node, boolean lower) {
    out().append(lower ? "lower(" : "");
    Node pattern = unlabelled(node.pattern());
    String escape = node.escape();
    if (!node.isWhole()) {
      out().append(node.match() == LikeNode.Match.STARTS ? "REPLACE(" : "'%' + REPLACE(");
      operand(pattern, Precedence.COMMA, SqlTypes.STRING);
      out().append(", '[', '[[]')");
      out().append(node.match() == LikeNode.Match.ENDS ? "" : " + '%'");
    } else if (escape == null) {
      operand(pattern, lower ? Precedence.COMMA : Precedence.TEST, SqlTypes.STRING);
    } else if (pattern instanceof BindNode bind) {
      bound(escaping(compilation().placeholder(bind, SqlTypes.STRING), escape), true);
    } else {
      out().append("REPLACE(");
      operand(pattern, Precedence.COMMA, SqlTypes.STRING);
      out().append(", '[', ").append(quoted(escape + "[")).append(")");
    }
    out().append(lower ? ")" : "");
  }

  private static Placeholder escaping(Placeholder pattern, String escape) {
    @SuppressWarnings("unchecked") // patterns are text
    ValueBinder<String> text = (ValueBinder<String>) pattern.binder();
    ValueBinder<String> binder = (statement, index, value) ->
        text.bind(statement, index, value == null ? null : value.replace("[", escape + "["));
    return new Placeholder(pattern.slot(), pattern.constant(), pattern.type(), binder, false);
  }

  /** NULL comes first when it ascends, and last when it descends; anything else takes a key before the key. */
  @Override
  protected void order(OrderNode node) {
    boolean descends = node.direction() == OrderNode.Direction.DESCENDING;
    OrderNode.Nulls unsaid = descends ? OrderNode.Nulls.LAST : OrderNode.Nulls.FIRST;
    if (node.nulls() != OrderNode.Nulls.UNSTATED && node.nulls() != unsaid) {
      out().append("CASE WHEN ");
      operand(node.operand(), Precedence.TEST, null);
      out().append(" IS NULL THEN ").append(descends ? "0 ELSE 1 END, " : "1 ELSE 0 END, ");
    }
    key(node.operand());
    out().append(direction(node));
  }

  @Override
  protected String functionName(String name) {
    return switch (name) {
      case "length", "char_length" -> "len";
      case "aggregate_strings" -> "string_agg";
      case "ceil" -> "ceiling";
      case "pow" -> "power";
      case "ln" -> "log";
      case "substr" -> "substring";
      default -> name;
    };
  }

  @Override
  protected void call(FunctionNode node, Runnable tail) {
    List<Node> arguments = node.arguments();
    String spelled = arguments.isEmpty() ? word(node.name()) : null;
    if (spelled != null) {
      out().append(spelled);
      return;
    }
    boolean average = node.name().equals("avg") && arguments.size() == 1;
    String more = missing(functionName(node.name()), arguments.size());
    if (average && isWhole(arguments.get(0))) {
      super.call(
          new FunctionNode(node.name(), List.of(fraction(arguments.get(0))), node.result()), tail);
    } else {
      super.call(node, () -> {
        out().append(more);
        tail.run();
      });
    }
  }

  private static @Nullable String word(String function) {
    return switch (function) {
      case "now", "current_timestamp", "localtimestamp" -> "CURRENT_TIMESTAMP";
      case "current_date" -> "CAST(CURRENT_TIMESTAMP AS DATE)";
      case "current_time", "localtime" -> "CAST(CURRENT_TIMESTAMP AS TIME)";
      case "random" -> "RAND(CHECKSUM(NEWID()))"; // RAND alone is the same for all rows
      default -> null;
    };
  }

  /** Arguments that may be left out elsewhere. */
  private static String missing(String function, int given) {
    if (function.equals("round") && given == 1) {
      return ", 0";
    }
    return function.equals("substring") && given == 2 ? ", 2147483647" : "";
  }

  private boolean isWhole(Node argument) {
    Node operand = unlabelled(argument);
    Node inner = operand instanceof UnaryNode unary ? unary.operand() : operand;
    return compilation().typeOf(inner).generic() instanceof IntegerType;
  }

  /** An average of whole numbers would be a whole number. */
  private Node fraction(Node argument) {
    Node operand = unlabelled(argument);
    SqlType<?> type = SqlTypes.NUMERIC(38, 10);
    return operand instanceof UnaryNode unary && unary.operator() == UnaryNode.Operator.DISTINCT
        ? new UnaryNode(unary.operator(), new CastNode(unary.operand(), type, false))
        : new CastNode(operand, type, false);
  }

  @Override
  protected @Nullable String literal(@Nullable Object value) {
    String own = value == null ? null : SqlServerLiterals.of(value);
    return own == null ? super.literal(value) : own;
  }

  @Override
  protected String binaryLiteral(String digits) {
    return "0x" + digits;
  }

  @Override
  protected void operation(OperationNode node) {
    if (node.form() instanceof Form.Computed computed) {
      String pattern = SqlServerComputations.pattern(computed.what());
      ComputationText.write(compilation(), pattern, node);
    } else if (node.form() instanceof Form.JsonPart part) {
      refuseFromEnd(part);
      new SqlServerJson(compilation()).write(node, part);
    } else {
      super.operation(node);
    }
  }

  private void refuseFromEnd(Form.JsonPart part) {
    for (Object step : part.path().steps()) {
      if (step instanceof Integer index && index < 0) {
        throw new CompileException(
            CoreError.CANNOT_COMPILE,
            compilation().dialect().name(),
            "Cannot compile element " + index
                + " of a JSON array: SQL Server does not count from the"
                + " end. Give an index that is not negative.");
      }
    }
  }
}
