package io.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.async.Await;
import io.aludel.engine.Engine;
import io.aludel.orm.SessionFactory;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {
  private final OpenSessions sessions = new OpenSessions();

  private static SessionCore session(Engine engine) {
    return new SessionCore(
        SessionFactory.of(engine).open(),
        new FactoryCore(engine, null),
        SessionSettings.STANDARD,
        null,
        (core, frame) -> {
          throw new IllegalStateException("nobody hears of transactions here");
        });
  }

  @Test
  void list_sessionThatNobodyHolds_isForgotten() {
    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      SessionCore held = session(engine);
      OpenSessions.Entry entry = sessions.opened(held);
      OpenSessions.Entry forgotten = sessions.opened(session(engine));
      Await.collected(forgotten::get);
      assertThat(sessions.list()).containsExactly(held);

      sessions.closed(entry);
      assertThat(sessions.list()).isEmpty();
      sessions.reopened(entry);
      assertThat(sessions.list()).containsExactly(held);
    }
  }
}
