package io.aludel.testing;

import io.aludel.testing.internal.statement.Comparison;
import io.aludel.testing.internal.statement.Wanted;
import java.util.Arrays;
import java.util.List;

/**
 * What an engine did during a piece of a test. Holds steps of one thread after the other; immutable
 * but for the note that it was asserted.
 */
public final class Recording {
  private final String dialect;
  private final List<Step> steps;
  private boolean asserted;

  Recording(String dialect, List<Step> steps) {
    this.dialect = dialect;
    this.steps = List.copyOf(steps);
  }

  /**
   * The statements in the order of their execution. Looking at them asserts nothing.
   *
   * @return the statements, transaction steps left out
   */
  public List<ExecutedStatement> statements() {
    return steps.stream()
        .filter(ExecutedStatement.class::isInstance)
        .map(ExecutedStatement.class::cast)
        .toList();
  }

  /**
   * The statements and the beginnings and ends of transactions, in order.
   *
   * @return all steps
   */
  public List<Step> steps() {
    return steps;
  }

  /**
   * Fails unless exactly these statements were executed, in this order; transactions are not looked
   * at. No expectation means no statement.
   *
   * @param expectations what should have been executed
   * @throws AssertionError if something else was, showing both
   * @throws TestingException if an expectation is a {@link TransactionStep}
   */
  public void assertStatements(Expectation... expectations) {
    for (Expectation expectation : expectations) {
      if (expectation instanceof TransactionStep) {
        throw new TestingException(
            TestingError.MISUSE,
            "Cannot expect " + expectation + " in assertStatements: it looks at statements only."
                + " Use assertSteps.");
      }
    }
    compare(List.copyOf(statements()), expectations);
  }

  /**
   * Fails unless exactly these statements and transaction steps happened, in this order.
   *
   * @param expectations what should have happened
   * @throws AssertionError if something else did, showing both
   */
  public void assertSteps(Expectation... expectations) {
    compare(steps, expectations);
  }

  private void compare(List<Step> actual, Expectation... expectations) {
    asserted = true;
    List<Wanted> wanted = Arrays.stream(expectations).map(this::wanted).toList();
    Comparison.of(wanted, actual).require(dialect);
  }

  private Wanted wanted(Expectation expectation) {
    if (expectation instanceof ExpectedStatement statement) {
      return new Wanted.Statements(List.of(statement.on(dialect)));
    }
    if (expectation instanceof AnyOrder anyOrder) {
      return new Wanted.Statements(
          anyOrder.statements().stream().map(statement -> statement.on(dialect)).toList());
    }
    if (expectation instanceof AnyStatements any) {
      return new Wanted.Any(any.count());
    }
    return new Wanted.Transaction((TransactionStep) expectation);
  }

  /** The statements, as long as nothing was asserted about them. */
  List<ExecutedStatement> unasserted() {
    return asserted ? List.of() : statements();
  }
}
