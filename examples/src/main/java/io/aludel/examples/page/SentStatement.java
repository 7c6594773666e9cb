package io.aludel.examples.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One statement that reached the database.
 *
 * @param sql its text, with a placeholder for each parameter
 * @param parameters one list for each row of values; empty when there are none
 */
public record SentStatement(String sql, List<List<String>> parameters) {
  /**
   * The statement as text that can be kept in a file: its SQL, then a comment with the values of each row.
   *
   * @return the lines, without a line break at the end
   */
  public String asText() {
    String rows = parameters.stream()
        .map(row -> "\n-- " + String.join(", ", row))
        .collect(Collectors.joining());
    return sql + rows;
  }
}
