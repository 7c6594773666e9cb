package io.aludel.dialect.sqlite;

import io.aludel.dialect.TypeSpelling;
import io.aludel.types.BinaryType;
import io.aludel.types.DateType;
import io.aludel.types.FloatingType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.ZonedTimestampType;

/** Types of SQLite in CAST, where the name of a date type would make a number of the text. */
final class SqliteCastSpelling extends TypeSpelling {
  SqliteCastSpelling() {
    super("sqlite");
  }

  @Override
  public String visit(FloatingType<?> type) {
    return type.javaType() == (Class<?>) Float.class ? "REAL" : "DOUBLE";
  }

  @Override
  public String visit(DateType type) {
    return "TEXT";
  }

  @Override
  public String visit(TimeType type) {
    return "TEXT";
  }

  @Override
  public String visit(TimestampType type) {
    return "TEXT";
  }

  @Override
  public String visit(ZonedTimestampType<?> type) {
    return "TEXT";
  }

  @Override
  public String visit(UuidType type) {
    return "CHAR(32)";
  }

  @Override
  public String visit(BinaryType type) {
    return "BLOB";
  }
}
