package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON. A null that is bound is stored as the JSON null, unless {@link #nullAsSqlNull()} says
 * otherwise; {@code Sql.nullValue()} is SQL NULL always, and {@link Json#NULL} the JSON null. Both are
 * read as null, but as {@code Json} the JSON null is {@link Json#NULL}.
 *
 * @param javaType {@code Json}, {@code Map}, {@code List}, or a class that a {@link JsonFormat} knows
 * @param binary whether in the binary form that PostgreSQL and SQLite have beside the text
 * @param sqlNull whether null is stored as SQL NULL
 * @param format what reads and writes the values, or null for that of the application
 * @param <T> the Java type of the values
 */
public record JsonType<T>(
    Class<T> javaType,
    boolean binary,
    boolean sqlNull,
    @Nullable JsonFormat format) implements SqlType<T> {
  /** Checks the class. */
  public JsonType {
    ArgumentException.requireNonNull(javaType, "the class of JSON values");
  }

  /**
   * Values read and written by the format of the application.
   *
   * @param javaType their class
   * @param binary whether in the binary form
   * @param sqlNull whether null is stored as SQL NULL
   */
  public JsonType(Class<T> javaType, boolean binary, boolean sqlNull) {
    this(javaType, binary, sqlNull, null);
  }

  /**
   * The same type, its values read and written by a format of its own. Formats are chosen with types, not
   * with engines, because conversions are chosen when a statement is compiled.
   *
   * @param own the format
   * @return the type
   * @throws ArgumentException if the values are {@link Json}, which is JSON already
   */
  public JsonType<T> format(JsonFormat own) {
    ArgumentException.requireNonNull(own, "the format of JSON values");
    if (javaType == (Class<?>) Json.class) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Values of Json cannot have a format of their own: they are JSON already. Give the type"
              + " another class.");
    }
    return new JsonType<>(javaType, binary, sqlNull, own);
  }

  /**
   * The same type, storing null as SQL NULL.
   *
   * @return the type
   */
  public JsonType<T> nullAsSqlNull() {
    return new JsonType<>(javaType, binary, true, format);
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public boolean evaluatesNull() {
    return !sqlNull;
  }

  @Override
  public @Nullable T fit(Object value) {
    if (javaType == (Class<?>) Json.class) {
      return javaType.cast(Json.of(value));
    }
    return SqlType.super.fit(value);
  }

  /**
   * What is stored.
   *
   * @param value the value, or null
   * @return JSON text, or null for SQL NULL
   * @throws ArgumentException if there is no JSON of such a value
   */
  public @Nullable String toText(@Nullable T value) {
    if (value == null) {
      return sqlNull ? null : "null";
    }
    return isTree() ? Json.of(value).toString() : chosen().write(value);
  }

  /**
   * What was stored.
   *
   * @param text JSON text, or null for SQL NULL
   * @return the value
   * @throws ArgumentException if the text is no JSON, or of another kind
   */
  public @Nullable T fromText(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!isTree()) {
      return text.equals("null") ? null : chosen().read(text, javaType);
    }
    Json json = Json.parse(text);
    if (javaType == (Class<?>) Json.class) {
      return javaType.cast(json);
    }
    Object plain = json.toJava();
    if (plain != null && !javaType.isInstance(plain)) {
      throw new ArgumentException(
          CoreError.VALUE_CONVERSION,
          "Cannot read JSON as " + javaType.getSimpleName() + ": it is a "
              + plain.getClass().getSimpleName() + ". Read it as Json.");
    }
    return javaType.cast(plain);
  }

  private JsonFormat chosen() {
    return format == null ? JsonFormats.forClass(javaType) : format;
  }

  private boolean isTree() {
    return format == null
        && (javaType == (Class<?>) Json.class
            || javaType == (Class<?>) Map.class
            || javaType == (Class<?>) List.class);
  }
}
