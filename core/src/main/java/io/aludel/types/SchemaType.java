package io.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * A type that some databases keep under a name of its own, created before the tables that use it and
 * dropped after them: an enum of PostgreSQL, a domain.
 */
public sealed interface SchemaType permits EnumType, DomainType {
  /**
   * The name in the database.
   *
   * @return the name, without quotes
   */
  String typeName();

  /**
   * The schema that holds it.
   *
   * @return the schema, or null for the default schema of the connection
   */
  @Nullable String typeSchema();
}
