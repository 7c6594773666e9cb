package io.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * A type of an application that databases have by a name of their own, such as a geometry: it says by
 * itself how it is spelled and how its values travel. Make it a record or a constant, since types are
 * compared by {@code equals}; it must be safe to share.
 *
 * @param <T> the Java type of the values
 */
public interface ExternalType<T> extends SqlType<T> {
  /**
   * The type as it stands in CREATE TABLE and in CAST.
   *
   * @param dialect the name of the dialect
   * @return its spelling, or null where there is no such type
   */
  @Nullable String spell(String dialect);

  /**
   * How values travel. Asked for once, then kept.
   *
   * @param dialect the name of a dialect for which it has a spelling
   * @return the codec
   */
  Codec<T> codec(String dialect);
}
