package io.aludel.reflection;

import java.util.function.BiFunction;

/**
 * A database that can be asked what it holds: an engine, which opens a connection for it, or a
 * connection, which asks inside its own transaction.
 */
public interface Inspectable {
  /**
   * Runs {@code work} with the catalogue of the database.
   *
   * @param work what asks the catalogue
   * @param <R> the type of its result
   * @return its result
   */
  <R> R withCatalog(BiFunction<Catalog, CatalogQuery, R> work);
}
