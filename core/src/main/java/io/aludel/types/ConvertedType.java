package io.aludel.types;

/**
 * A type of an application that stores its values as those of another type: an amount of money as a
 * decimal, a tag as text. Databases see nothing but the other type. Make it a record or a constant, since
 * types are compared by {@code equals}; it must be safe to share.
 *
 * @param <T> the Java type of the values
 * @param <S> the Java type they are stored as
 */
public interface ConvertedType<T, S> extends SqlType<T> {
  /**
   * The type that databases see.
   *
   * @return the type, always an equal one
   */
  SqlType<S> stored();

  /**
   * The value to store.
   *
   * @param value a value, not null
   * @return the stored value, not null
   */
  S toStored(T value);

  /**
   * The value that was stored.
   *
   * @param stored a stored value, not null
   * @return the value, not null
   */
  T fromStored(S stored);

  /**
   * The type that one database sees.
   *
   * @param dialect the name of the dialect
   * @return the type, {@link #stored()} unless overridden
   */
  default SqlType<S> stored(String dialect) {
    return stored();
  }

  /**
   * The value to store as it stands in SQL text that is shown, or sent without parameters.
   *
   * @param value a value, not null
   * @return the stored value, {@link #toStored} unless overridden
   */
  default S toLiteral(T value) {
    return toStored(value);
  }
}
