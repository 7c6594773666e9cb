package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BetweenNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CaseNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.ConstructNode;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.NodeVisitor;
import io.aludel.sql.tree.OrderNode;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.Construct;
import io.aludel.sql.tree.construct.InlineNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;

/** Writes what all databases say alike, with the points of an expression compiler, one method for each node. */
final class ExpressionSpeller implements NodeVisitor {
  private final ExpressionCompiler compiler;
  private final Compilation compilation;

  ExpressionSpeller(ExpressionCompiler compiler) {
    this.compiler = compiler;
    this.compilation = compiler.compilation();
  }

  private SqlWriter out() {
    return compilation.out();
  }

  @Override
  public void visit(BetweenNode node) {
    SqlType<?> type = compilation.typeOf(node.operand());
    compiler.operand(node.operand(), Precedence.TEST, null);
    out().append(node.negated() ? " NOT BETWEEN " : " BETWEEN ");
    compiler.operand(node.low(), Precedence.TEST, type);
    out().append(" AND ");
    compiler.operand(node.high(), Precedence.TEST, type);
  }

  @Override
  public void visit(BinaryNode node) {
    switch (node.operator()) {
      case EQ -> compiler.infix(node, " = ");
      case NE -> compiler.infix(node, " != ");
      case LT -> compiler.infix(node, " < ");
      case LE -> compiler.infix(node, " <= ");
      case GT -> compiler.infix(node, " > ");
      case GE -> compiler.infix(node, " >= ");
      case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> compiler.distinct(node);
      case ADD -> compiler.infix(node, " + ");
      case SUBTRACT -> compiler.infix(node, " - ");
      case MULTIPLY -> compiler.infix(node, " * ");
      case MODULO -> compiler.modulo(node);
      case DIVIDE -> compiler.divide(node);
      case DIVIDE_WHOLE -> compiler.divideWhole(node);
      case CONCAT -> compiler.concat(node);
    }
  }

  @Override
  public void visit(BindNode node) {
    compiler.value(node);
  }

  @Override
  public void visit(ParameterNode node) {
    compiler.parameter(node);
  }

  @Override
  public void visit(CaseNode node) {
    out().append("CASE");
    SqlType<?> operandType = null;
    if (node.operand() != null) {
      out().append(" ");
      compiler.operand(node.operand(), Precedence.TEST, null);
      operandType = compilation.typeOf(node.operand());
    }
    for (int i = 0; i < node.whens().size(); i++) {
      out().append(" WHEN ");
      if (node.operand() == null) {
        compiler.when(node.whens().get(i));
      } else {
        compiler.operand(node.whens().get(i), Precedence.PRODUCT, operandType);
      }
      out().append(" THEN ");
      compiler.operand(node.thens().get(i), Precedence.COMMA, null);
    }
    if (node.otherwise() != null) {
      out().append(" ELSE ");
      compiler.operand(node.otherwise(), Precedence.COMMA, null);
    }
    out().append(" END");
  }

  @Override
  public void visit(CastNode node) {
    if (node.silent()) {
      compiler.write(compiler.unlabelled(node.operand()), node.target());
      return;
    }
    out().append("CAST(");
    compiler.write(compiler.unlabelled(node.operand()), SqlTypes.UNKNOWN);
    out().append(" AS ").append(compilation.types().spellCast(node.target())).append(")");
  }

  @Override
  public void visit(ColumnNode node) {
    compilation.froms().column(node);
  }

  @Override
  public void visit(ConjunctionNode node) {
    boolean all = node.kind() == ConjunctionNode.Kind.AND;
    String separator = "";
    for (Node member : node.members()) {
      out().append(separator);
      compiler.condition(member, all ? Precedence.AND : Precedence.OR);
      separator = all ? " AND " : " OR ";
    }
  }

  @Override
  public void visit(ConstantNode node) {
    switch (node) {
      case NULL -> out().append("NULL");
      case FALSE -> out().append(compiler.truth(false));
      case TRUE, ABSENT -> out().append(compiler.truth(true));
    }
  }

  @Override
  public void visit(ConstructNode node) {
    if (!(node instanceof Construct construct)) {
      throw new CompileException(
          CoreError.WRONG_ROLE,
          compilation.dialect().name(),
          "Cannot compile an expression of " + node.getClass().getName()
              + ": only those that Aludel makes are known. Make an ExtensionNode.");
    }
    construct.accept(compilation.constructs());
  }

  @Override
  public void visit(ExtensionNode node) {
    if (node instanceof OperationNode operation && !compilation.isTolerant()) {
      compiler.operation(operation);
    } else {
      node.write(new ExtensionText(compilation));
    }
  }

  @Override
  public void visit(FunctionNode node) {
    compiler.call(node, () -> {});
  }

  @Override
  public void visit(InNode node) {
    Node only = node.members().size() == 1 ? compilation.resolved(node.members().get(0)) : null;
    if (only instanceof BindNode bind && bind.expanding()) {
      compiler.inList(node, compilation.placeholder(bind, compilation.typeOf(node.operand())));
    } else {
      compiler.in(node);
    }
  }

  @Override
  public void visit(LabelNode node) {
    compiler.write(compiler.unlabelled(node));
  }

  @Override
  public void visit(LikeNode node) {
    boolean ilike = node.ignoreCase() && compilation.dialect().supports(Capability.ILIKE);
    boolean lower = node.ignoreCase() && !ilike;
    compiler.cased(node.operand(), lower, Precedence.TEST);
    out().append(node.negated() ? " NOT " : " ");
    out().append(ilike ? "ILIKE " : "LIKE ");
    compiler.pattern(node, lower);
    if (node.escape() != null) {
      out().append(" ESCAPE ").append(compiler.quoted(node.escape()));
    }
  }

  @Override
  public void visit(OrderNode node) {
    compiler.order(node);
  }

  @Override
  public void visit(ProjectionNode node) {
    throw new CompileException(
        CoreError.WRONG_ROLE,
        compilation.dialect().name(),
        "Cannot compile " + node
            + " here: it is several columns where one value is needed. Name the column that is meant.");
  }

  @Override
  public void visit(RawNode node) {
    out().append(node.sql());
  }

  @Override
  public void visit(ReferenceNode node) {
    out().append(node.toString());
  }

  @Override
  public void visit(SubqueryNode node) {
    out().append(node.kind() == SubqueryNode.Kind.EXISTS ? "EXISTS (" : "(");
    compilation.selects().nested(node.query());
    out().append(")");
  }

  @Override
  public void visit(UnaryNode node) {
    switch (node.operator()) {
      case NEGATE -> negated(node.operand());
      case NOT -> not(node);
      case IS_NULL -> suffixed(node, " IS NULL");
      case IS_NOT_NULL -> suffixed(node, " IS NOT NULL");
      case IS_TRUE -> compiler.truthTest(node.operand(), true);
      case IS_FALSE -> compiler.truthTest(node.operand(), false);
      case DISTINCT -> {
        out().append("DISTINCT ");
        compiler.operand(node.operand(), Precedence.COMMA, null);
      }
    }
  }

  /** Two signs would begin a comment, and a value that is written out may have one. */
  private void negated(Node node) {
    Node operand = compiler.unlabelled(node);
    boolean written =
        operand instanceof InlineNode || (operand instanceof BindNode && compilation.isLiteral());
    out().append("-");
    compiler.operand(operand, written ? Integer.MAX_VALUE : Precedence.PRODUCT, null);
  }

  private void not(UnaryNode node) {
    Node operand = compiler.unlabelled(node.operand());
    if (compiler.isBareTruth(operand)) {
      compiler.operand(operand, Precedence.TEST, SqlTypes.BOOLEAN);
      out().append(" = 0");
    } else {
      out().append("NOT ");
      compiler.condition(operand, Precedence.TEST);
    }
  }

  private void suffixed(UnaryNode node, String suffix) {
    compiler.operand(node.operand(), Precedence.TEST, null);
    out().append(suffix);
  }
}
