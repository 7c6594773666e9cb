package io.aludel.dialect;

import io.aludel.types.ArrayType;
import io.aludel.types.Codec;
import io.aludel.types.ConvertedType;
import io.aludel.types.SchemaType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.VariantType;
import io.aludel.types.Wrapping;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A type compiler made of a spelling for tables, another for casts, and codecs, each made once. */
public final class StandardTypeCompiler implements TypeCompiler {
  private final TypeSpelling spelling;
  private final TypeSpelling castSpelling;
  private final TypeCodecs codecs;
  private final Map<SqlType<?>, Codec<?>> known = new ConcurrentHashMap<>();

  /**
   * Creates a type compiler.
   *
   * @param spelling spells types in CREATE TABLE
   * @param castSpelling spells types in CAST
   * @param codecs makes codecs
   */
  public StandardTypeCompiler(TypeSpelling spelling, TypeSpelling castSpelling, TypeCodecs codecs) {
    this.spelling = spelling;
    this.castSpelling = castSpelling;
    this.codecs = codecs;
  }

  /** For text that people read: of a type that nobody knows it says the name. */
  static StandardTypeCompiler tolerant(String dialect) {
    TypeSpelling names = new TypeSpelling(dialect) {
      @Override
      public String other(SqlType<?> type) {
        boolean known = type instanceof VariantType || type instanceof ConvertedType;
        return known ? super.other(type) : type.toString();
      }
    };
    TimeLimits all =
        new TimeLimits(dialect, ChronoUnit.NANOS, Year.MIN_VALUE, Year.MAX_VALUE, Set.of());
    return new StandardTypeCompiler(names, names, new TypeCodecs(dialect, all) {
      @Override
      public Codec<?> visit(ArrayType<?> type) {
        return super.other(SqlTypes.UNKNOWN);
      }

      @Override
      public Codec<?> other(SqlType<?> type) {
        return super.other(SqlTypes.UNKNOWN);
      }
    });
  }

  @Override
  public String spell(SqlType<?> type) {
    return type.accept(spelling);
  }

  @Override
  public String spellCast(SqlType<?> type) {
    return type.accept(castSpelling);
  }

  @Override
  public Wrapping bound(SqlType<?> type) {
    return spelling.bound(type);
  }

  @Override
  public TypeCompiler.@Nullable PermittedValues permitted(SqlType<?> type) {
    return spelling.permitted(type);
  }

  @Override
  public List<SchemaType> owned(SqlType<?> type) {
    List<SchemaType> owned = new ArrayList<>();
    spelling.owned(type, owned::add);
    return owned;
  }

  @Override
  public TypeCompiler.SchemaTypeSql sql(SchemaType type) {
    return spelling.sql(type);
  }

  @Override
  public Wrapping selected(SqlType<?> type) {
    return spelling.selected(type);
  }

  @Override
  @SuppressWarnings("unchecked") // each visit gives the codec of the type it was given
  public <T> Codec<T> codec(SqlType<T> type) {
    Codec<?> codec = known.get(type);
    if (codec == null) {
      codec = type.accept(codecs);
      known.put(type, codec);
    }
    return (Codec<T>) codec;
  }
}
