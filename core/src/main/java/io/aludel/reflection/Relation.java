package io.aludel.reflection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table or view of the database.
 *
 * @param name its name
 * @param kind what it is
 * @param temporary whether it belongs to this session
 * @param comment the comment on it, or null
 * @param definition the query of a view, or null
 * @param options what the dialect says of it, such as {@code engine} on MariaDB
 */
public record Relation(
    String name,
    Kind kind,
    boolean temporary,
    @Nullable String comment,
    @Nullable String definition,
    Map<String, String> options) {
  /** What a relation is. */
  public enum Kind {
    /** A table. */
    TABLE,
    /** A view. */
    VIEW,
    /** A view whose rows the database keeps. */
    MATERIALIZED_VIEW
  }

  /** Creates the description. */
  public Relation {
    options = Map.copyOf(options);
  }
}
