package io.aludel.types;

import io.aludel.ArgumentException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text.
 *
 * @param length the most characters, 0 for no limit
 * @param large true for the database's type for long text
 * @param collation how it compares and sorts, or null for the database's default
 * @param collationSchema the schema that holds the collation, or null
 */
public record StringType(
    int length,
    boolean large,
    @Nullable String collation,
    @Nullable String collationSchema) implements SqlType<String> {
  /**
   * Text of the default collation.
   *
   * @param length the most characters, 0 for no limit
   * @param large true for the database's type for long text
   */
  public StringType(int length, boolean large) {
    this(length, large, null, null);
  }

  /**
   * The same type, compared and sorted by another collation. H2, which has one collation for a whole
   * database, refuses it.
   *
   * @param name the collation as the database calls it
   * @return the type
   */
  public StringType collated(String name) {
    return new StringType(
        length, large, ArgumentException.requireText(name, "the name of a collation"), null);
  }

  /**
   * The same type, compared and sorted by a collation in a schema, which PostgreSQL has.
   *
   * @param schema the schema
   * @param name the collation as the database calls it
   * @return the type
   */
  public StringType collated(String schema, String name) {
    return new StringType(
        length,
        large,
        ArgumentException.requireText(name, "the name of a collation"),
        ArgumentException.requireText(schema, "the schema of a collation"));
  }

  /** Written out, as is the hash: those of a record are linked when first called, while programs start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StringType that
        && length == that.length
        && large == that.large
        && Objects.equals(collation, that.collation)
        && Objects.equals(collationSchema, that.collationSchema);
  }

  @Override
  public int hashCode() {
    int hash = 31 * length + Boolean.hashCode(large);
    return 31 * (31 * hash + Objects.hashCode(collation)) + Objects.hashCode(collationSchema);
  }

  @Override
  public Class<String> javaType() {
    return String.class;
  }

  @Override
  public SqlType<?> generic() {
    return collation == null ? this : new StringType(length, large);
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
