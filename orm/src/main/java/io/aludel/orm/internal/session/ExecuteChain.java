package io.aludel.orm.internal.session;

import io.aludel.engine.Result;
import io.aludel.orm.OrmExecuteState;
import io.aludel.orm.OrmExecuteState.Source;
import io.aludel.orm.SessionEvents.ExecuteListener;
import io.aludel.sql.Row;
import io.aludel.sql.tree.StatementNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Those who hear of one execution, one after another. One of them may execute by itself, which tells the
 * ones after it, and not itself again (parity row ORM-EVT-24).
 */
final class ExecuteChain {
  private final SessionCore core;
  private final List<ExecuteListener> listeners;
  private final Function<OrmExecuteState, Result<Row>> execution;
  private int told;

  ExecuteChain(SessionCore core, Function<OrmExecuteState, Result<Row>> execution) {
    this.core = core;
    this.listeners = core.listeners().doOrmExecute().all();
    this.execution = execution;
  }

  /** Tells everybody; what comes back holds the statement to be run, or the answer. */
  OrmExecuteState ask(
      StatementNode statement,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      Source source) {
    OrmExecuteState state =
        new OrmExecuteState(core.session(), new Shown(statement), rows, source, this::continued);
    tellOthers(state);
    return state;
  }

  private void tellOthers(OrmExecuteState state) {
    while (told < listeners.size() && state.result() == null) {
      listeners.get(told++).executing(state);
    }
  }

  private Result<Row> continued(OrmExecuteState state) {
    tellOthers(state);
    Result<Row> answer = state.result();
    if (answer == null) {
      return execution.apply(state);
    }
    state.result(null);
    return answer;
  }
}
