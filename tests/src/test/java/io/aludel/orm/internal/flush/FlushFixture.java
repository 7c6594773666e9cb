package io.aludel.orm.internal.flush;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;

/** A session over some models, and what it sends. */
final class FlushFixture implements AutoCloseable {
  private final StatementRecorder recorder;
  private final SessionFactory sessions;
  private final Session session;

  FlushFixture(TestDatabase database, Registry models) {
    models.metadata().createAll(database.engine());
    recorder = database.recorder();
    recorder.clear();
    sessions = SessionFactory.of(database.engine(), models);
    session = sessions.open();
  }

  Session session() {
    return session;
  }

  SessionFactory sessions() {
    return sessions;
  }

  /** Flushes, and gives what was sent for it. */
  List<String> flush() {
    recorder.clear();
    session.flush();
    return Writes.take(recorder);
  }

  /** What was sent since the last look. */
  List<String> sent() {
    return Writes.take(recorder);
  }

  <E> E stored(E object) {
    session.add(object);
    session.flush();
    recorder.clear();
    return object;
  }

  @Override
  public void close() {
    session.close();
    recorder.clear();
  }
}
