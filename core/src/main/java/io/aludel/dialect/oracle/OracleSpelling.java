package io.aludel.dialect.oracle;

import io.aludel.dialect.TypeSpelling;
import io.aludel.dialect.oracle.OracleDialect.Release;
import io.aludel.types.ArrayType;
import io.aludel.types.BinaryType;
import io.aludel.types.BooleanType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.FloatingType;
import io.aludel.types.InetType;
import io.aludel.types.IntegerType;
import io.aludel.types.IntervalType;
import io.aludel.types.JsonType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.Wrapping;
import io.aludel.types.ZonedTimestampType;

/**
 * Types of Oracle. Lengths of text count characters. Where its defaults would lose something (decimals
 * without a fraction, binary fractions as decimals, times without one), the type is spelled out. Text
 * without a length has 255 characters; more is refused by the server. A time of day, for which there is
 * no type, is a timestamp of the first day of 1970.
 */
class OracleSpelling extends TypeSpelling {
  private static final int MOST_RAW = 2000;

  private final Release release;

  OracleSpelling(Release release) {
    super("oracle");
    this.release = release;
  }

  @Override
  public String visit(BooleanType type) {
    return hasTruthValues() ? "BOOLEAN" : "SMALLINT";
  }

  @Override
  protected boolean hasTruthValues() {
    return release == Release.FROM_23;
  }

  @Override
  public String visit(IntegerType<?> type) {
    return type.javaType() == (Class<?>) Long.class ? "NUMBER(19)" : super.visit(type);
  }

  @Override
  public String visit(FloatingType<?> type) {
    return type.javaType() == (Class<?>) Float.class ? "BINARY_FLOAT" : "BINARY_DOUBLE";
  }

  @Override
  public String visit(NumericType type) {
    return type.precision() == 0
        ? "NUMBER"
        : "NUMBER(" + type.precision() + ", " + type.scale() + ")";
  }

  @Override
  public String visit(StringType type) {
    return collated(type, type.large() ? "CLOB" : text(type.length() == 0 ? 255 : type.length()));
  }

  /** Text of as many characters, rather than bytes. */
  final String text(int length) {
    return "VARCHAR2(" + length + " CHAR)";
  }

  @Override
  public String visit(EnumType<?> type) {
    return text(type.length());
  }

  @Override
  public String visit(InetType type) {
    return text(InetType.LENGTH);
  }

  @Override
  public String visit(UuidType type) {
    return "CHAR(32)";
  }

  @Override
  public String visit(BinaryType type) {
    boolean raw = type.length() > 0 && type.length() <= MOST_RAW;
    return raw ? "RAW(" + type.length() + ")" : "BLOB";
  }

  @Override
  public String visit(TimeType type) {
    return "TIMESTAMP(9)";
  }

  @Override
  public String visit(TimestampType type) {
    return "TIMESTAMP(9)";
  }

  @Override
  public String visit(ZonedTimestampType<?> type) {
    return "TIMESTAMP(9) WITH TIME ZONE";
  }

  @Override
  public String visit(IntervalType type) {
    return "INTERVAL DAY(9) TO SECOND(9)";
  }

  /** The type of its own came with version 21, and what is kept as text serves all. */
  @Override
  public String visit(JsonType<?> type) {
    return release == Release.FROM_23 ? "JSON" : "CLOB";
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
    if (type.name().startsWith("VECTOR(") && release == Release.BEFORE_23) {
      throw unknown(type);
    }
    return switch (type.name()) {
      case "VARCHAR", "VARCHAR2" ->
        type.first() < 0 ? type.values().accept(this) : type.name() + "(" + type.first() + " CHAR)";
      case "NVARCHAR" -> type.spelling().replace("NVARCHAR", "NVARCHAR2");
      case "TEXT" -> "CLOB";
      case "BIGINT" -> "NUMBER(19)";
      case "DOUBLE" -> "DOUBLE PRECISION";
      case "BINARY", "VARBINARY" -> type.spelling().replace(type.name(), "RAW");
      case "DATETIME", "TIME", "BOOLEAN", "UUID" -> type.values().accept(this);
      default -> type.spelling();
    };
  }

  /** The driver's own way of binding them differs by its version. */
  @Override
  protected Wrapping needed(SqlType<?> type) {
    return type instanceof IntervalType ? Wrapping.call("TO_DSINTERVAL") : Wrapping.NONE;
  }
}
