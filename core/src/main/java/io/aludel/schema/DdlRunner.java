package io.aludel.schema;

import io.aludel.types.SchemaType;
import java.util.List;

/** The database end of creating and dropping: runs DDL and says what is there. */
public interface DdlRunner {
  /**
   * The name of the dialect, such as {@code postgresql}.
   *
   * @return the name
   */
  String dialect();

  /**
   * Whether the database has a table, or view, of this name and schema. Emits one query a schema.
   *
   * @param table the table looked for
   * @return true if it exists
   */
  boolean hasTable(Table table);

  /**
   * Whether the database knows sequences.
   *
   * @return true if it does
   */
  boolean hasSequences();

  /**
   * Whether the database has a sequence of this name and schema. Emits one query a schema.
   *
   * @param sequence the sequence looked for
   * @return true if it exists
   */
  boolean hasSequence(Sequence sequence);

  /**
   * Whether the table of an index has an index of this name. Emits a query.
   *
   * @param index the index looked for
   * @return true if it exists
   */
  boolean hasIndex(Index index);

  /**
   * Whether constraints can be added to and dropped from existing tables.
   *
   * @return false for databases such as SQLite, where foreign keys stand in CREATE TABLE only
   */
  boolean altersConstraints();

  /**
   * The types of the database that a table's columns need.
   *
   * @param table the table
   * @return the types, mostly none
   */
  default List<SchemaType> types(Table table) {
    return List.of();
  }

  /**
   * Whether the database has a type. Emits one query.
   *
   * @param type the type looked for
   * @return true if it exists
   */
  default boolean hasType(SchemaType type) {
    return false;
  }

  /**
   * Compiles {@code element} and runs it. A table gets its comments too.
   *
   * @param element what to create, alter or drop
   */
  void run(DdlElement element);

  /**
   * Adds the tables of the database's default schema, or of that of the metadata, to a metadata that
   * lacks them. Emits a fixed number of queries a schema.
   *
   * @param metadata what gets them
   */
  void reflect(MetaData metadata);
}
