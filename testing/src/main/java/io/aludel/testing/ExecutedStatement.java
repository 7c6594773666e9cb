package io.aludel.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it went to the driver.
 *
 * @param sql the text, as sent
 * @param parameters the bound values of each execution: one list, or several for a batch
 */
public record ExecutedStatement(String sql, List<List<@Nullable Object>> parameters)
    implements Step {
  /**
   * Copies the values, which may be null.
   *
   * @param sql the text, as sent
   * @param parameters the bound values of each execution
   */
  public ExecutedStatement {
    List<List<@Nullable Object>> copy = new ArrayList<>();
    parameters.forEach(row -> copy.add(Collections.unmodifiableList(new ArrayList<>(row))));
    parameters = List.copyOf(copy);
  }
}
