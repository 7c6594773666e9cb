package io.aludel.dialect.h2;

import io.aludel.CoreError;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Column;
import io.aludel.schema.Computed;
import io.aludel.schema.Constraint;
import io.aludel.schema.ForeignKey;

/** DDL of H2, whose computed columns are worked out when a row is written. */
final class H2DdlCompiler extends DdlCompiler {
  H2DdlCompiler(Dialect dialect, CompileOptions options) {
    super(dialect, options);
  }

  @Override
  protected String computed(Column<?> column, Computed computed) {
    if (computed.persistence() == Computed.Persistence.VIRTUAL) {
      throw new CompileException(
          CoreError.NOT_SUPPORTED_HERE,
          dialect().name(),
          "Column '" + column + "' cannot be computed when read: H2 keeps computed columns. Leave"
              + " virtual() out.");
    }
    return "GENERATED ALWAYS AS (" + sql(computed.expression()) + ")";
  }

  @Override
  protected String commentedConstraint(Constraint constraint) {
    return inSchema(constraint.table().schema(), requiredName(constraint, "commented on"));
  }

  @Override
  protected String match(ForeignKey key, String word) {
    throw new CompileException(
        CoreError.NOT_SUPPORTED_HERE,
        dialect().name(),
        "The " + key + " cannot have MATCH " + word
            + ": H2 knows no other than SIMPLE, unsaid. Leave it out.");
  }
}
