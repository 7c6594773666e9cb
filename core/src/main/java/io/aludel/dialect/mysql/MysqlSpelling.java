package io.aludel.dialect.mysql;

import io.aludel.CoreError;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.TypeSpelling;
import io.aludel.types.ArrayType;
import io.aludel.types.BinaryType;
import io.aludel.types.BooleanType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.IntervalType;
import io.aludel.types.NumericType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.ZonedTimestampType;
import java.util.List;
import java.util.StringJoiner;

/**
 * Types of MySQL. Where its defaults would lose something (decimals without a fraction, times without
 * one, 64 KB of bytes), the type is spelled out. Text without a length has 255 characters, because it
 * could have no index otherwise; more is refused by the server.
 */
class MysqlSpelling extends TypeSpelling {
  MysqlSpelling(String dialect) {
    super(dialect);
  }

  @Override
  public String visit(BooleanType type) {
    return "BOOL";
  }

  @Override
  public String visit(IntegerType<?> type) {
    return type.javaType() == (Class<?>) Byte.class ? "TINYINT" : super.visit(type);
  }

  /** FLOAT would be sent as six digits, and holds less than a Java float. */
  @Override
  public String visit(FloatingType<?> type) {
    return "DOUBLE";
  }

  @Override
  public String visit(NumericType type) {
    return type.precision() == 0 ? "NUMERIC(65, 30)" : super.visit(type);
  }

  @Override
  public String visit(StringType type) {
    String plain = "VARCHAR(" + (type.length() == 0 ? 255 : type.length()) + ")";
    return collated(type, type.large() ? "LONGTEXT" : plain);
  }

  @Override
  public String visit(IntervalType type) {
    return "DATETIME(6)";
  }

  @Override
  public String visit(EnumType<?> type) {
    return type.isNative() ? enumerated("ENUM", type.constantNames()) : super.visit(type);
  }

  @Override
  protected String quoted(String text) {
    return literal(text);
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /** A type that lists its values. */
  static String enumerated(String name, List<String> values) {
    StringJoiner list = new StringJoiner(", ", name + "(", ")");
    for (String value : values) {
      list.add(literal(value));
    }
    return list.toString();
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
  public String visit(ExactType<?> type) {
    String spelled = type.spelling();
    return switch (type.name()) {
      case "NVARCHAR", "NCHAR" -> "NATIONAL " + spelled.substring(1);
      case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP";
      case "VARCHAR" -> {
        if (type.first() < 0) {
          throw new CompileException(
              CoreError.CANNOT_COMPILE,
              dialect(),
              "Cannot spell VARCHAR without a length: " + dialect()
                  + " wants one. Use VARCHAR(length), or STRING.");
        }
        yield spelled;
      }
      default -> spelled;
    };
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
    return type.length() == 0 ? "LONGBLOB" : super.visit(type);
  }
}
