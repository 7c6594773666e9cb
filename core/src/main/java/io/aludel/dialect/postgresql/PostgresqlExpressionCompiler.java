package io.aludel.dialect.postgresql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Placeholder;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.internal.ComputationText;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.StringType;
import io.aludel.types.ValueBinder;

/** Expressions of PostgreSQL, where a list of values of any length is one array. */
final class PostgresqlExpressionCompiler extends ExpressionCompiler {
  PostgresqlExpressionCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected String functionName(String name) {
    return name.equals("aggregate_strings") ? "string_agg" : name;
  }

  @Override
  protected String binaryLiteral(String digits) {
    return "CAST('\\x" + digits + "' AS BYTEA)";
  }

  @Override
  protected void inList(InNode node, Placeholder list) {
    ValueBinder<?> binder = ArrayBinder.of(list.type());
    if (binder == null || compilation().isLiteral()) {
      super.inList(node, list);
      return;
    }
    operand(node.operand(), Precedence.TEST, null);
    out().append(node.negated() ? " != ALL (" : " = ANY (");
    out().value(new Placeholder(list.slot(), list.constant(), list.type(), binder, false));
    out().append(")");
  }

  /** Outside of IN a list is a column of the rows given to an UPDATE. */
  @Override
  protected void value(BindNode node) {
    if (node.expanding()) {
      out().append(GivenColumns.NAME + "." + GivenColumns.column(compilation(), node));
    } else {
      super.value(node);
    }
  }

  @Override
  protected int precedence(Node node) {
    boolean part = node instanceof OperationNode operation
        && operation.form() instanceof Form.JsonPart json
        && (!json.scalar() || operation.result().generic() instanceof StringType);
    return part ? Precedence.TEST : super.precedence(node);
  }

  @Override
  protected void operation(OperationNode node) {
    if (node.form() instanceof Form.Computed computed) {
      ComputationText.write(compilation(), PostgresqlComputations.pattern(computed.what()), node);
    } else {
      new PostgresqlOperations(compilation()).write(node);
    }
  }
}
