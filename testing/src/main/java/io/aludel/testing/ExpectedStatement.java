package io.aludel.testing;

import io.aludel.testing.internal.statement.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement with its parameters, and other spellings of it on other dialects. Immutable; each
 * method returns a new expectation. Text is compared after runs of white space were made one space.
 */
public final class ExpectedStatement implements Expectation {
  private final Spelling spelling;
  private final Map<String, Spelling> others;

  ExpectedStatement(Spelling spelling, Map<String, Spelling> others) {
    this.spelling = spelling;
    this.others = Map.copyOf(others);
  }

  /**
   * Another text with the same parameters on one dialect.
   *
   * @param dialect the name of the dialect, such as {@code postgresql}
   * @param sql the text on that dialect
   * @return the expectation with this spelling added
   */
  public ExpectedStatement on(String dialect, String sql) {
    return with(dialect, new Spelling(sql, spelling.parameters()));
  }

  /**
   * Another text with other parameters on one dialect.
   *
   * @param dialect the name of the dialect, such as {@code postgresql}
   * @param sql the text on that dialect
   * @param parameters the bound values, in order
   * @return the expectation with this spelling added
   */
  public ExpectedStatement on(String dialect, String sql, @Nullable Object... parameters) {
    return with(dialect, new Spelling(sql, List.of(Arrays.asList(parameters))));
  }

  /**
   * The same text executed as a batch, replacing the parameters given so far.
   *
   * @param rows the bound values of each execution, in order
   * @return the expectation of a batch
   */
  @SafeVarargs
  public final ExpectedStatement batch(List<? extends @Nullable Object>... rows) {
    List<List<@Nullable Object>> copy = new ArrayList<>();
    for (List<? extends @Nullable Object> row : rows) {
      copy.add(new ArrayList<>(row));
    }
    return withParameters(copy);
  }

  /**
   * The same text with whatever parameters, for values that the test cannot know.
   *
   * @return the expectation that does not look at parameters
   */
  public ExpectedStatement anyParameters() {
    return withParameters(null);
  }

  private ExpectedStatement withParameters(@Nullable List<List<@Nullable Object>> parameters) {
    Map<String, Spelling> changed = new HashMap<>();
    others.forEach((dialect, other) -> changed.put(dialect, new Spelling(other.sql(), parameters)));
    return new ExpectedStatement(new Spelling(spelling.sql(), parameters), changed);
  }

  private ExpectedStatement with(String dialect, Spelling other) {
    Map<String, Spelling> changed = new HashMap<>(others);
    changed.put(dialect, other);
    return new ExpectedStatement(spelling, changed);
  }

  /** What is expected on that dialect. */
  Spelling on(String dialect) {
    return others.getOrDefault(dialect, spelling);
  }
}
