package io.aludel.dialect.h2;

import io.aludel.dialect.IdentifierPreparer;
import io.aludel.dialect.TypeCompiler;
import io.aludel.dialect.TypeSpelling;
import io.aludel.types.BinaryType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.IntegerType;
import io.aludel.types.IntervalType;
import io.aludel.types.JsonType;
import io.aludel.types.NumericType;
import io.aludel.types.SchemaType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.Wrapping;
import io.aludel.types.ZonedTimestampType;
import java.util.StringJoiner;

/** Types of H2. Its NUMERIC without parameters has no fraction, and its times lose their nanoseconds. */
final class H2Spelling extends TypeSpelling {
  private final IdentifierPreparer identifiers;

  H2Spelling(IdentifierPreparer identifiers) {
    super("h2");
    this.identifiers = identifiers;
  }

  @Override
  public String visit(IntegerType<?> type) {
    return type.javaType() == (Class<?>) Byte.class ? "TINYINT" : super.visit(type);
  }

  @Override
  public String visit(NumericType type) {
    return type.precision() == 0 ? "DECFLOAT" : super.visit(type);
  }

  @Override
  public String visit(StringType type) {
    if (type.collation() != null) {
      throw unknown(type); // one collation for the whole database
    }
    return type.large() ? "CHARACTER LARGE OBJECT" : super.visit(type);
  }

  @Override
  public String visit(TimeType type) {
    return "TIME(9)";
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
  public String visit(BinaryType type) {
    return type.length() == 0 ? "BINARY LARGE OBJECT" : super.visit(type);
  }

  @Override
  public String visit(IntervalType type) {
    return "INTERVAL DAY(18) TO SECOND(9)";
  }

  @Override
  public String visit(EnumType<?> type) {
    if (!type.isNative()) {
      return super.visit(type);
    }
    StringJoiner list = new StringJoiner(", ", "ENUM(", ")");
    type.constantNames().forEach(text -> list.add("'" + text.replace("'", "''") + "'"));
    return list.toString();
  }

  @Override
  public String visit(DomainType<?> type) {
    return identifiers.prepare(type.typeSchema(), type.typeName());
  }

  @Override
  protected boolean owns(SchemaType type) {
    return type instanceof DomainType;
  }

  @Override
  protected TypeCompiler.SchemaTypeSql sql(SchemaType type) {
    String schema = type.typeSchema();
    return standardSql(
        type,
        identifiers.prepare(schema, type.typeName()),
        "SELECT domain_name FROM information_schema.domains WHERE domain_name = "
            + quoted(identifiers.folded(type.typeName())) + " AND domain_schema = "
            + (schema == null ? "SCHEMA()" : quoted(identifiers.folded(schema))));
  }

  @Override
  protected Wrapping needed(SqlType<?> type) {
    return type instanceof JsonType ? new Wrapping("", " FORMAT JSON") : Wrapping.NONE;
  }
}
