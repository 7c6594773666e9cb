package io.aludel.orm.mapping;

import io.aludel.schema.Column;

/**
 * Two columns that a relationship ties together.
 *
 * @param from the column that has the value
 * @param to the column that gets it, or is compared with it
 */
public record ColumnPair(Column<?> from, Column<?> to) {
  /** The pair as messages write it: {@code users.id -> posts.user_id}. */
  @Override
  public String toString() {
    return from + " -> " + to;
  }
}
