package io.aludel.engine;

import org.jspecify.annotations.Nullable;

/**
 * A statement that failed, as messages show it.
 *
 * @param sql the SQL
 * @param parameters the parameters as text, abbreviated, or null when they are hidden
 */
public record FailedStatement(String sql, @Nullable String parameters) {
  String lines() {
    String shown = parameters == null ? "hidden" : parameters;
    return "\n  SQL: " + sql + "\n  Parameters: " + shown + "\n ";
  }
}
