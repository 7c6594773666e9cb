package io.aludel.dialect.postgresql;

import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Column;

/** DDL of PostgreSQL, where generated keys are spelled as types of their own. */
final class PostgresqlDdlCompiler extends DdlCompiler {
  PostgresqlDdlCompiler(Dialect dialect) {
    super(dialect);
  }

  @Override
  protected String type(Column<?> column) {
    String spelled = dialect().types().spell(column.type());
    if (!column.isAutoincrement()) {
      return spelled;
    }
    return switch (spelled) {
      case "BIGINT" -> "BIGSERIAL";
      case "SMALLINT" -> "SMALLSERIAL";
      default -> "SERIAL";
    };
  }
}
