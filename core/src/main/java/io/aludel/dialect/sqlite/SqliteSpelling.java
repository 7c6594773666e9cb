package io.aludel.dialect.sqlite;

import io.aludel.dialect.TypeSpelling;
import io.aludel.types.ArrayType;
import io.aludel.types.BinaryType;
import io.aludel.types.DomainType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntervalType;
import io.aludel.types.JsonType;
import io.aludel.types.SqlType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.Wrapping;
import io.aludel.types.ZonedTimestampType;

/** Types of SQLite, whose names decide how values are converted when they are stored. */
class SqliteSpelling extends TypeSpelling {
  SqliteSpelling() {
    super("sqlite");
  }

  @Override
  public String visit(FloatingType<?> type) {
    return type.javaType() == (Class<?>) Float.class ? "REAL" : "DOUBLE";
  }

  @Override
  public String visit(TimeType type) {
    return "TIME";
  }

  @Override
  public String visit(TimestampType type) {
    return "DATETIME";
  }

  @Override
  public String visit(ZonedTimestampType<?> type) {
    return "DATETIME";
  }

  @Override
  public String visit(UuidType type) {
    return "CHAR(32)";
  }

  @Override
  public String visit(BinaryType type) {
    return "BLOB";
  }

  @Override
  public String visit(IntervalType type) {
    return "DATETIME";
  }

  @Override
  public String visit(JsonType<?> type) {
    return type.binary() ? "JSONB" : "JSON";
  }

  @Override
  protected boolean hasTruthValues() {
    return false;
  }

  @Override
  public String visit(ArrayType<?> type) {
    throw unknown(type);
  }

  @Override
  public String visit(DomainType<?> type) {
    throw unknown(type);
  }

  @Override
  protected Wrapping needed(SqlType<?> type) {
    return isBinaryJson(type) ? Wrapping.call("jsonb") : Wrapping.NONE;
  }

  @Override
  protected Wrapping shown(SqlType<?> type) {
    return isBinaryJson(type) ? Wrapping.call("json") : Wrapping.NONE;
  }

  private static boolean isBinaryJson(SqlType<?> type) {
    return type instanceof JsonType<?> json && json.binary();
  }
}
