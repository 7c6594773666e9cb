package io.aludel.orm.source;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A database with the tables of the town, and the session of one test. */
final class SourceRun implements AutoCloseable {
  final Registry registry = Registry.over(Town.METADATA);
  private final StatementRecorder recorder;
  private final SessionFactory sessions;
  Session session;

  SourceRun(TestDatabase database, Consumer<Registry> mapping) {
    Town.METADATA.createAll(database.engine());
    mapping.accept(registry);
    recorder = database.recorder();
    sessions = SessionFactory.of(database.engine(), registry);
    session = sessions.open();
    recorder.clear();
  }

  /**
   * The statements sent since it was last asked, with their values. How an INSERT has several rows, and what
   * it gives back, differs from database to database.
   */
  List<String> sent() {
    List<String> sent = recorder.statements().stream().map(SourceRun::shown).toList();
    recorder.clear();
    return sent;
  }

  private static String shown(ExecutedStatement statement) {
    String sql = statement
        .sql()
        .replaceFirst(" RETURNING .*$", "")
        .replaceFirst("^SELECT .* FROM FINAL TABLE \\(", "");
    String one = sql.replaceFirst("(VALUES (\\([?, ]+\\))).*$", "$1");
    List<Object> values = new ArrayList<>();
    int width = (int) one.chars().filter(each -> each == '?').count();
    for (List<?> row : statement.parameters()) {
      for (int from = 0; width > 0 && from < row.size(); from += width) {
        values.add(row.subList(from, from + width));
      }
    }
    return one + " " + values;
  }

  /** Stores objects and goes on with an empty session. */
  void store(Object... objects) {
    session.addAll(List.of(objects));
    fresh();
  }

  /** Commits and goes on with an empty session. */
  void fresh() {
    session.commit();
    session.close();
    session = sessions.open();
    recorder.clear();
  }

  @Override
  public void close() {
    session.close();
    recorder.clear();
  }
}
