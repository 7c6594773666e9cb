package io.aludel.queryset;

import java.util.List;

/**
 * Some of the objects of a query set.
 *
 * @param objects the objects
 * @param hasMore whether there are more behind them
 * @param <T> the entity class
 */
public record Page<T>(List<T> objects, boolean hasMore) {
  /**
   * Keeps a copy of the objects.
   *
   * @param objects the objects
   * @param hasMore whether there are more behind them
   */
  public Page {
    objects = List.copyOf(objects);
  }
}
