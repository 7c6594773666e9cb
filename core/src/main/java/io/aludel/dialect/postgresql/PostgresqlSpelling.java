package io.aludel.dialect.postgresql;

import io.aludel.dialect.IdentifierPreparer;
import io.aludel.dialect.TypeCompiler;
import io.aludel.dialect.TypeSpelling;
import io.aludel.types.ArrayType;
import io.aludel.types.BinaryType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.InetType;
import io.aludel.types.IntervalType;
import io.aludel.types.JsonType;
import io.aludel.types.SchemaType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.Wrapping;

/** Types of PostgreSQL. */
final class PostgresqlSpelling extends TypeSpelling {
  private final IdentifierPreparer identifiers;

  PostgresqlSpelling(IdentifierPreparer identifiers) {
    super("postgresql");
    this.identifiers = identifiers;
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

  @Override
  public String visit(InetType type) {
    return "INET";
  }

  @Override
  public String visit(JsonType<?> type) {
    return type.binary() ? "JSONB" : "JSON";
  }

  @Override
  public String visit(ArrayType<?> type) {
    return type.element().accept(this) + "[]";
  }

  @Override
  public String visit(EnumType<?> type) {
    return type.isNative()
        ? identifiers.prepare(type.typeSchema(), type.typeName())
        : super.visit(type);
  }

  @Override
  public String visit(DomainType<?> type) {
    return identifiers.prepare(type.typeSchema(), type.typeName());
  }

  @Override
  public String visit(ExactType<?> type) {
    return switch (type.name()) {
      case "TIME", "TIMESTAMP" -> type.spelling() + " WITHOUT TIME ZONE";
      default -> type.spelling();
    };
  }

  @Override
  protected String collated(StringType type, String spelled) {
    return type.collation() == null
        ? spelled
        : spelled + " COLLATE " + identifiers.prepare(type.collationSchema(), type.collation());
  }

  @Override
  protected boolean owns(SchemaType type) {
    return !(type instanceof EnumType<?> constants) || constants.isNative();
  }

  @Override
  protected TypeCompiler.SchemaTypeSql sql(SchemaType type) {
    String schema = type.typeSchema();
    String within = schema == null
        ? "pg_catalog.pg_type_is_visible(pg_type.oid)"
        : "pg_namespace.nspname = " + quoted(schema);
    return standardSql(
        type,
        identifiers.prepare(schema, type.typeName()),
        "SELECT pg_type.typname FROM pg_catalog.pg_type JOIN pg_catalog.pg_namespace"
            + " ON pg_namespace.oid = pg_type.typnamespace WHERE pg_type.typname = "
            + quoted(type.typeName()) + " AND " + within);
  }

  /** What is bound as text without a type. */
  @Override
  protected Wrapping needed(SqlType<?> type) {
    boolean asText = type instanceof JsonType
        || type instanceof IntervalType
        || type instanceof InetType
        || type instanceof ArrayType
        || (type instanceof EnumType<?> constants && constants.isNative());
    return asText ? Wrapping.cast(type.accept(this)) : Wrapping.NONE;
  }
}
