package io.aludel.testing.internal.statement;

import io.aludel.testing.ExecutedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as expected on one dialect; null parameters match any. */
public record Spelling(String sql, @Nullable List<List<@Nullable Object>> parameters) {
  boolean matches(ExecutedStatement actual) {
    return SqlText.normal(sql).equals(SqlText.normal(actual.sql()))
        && (parameters == null || SameValues.same(rows(parameters), rows(actual.parameters())));
  }

  /** One execution without parameters is the same as none recorded. */
  private static List<List<@Nullable Object>> rows(List<List<@Nullable Object>> rows) {
    return rows.equals(List.of(List.of())) ? List.of() : rows;
  }
}
