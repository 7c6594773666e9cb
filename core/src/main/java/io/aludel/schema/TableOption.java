package io.aludel.schema;

import io.aludel.ArgumentException;

/** Something said of a table as a whole. Immutable. */
public sealed interface TableOption extends SchemaItem {

  /**
   * Puts the table into a schema.
   *
   * @param name the schema, overriding that of the metadata
   */
  record InSchema(String name) implements TableOption {
    /**
     * Creates the option.
     *
     * @throws ArgumentException if {@code name} is null or blank
     */
    public InSchema {
      ArgumentException.requireText(name, "the schema of a table");
    }
  }
}
