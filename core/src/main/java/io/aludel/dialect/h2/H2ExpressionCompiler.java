package io.aludel.dialect.h2;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Placeholder;
import io.aludel.dialect.internal.ComputationText;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.types.SqlTypes;

/** Expressions of H2, which must be told the type of a value that is compared with nothing. */
final class H2ExpressionCompiler extends ExpressionCompiler {
  H2ExpressionCompiler(Compilation compilation) {
    super(compilation);
  }

  /** Enough for any whole number; the precision of the divisor decides that of the quotient. */
  @Override
  protected String fractionType() {
    return "DECFLOAT(40)";
  }

  @Override
  protected void bound(Placeholder placeholder, boolean compared) {
    boolean told = !compilation().types().bound(placeholder.type()).isEmpty();
    if (compared || told || placeholder.type() == SqlTypes.UNKNOWN) {
      super.bound(placeholder, compared);
      return;
    }
    out().append("CAST(");
    super.bound(placeholder, compared);
    out()
        .append(" AS ")
        .append(compilation().types().spellCast(placeholder.type()))
        .append(")");
  }

  @Override
  protected void operation(OperationNode node) {
    if (node.form() instanceof Form.Computed computed) {
      ComputationText.write(compilation(), H2Computations.pattern(computed.what()), node);
    } else if (!new H2Operations(compilation()).write(node)) {
      super.operation(node);
    }
  }
}
