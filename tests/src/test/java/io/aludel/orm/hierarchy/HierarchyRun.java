package io.aludel.orm.hierarchy;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;

/** A database with the tables of hierarchies, and the session of one test. */
final class HierarchyRun implements AutoCloseable {
  private final StatementRecorder recorder;
  private final SessionFactory sessions;
  private final TestDatabase database;
  Session session;

  HierarchyRun(TestDatabase database, Registry models) {
    this.database = database;
    models.metadata().createAll(database.engine());
    recorder = database.recorder();
    sessions = SessionFactory.of(database.engine(), models);
    session = sessions.open();
    recorder.clear();
  }

  /** Sessions of other entities. */
  SessionFactory sessions(Registry models) {
    return SessionFactory.of(database.engine(), models);
  }

  /** The statements sent since it was last asked. */
  List<String> sent() {
    List<String> sql =
        recorder.statements().stream().map(ExecutedStatement::sql).toList();
    recorder.clear();
    return sql;
  }

  /** The statements sent since it was last asked that are no SELECT. */
  List<String> written() {
    return sent().stream().filter(sql -> !sql.startsWith("SELECT")).toList();
  }

  int count() {
    return sent().size();
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
