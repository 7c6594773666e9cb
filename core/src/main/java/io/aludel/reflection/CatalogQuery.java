package io.aludel.reflection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs queries on the catalogue of a database. */
@FunctionalInterface
public interface CatalogQuery {
  /**
   * Runs a query. Emits it.
   *
   * @param sql the query, with a question mark for each parameter
   * @param parameters the values, as the driver takes them
   * @return the rows
   */
  List<CatalogRow> rows(String sql, @Nullable Object... parameters);
}
