package io.aludel.types;

import io.aludel.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A type of the database made of another one and a condition: {@code CREATE DOMAIN}. It is created and
 * dropped with the tables that use it. Databases without domains refuse it.
 *
 * @param typeName the name in the database
 * @param typeSchema the schema that holds it, or null
 * @param base the type it is made of
 * @param check a condition on {@code VALUE} as SQL text, sent as it is, or null
 * @param <T> the Java type of the values
 */
public record DomainType<T>(
    String typeName,
    @Nullable String typeSchema,
    SqlType<T> base,
    @Nullable String check) implements SqlType<T>, SchemaType {
  /** Checks the name. */
  public DomainType {
    ArgumentException.requireText(typeName, "the name of a domain");
    ArgumentException.requireNonNull(base, "the type of a domain");
  }

  /**
   * A domain in the default schema.
   *
   * @param name the name in the database
   * @param base the type it is made of
   * @param check a condition on {@code VALUE} as SQL text, sent as it is, or null
   * @param <T> the Java type of the values
   * @return the type
   */
  public static <T> DomainType<T> of(String name, SqlType<T> base, @Nullable String check) {
    return new DomainType<>(name, null, base, check);
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Class<T> javaType() {
    return base.javaType();
  }

  @Override
  public SqlType<?> generic() {
    return base.generic();
  }

  @Override
  public @Nullable T fit(Object value) {
    return base.fit(value);
  }

  @Override
  public boolean sameValue(T left, T right) {
    return base.sameValue(left, right);
  }
}
