package io.aludel.dialect.internal;

import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.TypeCompiler;
import io.aludel.types.ArrayType;
import io.aludel.types.Codec;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.SchemaType;
import io.aludel.types.SqlType;
import io.aludel.types.VariantType;
import io.aludel.types.Wrapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Types of the database found in other schemas than they name, as a translation of schemas says. */
public final class TranslatedTypes implements TypeCompiler {
  private final TypeCompiler types;
  private final CompileOptions options;

  public TranslatedTypes(TypeCompiler types, CompileOptions options) {
    this.types = types;
    this.options = options;
  }

  private SqlType<?> moved(SqlType<?> type) {
    if (type instanceof ArrayType<?> array) {
      SqlType<?> element = moved(array.element());
      return element == array.element() ? type : new ArrayType<>(element);
    }
    if (type instanceof VariantType<?> variants) {
      return moved(variants);
    }
    return type instanceof SchemaType named ? (SqlType<?>) moved(named) : type;
  }

  @SuppressWarnings("unchecked") // a moved type has the values of the type
  private <T> SqlType<T> moved(VariantType<T> type) {
    SqlType<T> base = (SqlType<T>) moved(type.base());
    Map<String, SqlType<T>> variants = new HashMap<>();
    type.variants()
        .forEach((dialect, variant) -> variants.put(dialect, (SqlType<T>) moved(variant)));
    return new VariantType<>(base, variants);
  }

  private SchemaType moved(SchemaType type) {
    String schema = options.schema(type.typeSchema());
    if (Objects.equals(schema, type.typeSchema())) {
      return type;
    }
    return type instanceof EnumType<?> constants
        ? constants.inSchema(schema)
        : inSchema((DomainType<?>) type, schema);
  }

  private static <T> SchemaType inSchema(DomainType<T> type, @Nullable String schema) {
    return new DomainType<>(type.typeName(), schema, type.base(), type.check());
  }

  @Override
  public String spell(SqlType<?> type) {
    return types.spell(moved(type));
  }

  @Override
  public String spellCast(SqlType<?> type) {
    return types.spellCast(moved(type));
  }

  @Override
  public <T> Codec<T> codec(SqlType<T> type) {
    return types.codec(type);
  }

  @Override
  public Wrapping bound(SqlType<?> type) {
    return types.bound(moved(type));
  }

  @Override
  public @Nullable PermittedValues permitted(SqlType<?> type) {
    return types.permitted(type);
  }

  @Override
  public List<SchemaType> owned(SqlType<?> type) {
    return types.owned(type);
  }

  @Override
  public SchemaTypeSql sql(SchemaType type) {
    return types.sql(moved(type));
  }

  @Override
  public Wrapping selected(SqlType<?> type) {
    return types.selected(moved(type));
  }
}
