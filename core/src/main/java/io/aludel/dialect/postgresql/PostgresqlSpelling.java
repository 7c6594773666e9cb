package io.aludel.dialect.postgresql;

import io.aludel.dialect.TypeSpelling;
import io.aludel.types.BinaryType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;

/** Types of PostgreSQL. */
final class PostgresqlSpelling extends TypeSpelling {
  PostgresqlSpelling() {
    super("postgresql");
  }

  @Override
  public String visit(TimeType type) {
    return "TIME WITHOUT TIME ZONE";
  }

  @Override
  public String visit(TimestampType type) {
    return "TIMESTAMP WITHOUT TIME ZONE";
  }

  @Override
  public String visit(BinaryType type) {
    return "BYTEA";
  }
}
