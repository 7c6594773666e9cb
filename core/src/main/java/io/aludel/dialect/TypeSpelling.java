package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.types.BinaryType;
import io.aludel.types.BooleanType;
import io.aludel.types.ConvertedType;
import io.aludel.types.DateType;
import io.aludel.types.EnumType;
import io.aludel.types.ExternalType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.TypeVisitor;
import io.aludel.types.UuidType;
import io.aludel.types.ZonedTimestampType;

/** Spells types in standard SQL. A dialect overrides what its database says otherwise. */
public class TypeSpelling implements TypeVisitor<String> {
  private final String dialect;

  /**
   * Creates a spelling.
   *
   * @param dialect the name of the dialect, for messages
   */
  protected TypeSpelling(String dialect) {
    this.dialect = dialect;
  }

  @Override
  public String visit(BooleanType type) {
    return "BOOLEAN";
  }

  @Override
  public String visit(IntegerType<?> type) {
    Class<?> java = type.javaType();
    if (java == Long.class) {
      return "BIGINT";
    }
    return java == Integer.class ? "INTEGER" : "SMALLINT";
  }

  @Override
  public String visit(FloatingType<?> type) {
    return type.javaType() == (Class<?>) Float.class ? "REAL" : "DOUBLE PRECISION";
  }

  @Override
  public String visit(NumericType type) {
    return type.precision() == 0
        ? "NUMERIC"
        : "NUMERIC(" + type.precision() + ", " + type.scale() + ")";
  }

  @Override
  public String visit(StringType type) {
    if (type.large()) {
      return "TEXT";
    }
    return type.length() == 0 ? "VARCHAR" : "VARCHAR(" + type.length() + ")";
  }

  @Override
  public String visit(DateType type) {
    return "DATE";
  }

  @Override
  public String visit(TimeType type) {
    return "TIME";
  }

  @Override
  public String visit(TimestampType type) {
    return "TIMESTAMP";
  }

  @Override
  public String visit(ZonedTimestampType<?> type) {
    return "TIMESTAMP WITH TIME ZONE";
  }

  @Override
  public String visit(UuidType type) {
    return "UUID";
  }

  @Override
  public String visit(EnumType<?> type) {
    return "VARCHAR(" + type.length() + ")";
  }

  @Override
  public String visit(BinaryType type) {
    return type.length() == 0 ? "BLOB" : "VARBINARY(" + type.length() + ")";
  }

  @Override
  public String other(SqlType<?> type) {
    if (type instanceof ConvertedType<?, ?> converted) {
      return converted.stored().accept(this);
    }
    String own = type instanceof ExternalType<?> external ? external.spell(dialect) : null;
    if (own != null) {
      return own;
    }
    throw new CompileException(
        CoreError.CANNOT_COMPILE,
        dialect,
        "Cannot spell type " + type + ": " + dialect
            + " does not know it. State a type that it knows.");
  }
}
