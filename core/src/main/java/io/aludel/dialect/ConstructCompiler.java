package io.aludel.dialect;

import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CaseNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.AggregateNode;
import io.aludel.sql.tree.construct.BitwiseNode;
import io.aludel.sql.tree.construct.CollateNode;
import io.aludel.sql.tree.construct.ConstructVisitor;
import io.aludel.sql.tree.construct.ExcludedNode;
import io.aludel.sql.tree.construct.ExtractNode;
import io.aludel.sql.tree.construct.FieldNode;
import io.aludel.sql.tree.construct.InlineNode;
import io.aludel.sql.tree.construct.MatchNode;
import io.aludel.sql.tree.construct.NamedTestNode;
import io.aludel.sql.tree.construct.OperatorNode;
import io.aludel.sql.tree.construct.OverNode;
import io.aludel.sql.tree.construct.QuantifiedNode;
import io.aludel.sql.tree.construct.RegexpNode;
import io.aludel.sql.tree.construct.RowNode;
import io.aludel.sql.tree.construct.TupleNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes windows, aggregates, rows of values and other constructs. A dialect overrides what it spells
 * otherwise. Each object serves one compilation.
 */
public class ConstructCompiler implements ConstructVisitor {
  private static final Node ALL = new RawNode("1", SqlTypes.INTEGER);

  private final Compilation compilation;

  /**
   * Creates the compiler of one compilation.
   *
   * @param compilation the compilation
   */
  protected ConstructCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  /**
   * The compilation this serves.
   *
   * @return the compilation
   */
  protected final Compilation compilation() {
    return compilation;
  }

  /**
   * Where text goes.
   *
   * @return the writer
   */
  protected final SqlWriter out() {
    return compilation.out();
  }

  /**
   * Writes an operand, in parentheses if it is an operator.
   *
   * @param node the operand
   */
  protected final void tight(Node node) {
    tight(node, null);
  }

  /**
   * Writes an operand, in parentheses if it is an operator.
   *
   * @param node the operand
   * @param type the type of what it meets, or null
   */
  protected final void tight(Node node, @Nullable SqlType<?> type) {
    SqlType<?> known = type == SqlTypes.UNKNOWN ? null : type;
    compilation.expressions().operand(node, Precedence.PRODUCT, known);
  }

  /**
   * Writes expressions with commas between them.
   *
   * @param nodes the expressions
   * @param keys whether they are keys of an order
   */
  protected final void list(List<Node> nodes, boolean keys) {
    String separator = "";
    for (Node node : nodes) {
      out().append(separator);
      if (keys) {
        compilation.expressions().key(node);
      } else {
        compilation.expressions().operand(node, Precedence.COMMA, null);
      }
      separator = ", ";
    }
  }

  @Override
  public void visit(OverNode node) {
    compilation.expressions().write(node.function());
    out().append(" OVER (");
    String space = "";
    if (!node.partitionBy().isEmpty()) {
      out().append("PARTITION BY ");
      list(node.partitionBy(), false);
      space = " ";
    }
    if (!node.orderBy().isEmpty()) {
      out().append(space).append("ORDER BY ");
      list(node.orderBy(), true);
      space = " ";
    }
    if (node.frame() != null) {
      out().append(space);
      frame(node.frame());
    }
    out().append(")");
  }

  private void frame(OverNode.Frame frame) {
    boolean rare =
        frame.unit() == OverNode.Unit.GROUPS || frame.exclusion() != OverNode.Exclusion.NONE;
    if (rare) {
      compilation.require(
          Capability.WINDOW_GROUPS, "GROUPS or EXCLUDE of a window", "Use rows or range.");
    }
    out().append(frame.unit().name()).append(" BETWEEN ");
    bound(frame.start());
    out().append(" AND ");
    bound(frame.end());
    if (frame.exclusion() != OverNode.Exclusion.NONE) {
      out().append(" EXCLUDE ").append(frame.exclusion().name().replace('_', ' '));
    }
  }

  private void bound(OverNode.Bound bound) {
    if (bound.direction() == OverNode.Direction.CURRENT) {
      out().append("CURRENT ROW");
      return;
    }
    if (bound.distance() == null) {
      out().append("UNBOUNDED");
    } else {
      distance(bound.distance());
    }
    out().append(" ").append(bound.direction().name());
  }

  /**
   * Writes how far an end of a frame lies from the current row.
   *
   * @param distance the distance
   */
  protected void distance(Node distance) {
    tight(distance);
  }

  @Override
  public void visit(AggregateNode node) {
    Node filter = node.filter();
    boolean spelt = compilation.dialect().supports(Capability.AGGREGATE_FILTER);
    FunctionNode function = node.function();
    if (filter != null && !spelt) {
      function = narrowed(function, filter);
    }
    if (!node.withinGroup().isEmpty()) {
      compilation.require(
          Capability.ORDERED_SET_FUNCTIONS,
          "WITHIN GROUP",
          "Rank the rows with a window function.");
    }
    call(function, node.orderBy());
    if (!node.withinGroup().isEmpty()) {
      out().append(" WITHIN GROUP (ORDER BY ");
      list(node.withinGroup(), true);
      out().append(")");
    }
    if (filter != null && spelt) {
      out().append(" FILTER (WHERE ");
      compilation.expressions().condition(filter, Precedence.CONDITION);
      out().append(")");
    }
  }

  /** FILTER where it is missing: an aggregate leaves out what is NULL. */
  private static FunctionNode narrowed(FunctionNode function, Node condition) {
    List<Node> arguments = new ArrayList<>(function.arguments());
    if (arguments.isEmpty()) {
      arguments.add(ALL);
    }
    arguments.set(0, narrowed(arguments.get(0), condition));
    return new FunctionNode(function.name(), List.copyOf(arguments), function.result());
  }

  private static Node narrowed(Node argument, Node condition) {
    if (argument instanceof UnaryNode unary && unary.operator() == UnaryNode.Operator.DISTINCT) {
      return new UnaryNode(unary.operator(), narrowed(unary.operand(), condition));
    }
    Node kept = argument instanceof RawNode raw && raw.sql().equals("*") ? ALL : argument;
    return new CaseNode(null, List.of(condition), List.of(kept), null);
  }

  /**
   * Writes a call of an aggregate function.
   *
   * @param function the function
   * @param orderBy the order in which it takes its values, or none
   */
  protected void call(FunctionNode function, List<Node> orderBy) {
    compilation.expressions().call(function, () -> ordered(orderBy));
  }

  /**
   * Writes the texts of a group joined, as the standard has it.
   *
   * @param function the texts and what stands between them
   * @param orderBy the order in which they are joined, or none
   */
  protected final void joined(FunctionNode function, List<Node> orderBy) {
    out().append("LISTAGG(");
    list(function.arguments(), false);
    out().append(")");
    if (!orderBy.isEmpty()) {
      out().append(" WITHIN GROUP (ORDER BY ");
      list(orderBy, true);
      out().append(")");
    }
  }

  /**
   * Writes the order of an aggregate's values behind its arguments.
   *
   * @param orderBy the keys, or none
   */
  protected final void ordered(List<Node> orderBy) {
    if (!orderBy.isEmpty()) {
      out().append(" ORDER BY ");
      list(orderBy, true);
    }
  }

  @Override
  public void visit(TupleNode node) {
    out().append("(");
    list(node.members(), false);
    out().append(")");
  }

  @Override
  public void visit(OperatorNode node) {
    tight(node.left(), compilation.typeOf(node.right()));
    out().append(" ").append(node.operator()).append(" ");
    tight(node.right(), compilation.typeOf(node.left()));
  }

  @Override
  public void visit(BitwiseNode node) {
    String operator = switch (node.operator()) {
      case AND -> " & ";
      case OR -> " | ";
      case XOR -> " ^ ";
      case SHIFT_LEFT -> " << ";
      case SHIFT_RIGHT -> " >> ";
      case NOT -> "~";
    };
    infix(node, operator);
  }

  /**
   * Writes an operator on bits between its operands, or before the only one.
   *
   * @param node the operator with its operands
   * @param operator how it is spelt
   */
  protected final void infix(BitwiseNode node, String operator) {
    if (node.operator() != BitwiseNode.Operator.NOT) {
      tight(node.left(), compilation.typeOf(node.right()));
    }
    out().append(operator);
    tight(node.right(), compilation.typeOf(node.left()));
  }

  @Override
  public void visit(CollateNode node) {
    compilation.require(
        Capability.COLLATIONS, "COLLATE", "Give the column or the database a collation.");
    tight(node.operand());
    out().append(" COLLATE ");
    out().append(compilation.dialect().identifiers().prepare(node.collation()));
  }

  @Override
  public void visit(ExtractNode node) {
    String field = node.field() == ExtractNode.Field.DAY_OF_YEAR ? "doy" : lower(node.field());
    extract(field, node.operand());
  }

  /**
   * Writes EXTRACT.
   *
   * @param field the field as the database calls it
   * @param operand the date or time
   */
  protected final void extract(String field, Node operand) {
    out().append("EXTRACT(").append(field).append(" FROM ");
    compilation.expressions().operand(operand, Precedence.COMMA, null);
    out().append(")");
  }

  /**
   * A constant's name in lower case.
   *
   * @param constant the constant
   * @return the name
   */
  protected static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void visit(InlineNode node) {
    out().append(compilation.literal(BindNode.of(node.value(), node.literal())));
  }

  @Override
  public void visit(ExcludedNode node) {
    out().append("excluded.");
    compilation.froms().unqualified(() -> compilation.expressions().write(node.column()));
  }

  @Override
  public void visit(MatchNode node) {
    compilation.require(Capability.TEXT_SEARCH, "a full-text search", "Use like or contains.");
    tight(node.operand());
    out().append(" MATCH ");
    tight(node.search(), SqlTypes.STRING);
  }

  @Override
  public void visit(QuantifiedNode node) {
    compilation.require(
        Capability.QUANTIFIED_QUERIES, "ANY or ALL of a query", "Use in, exists, min or max.");
    out().append(node.all() ? "ALL (" : "ANY (");
    compilation.selects().nested(node.query());
    out().append(")");
  }

  @Override
  public void visit(RegexpNode node) {
    if (node.replacement() == null) {
      compilation.require(
          Capability.REGULAR_EXPRESSIONS, "a regular expression", "Use like instead.");
      matches(node);
    } else {
      compilation.require(
          Capability.REGULAR_REPLACEMENT, "a replacement by regular expression", "Use replace.");
      replaced(node);
    }
  }

  /**
   * Writes a test against a regular expression.
   *
   * @param node the test
   */
  protected void matches(RegexpNode node) {
    tight(node.operand());
    out().append(node.negated() ? " NOT REGEXP " : " REGEXP ");
    tight(node.pattern(), SqlTypes.STRING);
  }

  /**
   * Writes a replacement by a regular expression.
   *
   * @param node the replacement
   */
  protected void replaced(RegexpNode node) {
    out().append("REGEXP_REPLACE(");
    arguments(node.operand(), node.pattern(), node.replacement());
    if (!node.flags().isEmpty()) {
      out().append(", ").append(compilation.expressions().quoted(node.flags()));
    }
    out().append(")");
  }

  /**
   * Writes texts with commas between them.
   *
   * @param nodes the texts; null for none
   */
  protected final void arguments(@Nullable Node... nodes) {
    String separator = "";
    for (Node node : nodes) {
      if (node != null) {
        out().append(separator);
        compilation.expressions().operand(node, Precedence.COMMA, SqlTypes.STRING);
        separator = ", ";
      }
    }
  }

  @Override
  public void visit(FieldNode node) {
    out().append("(");
    compilation.expressions().write(node.operand());
    out().append(").").append(compilation.dialect().identifiers().prepare(node.name()));
  }

  @Override
  public final void visit(NamedTestNode node) {
    Node found = compilation.froms().member(node.name());
    Node value = node.value();
    compilation
        .expressions()
        .condition(
            value == null
                ? new UnaryNode(UnaryNode.Operator.IS_NULL, found)
                : new BinaryNode(BinaryNode.Operator.EQ, found, value),
            Precedence.LOOSEST - 1);
  }

  @Override
  public void visit(RowNode node) {
    compilation.froms().name(node.source());
  }

  /**
   * How deep a construct sits among operators: it stands in parentheses wherever it could be misread.
   *
   * @param node the construct
   * @return a level of {@link Precedence}
   */
  protected int precedence(Node node) {
    if (node instanceof OperatorNode operator) {
      return operator.comparison() ? Precedence.TEST : Precedence.EXISTS;
    }
    if (node instanceof BitwiseNode bits) {
      return bits.operator() == BitwiseNode.Operator.NOT ? Precedence.PRODUCT : Precedence.SUM;
    }
    if (node instanceof RegexpNode regexp) {
      return regexp.replacement() == null ? Precedence.TEST : Precedence.ATOM;
    }
    boolean test = node instanceof MatchNode || node instanceof NamedTestNode;
    return node instanceof CollateNode || test ? Precedence.TEST : Precedence.ATOM;
  }
}
