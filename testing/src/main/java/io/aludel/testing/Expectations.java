package io.aludel.testing;

import io.aludel.testing.internal.statement.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words in which a test says what should have been executed; meant for static import. */
public final class Expectations {
  private Expectations() {}

  /**
   * Exactly this statement, executed once with these parameters; no parameters means none.
   *
   * @param sql the text; white space does not matter
   * @param parameters the bound values, in order, compared by {@code equals} (arrays by content)
   * @return the expectation
   */
  public static ExpectedStatement sql(String sql, @Nullable Object... parameters) {
    return new ExpectedStatement(new Spelling(sql, List.of(Arrays.asList(parameters))), Map.of());
  }

  /**
   * These statements one after the other in any order, and nothing between them.
   *
   * @param statements the statements
   * @return the expectation
   */
  public static Expectation allOf(ExpectedStatement... statements) {
    return new AnyOrder(List.of(statements));
  }

  /**
   * That many statements, whatever they say.
   *
   * @param statements how many; not negative
   * @return the expectation
   * @throws TestingException if the number is negative
   */
  public static Expectation count(int statements) {
    if (statements < 0) {
      throw new TestingException(
          TestingError.MISUSE,
          "Cannot expect " + statements + " statements: the number is negative.");
    }
    return new AnyStatements(statements);
  }
}
