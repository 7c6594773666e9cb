package io.aludel.reflection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a dialect reads the catalogue of its database. Every method reads all that is in its scope in a
 * number of queries that does not depend on how much that is. Results are by name of table; tables
 * without any are absent. Immutable and safe to share.
 */
public interface Catalog {
  /**
   * The schema in which tables without one are looked for.
   *
   * @param query runs queries
   * @return its name
   */
  String defaultSchema(CatalogQuery query);

  /**
   * The schemas of the database.
   *
   * @param query runs queries
   * @return their names
   */
  List<String> schemas(CatalogQuery query);

  /**
   * The tables and views.
   *
   * @param query runs queries
   * @param scope which of them
   * @return one for each, by name
   */
  List<Relation> relations(CatalogQuery query, Scope scope);

  /**
   * The columns.
   *
   * @param query runs queries
   * @param scope of which tables and views
   * @return the columns in order
   */
  Map<String, List<ReflectedColumn>> columns(CatalogQuery query, Scope scope);

  /**
   * The primary keys.
   *
   * @param query runs queries
   * @param scope of which tables
   * @return the keys
   */
  Map<String, ReflectedKey> primaryKeys(CatalogQuery query, Scope scope);

  /**
   * The unique constraints.
   *
   * @param query runs queries
   * @param scope of which tables
   * @return the constraints
   */
  Map<String, List<ReflectedKey>> uniqueConstraints(CatalogQuery query, Scope scope);

  /**
   * The foreign keys.
   *
   * @param query runs queries
   * @param scope of which tables
   * @return the foreign keys
   */
  Map<String, List<ReflectedForeignKey>> foreignKeys(CatalogQuery query, Scope scope);

  /**
   * The indexes but those of primary keys.
   *
   * @param query runs queries
   * @param scope of which tables
   * @return the indexes
   */
  Map<String, List<ReflectedIndex>> indexes(CatalogQuery query, Scope scope);

  /**
   * The check constraints.
   *
   * @param query runs queries
   * @param scope of which tables
   * @return the constraints
   */
  Map<String, List<ReflectedCheck>> checks(CatalogQuery query, Scope scope);

  /**
   * The sequences but those of identity columns.
   *
   * @param query runs queries
   * @param schema their schema, or null for the default
   * @return the sequences; none where the database has none
   */
  List<ReflectedSequence> sequences(CatalogQuery query, @Nullable String schema);

  /**
   * The enum types that the database keeps.
   *
   * @param query runs queries
   * @param schema their schema, or null for the default
   * @return the types; none where the database has none
   */
  default List<ReflectedEnum> enums(CatalogQuery query, @Nullable String schema) {
    return List.of();
  }
}
