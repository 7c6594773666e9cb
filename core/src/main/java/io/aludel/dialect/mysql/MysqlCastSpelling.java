package io.aludel.dialect.mysql;

import io.aludel.types.BinaryType;
import io.aludel.types.BooleanType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.InetType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.StringType;

/** The few types that CAST of MySQL knows; those of times and UUIDs are as in tables. */
final class MysqlCastSpelling extends MysqlSpelling {
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
  public String visit(InetType type) {
    return "CHAR(" + InetType.LENGTH + ")";
  }

  @Override
  public String visit(EnumType<?> type) {
    return "CHAR(" + type.length() + ")";
  }

  @Override
  public String visit(BinaryType type) {
    return type.length() == 0 ? "BINARY" : "BINARY(" + type.length() + ")";
  }

  /** Names of tables' types mean nothing here. */
  @Override
  public String visit(ExactType<?> type) {
    return type.name().endsWith(" UNSIGNED")
        ? "UNSIGNED INTEGER"
        : type.values().accept(this);
  }
}
