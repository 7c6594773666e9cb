package io.aludel.dialect.postgresql;

import io.aludel.dialect.TypeSpelling;
import io.aludel.types.BinaryType;

/** Types of PostgreSQL. */
final class PostgresqlSpelling extends TypeSpelling {
  PostgresqlSpelling() {
    super("postgresql");
  }

  @Override
  public String visit(BinaryType type) {
    return "BYTEA";
  }
}
