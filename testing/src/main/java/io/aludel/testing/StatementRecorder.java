package io.aludel.testing;

import io.aludel.ListenerHandle;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineEvents;
import io.aludel.testing.internal.statement.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records what an engine executes. Each assertion looks at the steps since the assertion, or the
 * {@link #clear}, before it. Safe to use from several threads, though the order between them is then
 * chance.
 */
public final class StatementRecorder implements AutoCloseable {
  private final String dialect;
  private final List<Recording> recordings = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  private final List<ListenerHandle> listeners = new ArrayList<>();

  StatementRecorder(String dialect) {
    this.dialect = dialect;
  }

  /**
   * Begins to record what an engine executes, what fails included. The engine of a {@link
   * TestDatabase} has a recorder already.
   *
   * @param engine the engine
   * @return a recorder, which is closed to end the recording
   */
  public static StatementRecorder on(Engine engine) {
    StatementRecorder recorder = new StatementRecorder(engine.dialect().name());
    EngineEvents events = engine.events();
    recorder.listeners.addAll(List.of(
        events.beforeCursorExecute((connection, sent) ->
            recorder.add(new ExecutedStatement(sent.sql(), sent.parameters()))),
        events.onBegin(connection -> recorder.add(TransactionStep.BEGIN)),
        events.onCommit(connection -> recorder.add(TransactionStep.COMMIT)),
        events.onRollback(connection -> recorder.add(TransactionStep.ROLLBACK)),
        events.onSavepoint((connection, name) -> recorder.add(TransactionStep.SAVEPOINT)),
        events.onRollbackToSavepoint(
            (connection, name) -> recorder.add(TransactionStep.ROLLBACK_TO_SAVEPOINT)),
        events.onReleaseSavepoint(
            (connection, name) -> recorder.add(TransactionStep.RELEASE_SAVEPOINT))));
    return recorder;
  }

  /**
   * Runs an action and takes its steps aside.
   *
   * @param action what to run
   * @return the steps of the action alone; steps from before stay with this recorder
   */
  public Recording record(Runnable action) {
    int before = size();
    action.run();
    return take(before);
  }

  /**
   * What was recorded since the last assertion; looking at it asserts nothing.
   *
   * @return the statements, transaction steps left out
   */
  public List<ExecutedStatement> statements() {
    return new Recording(dialect, copy()).statements();
  }

  /**
   * Fails unless exactly these statements were executed since the last assertion, in this order.
   * Transactions are not looked at. No expectation means no statement.
   *
   * @param expectations what should have been executed
   * @throws AssertionError if something else was, showing both
   * @throws TestingException if an expectation is a {@link TransactionStep}
   */
  public void assertStatements(Expectation... expectations) {
    take(0).assertStatements(expectations);
  }

  /**
   * Fails unless exactly these statements and transaction steps happened since the last assertion,
   * in this order.
   *
   * @param expectations what should have happened
   * @throws AssertionError if something else did, showing both
   */
  public void assertSteps(Expectation... expectations) {
    take(0).assertSteps(expectations);
  }

  /**
   * Fails if one statement was executed more often than that since the last assertion, whatever its
   * values: so that nothing is loaded one object at a time (the N+1 problem). Asserts nothing else: what
   * was recorded can still be looked at.
   *
   * @param most how often a statement may be executed
   * @throws AssertionError if one was executed more often, showing how often
   */
  public void assertNoRepeats(int most) {
    Map<String, Integer> times = new LinkedHashMap<>();
    statements().forEach(each -> times.merge(each.sql(), 1, Integer::sum));
    times.values().removeIf(count -> count <= most);
    if (!times.isEmpty()) {
      StringBuilder text = new StringBuilder(
          "Statements were executed more than " + most + " times on " + dialect + ":");
      times.forEach(
          (sql, count) -> text.append("\n").append(count).append(" times ").append(sql));
      throw new AssertionError(text.append("\nLoad for all objects at once, by selectinLoad(…)."));
    }
  }

  /** Forgets what was recorded and not asserted, for the preparations of a test. */
  public synchronized void clear() {
    recordings.clear();
    steps.clear();
  }

  /**
   * Fails if a statement was executed that no assertion has looked at.
   *
   * @throws AssertionError if there is one, showing all of them
   */
  public void assertNothingUnasserted() {
    List<ExecutedStatement> left = unasserted();
    if (!left.isEmpty()) {
      throw new AssertionError(
          "Statements were executed that no assertion looked at, " + left.size() + " on " + dialect
              + ":\n" + Comparison.text(left) + "\nAssert them, or clear() the recorder before.");
    }
  }

  /** Ends the recording; what was recorded can still be asserted. */
  @Override
  public void close() {
    listeners.forEach(ListenerHandle::remove);
  }

  synchronized void add(Step step) {
    steps.add(step);
  }

  /** The statements that no assertion has looked at. */
  synchronized List<ExecutedStatement> unasserted() {
    List<ExecutedStatement> unasserted = new ArrayList<>();
    recordings.forEach(recording -> unasserted.addAll(recording.unasserted()));
    unasserted.addAll(statements());
    return unasserted;
  }

  private synchronized int size() {
    return steps.size();
  }

  private synchronized List<Step> copy() {
    return List.copyOf(steps);
  }

  private synchronized Recording take(int from) {
    List<Step> tail = steps.subList(from, steps.size());
    Recording recording = new Recording(dialect, tail);
    tail.clear();
    recordings.add(recording);
    return recording;
  }
}
