package io.aludel.examples.page;

import io.aludel.ListenerHandle;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records what an engine sends, from the moment it is made until it is closed. */
public final class StatementTape implements AutoCloseable {
  private final List<SentStatement> sent = new ArrayList<>();
  private final List<ListenerHandle> handles;

  private StatementTape(Engine engine) {
    EngineEvents events = engine.events();
    handles = List.of(
        events.beforeCursorExecute((connection, statement) -> add(statement)),
        events.onCommit(connection -> add("COMMIT")),
        events.onRollback(connection -> add("ROLLBACK")));
  }

  /**
   * Starts to record.
   *
   * @param engine the engine to listen to
   * @return the tape; to be closed by the caller
   */
  public static StatementTape on(Engine engine) {
    return new StatementTape(engine);
  }

  /**
   * Takes off the tape what is on it.
   *
   * @return the statements since the last call, in order
   */
  public List<SentStatement> take() {
    List<SentStatement> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  @Override
  public void close() {
    handles.forEach(ListenerHandle::remove);
  }

  private void add(String sql) {
    sent.add(new SentStatement(sql, List.of()));
  }

  private void add(EngineEvents.SentStatement statement) {
    List<List<String>> rows = statement.parameters().stream()
        .filter(row -> !row.isEmpty())
        .map(row -> row.stream().map(StatementTape::literal).toList())
        .toList();
    sent.add(new SentStatement(statement.sql(), rows));
  }

  private static String literal(@Nullable Object value) {
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(StatementTape::literal).toList().toString();
    }
    return value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
  }
}
