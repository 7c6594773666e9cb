package io.aludel.dialect;

import io.aludel.types.Codec;
import io.aludel.types.SqlType;
import io.aludel.types.Wrapping;

/** How a dialect spells types and how their values travel. Immutable and safe to share. */
public interface TypeCompiler {
  /**
   * The type as it stands in CREATE TABLE.
   *
   * @param type the type
   * @return its spelling
   * @throws CompileException if the dialect has no such type
   */
  String spell(SqlType<?> type);

  /**
   * The type as it stands in CAST.
   *
   * @param type the type
   * @return its spelling
   * @throws CompileException if the dialect cannot convert to it
   */
  String spellCast(SqlType<?> type);

  /**
   * How values of the type travel.
   *
   * @param type the type
   * @param <T> the Java type of the values
   * @return the codec
   * @throws CompileException if the dialect has no such type
   */
  <T> Codec<T> codec(SqlType<T> type);

  /**
   * What stands around each bound value of the type.
   *
   * @param type the type
   * @return the SQL around it
   */
  default Wrapping bound(SqlType<?> type) {
    return Wrapping.NONE;
  }

  /**
   * What stands around each selected column of the type.
   *
   * @param type the type
   * @return the SQL around it
   */
  default Wrapping selected(SqlType<?> type) {
    return Wrapping.NONE;
  }
}
