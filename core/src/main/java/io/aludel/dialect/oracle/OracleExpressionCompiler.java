package io.aludel.dialect.oracle;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.internal.ComputationText;
import io.aludel.dialect.internal.Truths;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.BooleanType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of Oracle. Before version 23 a condition is no value: where one is wanted it becomes 1, 0
 * or NULL.
 */
final class OracleExpressionCompiler extends ExpressionCompiler {
  private final boolean truths;

  OracleExpressionCompiler(Compilation compilation) {
    super(compilation);
    truths = compilation.dialect().supports(Capability.NATIVE_BOOLEAN);
  }

  private boolean isValueOfTest(Node node) {
    return !truths && !isTested(node) && Truths.isTest(node);
  }

  @Override
  protected int precedence(Node node) {
    if (isValueOfTest(node)) {
      return Precedence.ATOM;
    }
    boolean call =
        node instanceof BinaryNode binary && binary.operator() == BinaryNode.Operator.MODULO;
    return call ? Precedence.ATOM : super.precedence(node);
  }

  @Override
  protected void spell(Node node) {
    if (!isValueOfTest(node)) {
      super.spell(node);
      return;
    }
    out().append("CASE WHEN ");
    condition(node, Precedence.PRODUCT);
    out().append(" THEN 1");
    if (Truths.isCertain(node)) {
      out().append(" ELSE 0 END");
    } else {
      out().append(" WHEN NOT ");
      condition(node, Precedence.PRODUCT);
      out().append(" THEN 0 END");
    }
  }

  @Override
  protected void definition(Node node) {
    if (Truths.isTest(node)) {
      condition(node, Precedence.CONDITION);
    } else {
      super.definition(node);
    }
  }

  @Override
  protected void when(Node condition) {
    condition(condition, Precedence.PRODUCT);
  }

  @Override
  protected boolean isBareTruth(Node node) {
    boolean part = node instanceof OperationNode operation
        && operation.form() instanceof Form.JsonPart
        && operation.result().generic() instanceof BooleanType;
    return (part && !truths) || super.isBareTruth(node);
  }

  @Override
  protected String truth(boolean value) {
    if (truths) {
      return value ? "TRUE" : "FALSE";
    }
    return value ? "1" : "0";
  }

  @Override
  protected String constantCondition(boolean value) {
    return value ? "1 = 1" : "0 = 1";
  }

  @Override
  protected void truthTest(Node operand, boolean wanted) {
    if (truths) {
      super.truthTest(operand, wanted);
      return;
    }
    out().append("DECODE(");
    operand(operand, Precedence.COMMA, null);
    out().append(wanted ? ", 1, 1, 0) = 1" : ", 0, 1, 0) = 1");
  }

  @Override
  protected void modulo(BinaryNode node) {
    call("mod", List.of(node.left(), node.right()));
  }

  @Override
  protected void distinct(BinaryNode node) {
    out().append("DECODE(");
    operand(node.left(), Precedence.COMMA, compilation().typeOf(node.right()));
    out().append(", ");
    operand(node.right(), Precedence.COMMA, compilation().typeOf(node.left()));
    boolean distinct = node.operator() == BinaryNode.Operator.IS_DISTINCT_FROM;
    out().append(distinct ? ", 0, 1) = 1" : ", 0, 1) = 0");
  }

  @Override
  protected void divide(BinaryNode node) {
    infix(node, " / ");
  }

  @Override
  protected void divideWhole(BinaryNode node) {
    out().append("FLOOR(");
    infix(node, " / ");
    out().append(")");
  }

  @Override
  protected void call(FunctionNode node, Runnable tail) {
    String word = node.arguments().isEmpty() ? OracleFunctions.word(node.name()) : null;
    if (word != null) {
      out().append(word);
    } else if (node.name().equals("concat")) {
      joined(node.arguments());
    } else {
      super.call(node, tail);
    }
  }

  /** The function of this name takes two arguments only. */
  private void joined(List<Node> texts) {
    String separator = "(";
    for (Node text : texts) {
      out().append(separator);
      operand(text, Precedence.TEST, null);
      separator = " || ";
    }
    out().append(")");
  }

  @Override
  protected String functionName(String name) {
    return OracleFunctions.name(name);
  }

  @Override
  protected @Nullable String literal(@Nullable Object value) {
    return OracleLiterals.isOurs(value) ? OracleLiterals.of(value) : super.literal(value);
  }

  @Override
  protected String binaryLiteral(String digits) {
    return "HEXTORAW('" + digits + "')";
  }

  @Override
  protected void operation(OperationNode node) {
    Form form = node.form();
    if (form instanceof Form.Computed computed) {
      ComputationText.write(compilation(), OracleFunctions.pattern(computed.what()), node);
    } else if (form instanceof Form.JsonPart part) {
      new OracleJson(compilation()).write(node, part);
    } else if (form instanceof Form.Infix infix
        && OracleOperators.DISTANCES.contains(infix.symbol())) {
      operand(node.operands().get(0), Precedence.PRODUCT, null);
      out().append(" ").append(infix.symbol()).append(" ");
      operand(node.operands().get(1), Precedence.PRODUCT, null);
    } else {
      super.operation(node);
    }
  }
}
