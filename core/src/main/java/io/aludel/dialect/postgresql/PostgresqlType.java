package io.aludel.dialect.postgresql;

import io.aludel.types.Codec;
import io.aludel.types.ExternalType;
import io.aludel.types.SqlType;
import io.aludel.types.Wrapping;
import java.sql.Types;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type that only PostgreSQL has, whose values travel as text. Equal to one of the same name and class.
 *
 * @param <T> the Java type of the values
 */
final class PostgresqlType<T> implements ExternalType<T> {
  private final String name;
  private final Class<T> javaType;
  private final SqlType<?> generic;
  private final Function<T, String> writer;
  private final Function<String, T> reader;

  PostgresqlType(
      String name,
      Class<T> javaType,
      @Nullable SqlType<?> generic,
      Function<T, String> writer,
      Function<String, T> reader) {
    this.name = name;
    this.javaType = javaType;
    this.generic = generic == null ? this : generic;
    this.writer = writer;
    this.reader = reader;
  }

  /** A type whose values are text for us too. */
  static PostgresqlType<String> ofText(String name) {
    return new PostgresqlType<>(name, String.class, null, Function.identity(), Function.identity());
  }

  String write(T value) {
    return writer.apply(value);
  }

  T read(String text) {
    return reader.apply(text);
  }

  @Override
  public Class<T> javaType() {
    return javaType;
  }

  @Override
  public SqlType<?> generic() {
    return generic;
  }

  @Override
  public @Nullable String spell(String dialect) {
    return dialect.equals("postgresql") ? name : null;
  }

  @Override
  public @Nullable Wrapping boundIn(String dialect) {
    if (!dialect.equals("postgresql")) {
      return null;
    }
    return name.equals("MONEY")
        ? new Wrapping("CAST(CAST(", " AS NUMERIC) AS MONEY)")
        : Wrapping.cast(name);
  }

  /** As MONEY it would be text in the language of the server. */
  @Override
  public @Nullable Wrapping selectedIn(String dialect) {
    return dialect.equals("postgresql") && name.equals("MONEY") ? Wrapping.cast("NUMERIC") : null;
  }

  @Override
  public Codec<T> codec(String dialect) {
    return new Codec<>(
        (statement, index, value) -> {
          if (value == null) {
            statement.setNull(index, Types.OTHER);
          } else {
            PostgresqlCodecs.untyped(statement, index, writer.apply(value));
          }
        },
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : read(text);
        });
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PostgresqlType<?> that
        && name.equals(that.name)
        && javaType == that.javaType;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
