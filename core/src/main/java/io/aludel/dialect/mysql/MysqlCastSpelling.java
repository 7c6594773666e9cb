package io.aludel.dialect.mysql;

import io.aludel.dialect.TypeSpelling;
import io.aludel.types.BinaryType;
import io.aludel.types.BooleanType;
import io.aludel.types.EnumType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.ZonedTimestampType;

/** The few types that CAST of MySQL knows. */
final class MysqlCastSpelling extends TypeSpelling {
  MysqlCastSpelling(String dialect) {
    super(dialect);
  }

  @Override
  public String visit(BooleanType type) {
    return "SIGNED INTEGER";
  }

  @Override
  public String visit(IntegerType<?> type) {
    return "SIGNED INTEGER";
  }

  @Override
  public String visit(FloatingType<?> type) {
    return "DOUBLE";
  }

  @Override
  public String visit(NumericType type) {
    return type.precision() == 0
        ? "DECIMAL(65, 30)"
        : "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
  }

  @Override
  public String visit(StringType type) {
    return type.length() == 0 ? "CHAR" : "CHAR(" + type.length() + ")";
  }

  @Override
  public String visit(EnumType<?> type) {
    return "CHAR(" + type.length() + ")";
  }

  @Override
  public String visit(TimeType type) {
    return "TIME(6)";
  }

  @Override
  public String visit(TimestampType type) {
    return "DATETIME(6)";
  }

  @Override
  public String visit(ZonedTimestampType<?> type) {
    return "DATETIME(6)";
  }

  @Override
  public String visit(UuidType type) {
    return "CHAR(32)";
  }

  @Override
  public String visit(BinaryType type) {
    return type.length() == 0 ? "BINARY" : "BINARY(" + type.length() + ")";
  }
}
