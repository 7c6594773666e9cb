package io.aludel.types;

import io.aludel.ArgumentException;
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
