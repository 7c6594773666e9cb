package io.aludel.dialect;

import io.aludel.types.Codec;
import io.aludel.types.SqlType;
import io.aludel.types.TypeVisitor;
import java.time.temporal.ChronoUnit;

/** A type compiler made of a spelling for tables, another for casts, and codecs. */
public final class StandardTypeCompiler implements TypeCompiler {
  private final TypeVisitor<String> spelling;
  private final TypeVisitor<String> castSpelling;
  private final TypeVisitor<Codec<?>> codecs;

  /**
   * Creates a type compiler.
   *
   * @param spelling spells types in CREATE TABLE
   * @param castSpelling spells types in CAST
   * @param codecs makes codecs
   */
  public StandardTypeCompiler(
      TypeVisitor<String> spelling,
      TypeVisitor<String> castSpelling,
      TypeVisitor<Codec<?>> codecs) {
    this.spelling = spelling;
    this.castSpelling = castSpelling;
    this.codecs = codecs;
  }

  StandardTypeCompiler(String dialect) {
    this(
        new TypeSpelling(dialect),
        new TypeSpelling(dialect),
        new TypeCodecs(dialect, ChronoUnit.NANOS));
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
  @SuppressWarnings("unchecked") // each visit gives the codec of the type it was given
  public <T> Codec<T> codec(SqlType<T> type) {
    return (Codec<T>) type.accept(codecs);
  }
}
