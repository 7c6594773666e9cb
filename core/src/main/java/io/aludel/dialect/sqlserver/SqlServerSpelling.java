package io.aludel.dialect.sqlserver;

import io.aludel.dialect.TypeSpelling;
import io.aludel.types.ArrayType;
import io.aludel.types.BinaryType;
import io.aludel.types.BooleanType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.InetType;
import io.aludel.types.IntervalType;
import io.aludel.types.JsonType;
import io.aludel.types.NumericType;
import io.aludel.types.StringType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.ZonedTimestampType;

/**
 * Types of SQL Server. Text is Unicode; without a length it has 255 characters, because it could have no index
 * otherwise, and more is refused by the server. Its TINYINT has no sign, its TIMESTAMP is no time.
 */
class SqlServerSpelling extends TypeSpelling {
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_BINARY = 8000;

  SqlServerSpelling() {
    super(SqlServerDialect.NAME);
  }

  @Override
  public String visit(BooleanType type) {
    return "BIT";
  }

  /** Without parameters it has no fraction. */
  @Override
  public String visit(NumericType type) {
    return type.precision() == 0 ? "NUMERIC(38, 18)" : super.visit(type);
  }

  @Override
  public String visit(StringType type) {
    boolean large = type.large() || type.length() > LONGEST_TEXT;
    return collated(type, large ? "NVARCHAR(max)" : sized(type.length()));
  }

  /** Text of some length, 0 if none was said. */
  String sized(int length) {
    return "NVARCHAR(" + (length == 0 ? 255 : length) + ")";
  }

  @Override
  public String visit(TimestampType type) {
    return "DATETIME2";
  }

  @Override
  public String visit(ZonedTimestampType<?> type) {
    return "DATETIMEOFFSET";
  }

  @Override
  public String visit(UuidType type) {
    return "UNIQUEIDENTIFIER";
  }

  @Override
  public String visit(InetType type) {
    return "NVARCHAR(" + InetType.LENGTH + ")";
  }

  @Override
  public String visit(EnumType<?> type) {
    return "NVARCHAR(" + type.length() + ")";
  }

  @Override
  public String visit(BinaryType type) {
    boolean large = type.length() == 0 || type.length() > LONGEST_BINARY;
    return large ? "VARBINARY(max)" : super.visit(type);
  }

  @Override
  public String visit(IntervalType type) {
    return "DATETIME2";
  }

  @Override
  public String visit(JsonType<?> type) {
    return "NVARCHAR(max)";
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
  public String visit(ExactType<?> type) {
    boolean unsized = type.first() < 0;
    return switch (type.name()) {
      case "BOOLEAN" -> "BIT";
      case "CLOB" -> "NVARCHAR(max)";
      case "BLOB" -> "VARBINARY(max)";
      case "DOUBLE" -> "DOUBLE PRECISION";
      case "TIMESTAMP" -> "DATETIME2";
      case "TIMESTAMP WITH TIME ZONE" -> "DATETIMEOFFSET";
      case "UUID" -> "UNIQUEIDENTIFIER";
      case "VARCHAR", "NVARCHAR", "VARBINARY" -> type.spelling() + (unsized ? "(max)" : "");
      default -> type.spelling();
    };
  }

  @Override
  protected boolean hasTruthValues() {
    return false;
  }

  @Override
  protected String quoted(String text) {
    return UnicodeText.expression(text);
  }
}
