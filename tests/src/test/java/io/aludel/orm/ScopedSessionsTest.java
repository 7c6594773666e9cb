package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.async.Await;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class ScopedSessionsTest {
  private SessionFactory sessions;

  @BeforeEach
  void createTables(TestDatabase database) {
    sessions = Shop.on(database);
  }

  @Test
  @Parity("ORM-SES-49")
  void perThread_isOneSessionForAThread_untilItIsRemoved() {
    ScopedSessions scoped = ScopedSessions.perThread(sessions);
    assertThat(scoped.isOpen()).isFalse();
    Session mine = scoped.session();
    assertThat(scoped.session()).isSameAs(mine);
    assertThat(scoped.isOpen()).isTrue();
    Session other = Await.done(CompletableFuture.supplyAsync(() -> {
      Session theirs = scoped.session();
      scoped.remove();
      return theirs;
    }));
    assertThat(other).isNotSameAs(mine);
    assertThatThrownBy(() -> other.add(new User("Ann"))).isInstanceOf(SessionStateException.class);

    mine.add(new User("Ann"));
    scoped.remove();
    scoped.remove();
    assertThatThrownBy(() -> mine.add(new User("Ann")))
        .isInstanceOf(SessionStateException.class)
        .hasMessageContaining("the session is closed");
    assertThat(scoped.session()).isNotSameAs(mine);
    scoped.remove();
  }

  @Test
  @Parity("ORM-SES-49")
  void scope_saysWhichSession() {
    String[] request = {"first"};
    ScopedSessions scoped = ScopedSessions.of(sessions, () -> request[0]);
    Session first = scoped.session();
    request[0] = "second";
    Session second = scoped.session();
    assertThat(second).isNotSameAs(first);
    assertThat(scoped).asString().startsWith("ScopedSessions(2 open, SessionFactory(");
    scoped.remove();
    request[0] = "first";
    assertThat(scoped.session()).isSameAs(first);
    scoped.remove();
    assertThat(scoped).asString().startsWith("ScopedSessions(0 open");
  }

  @Test
  @Parity("ORM-SES-49")
  void open_withOptions_isRefusedOnceThereIsASession() {
    ScopedSessions scoped = ScopedSessions.perThread(sessions);
    Session made = scoped.open(SessionOption.autoflush(false));
    assertThat(scoped.session()).isSameAs(made);
    assertThatThrownBy(() -> scoped.open(SessionOption.autoflush(true)))
        .isInstanceOf(SessionStateException.class)
        .hasMessageContaining("the scope has one already")
        .hasMessageEndingWith("[ORM-227]");
    scoped.remove();
  }

  @Test
  @Parity("ORM-SES-49")
  void configure_holdsForSessionsFromThenOn() {
    ScopedSessions scoped = ScopedSessions.perThread(sessions);
    Session before = scoped.session();
    scoped.configure(SessionOption.autobegin(false));
    assertThat(scoped.session()).as("stays as it is, with a warning").isSameAs(before);
    before.add(new User("Ann"));
    scoped.remove();
    assertThatThrownBy(() -> scoped.session().add(new User("Ann")))
        .hasMessageContaining("Call begin() first");
    assertThat(scoped.factory()).asString().contains("without autobegin");
    scoped.remove();
  }

  @Test
  void misuse_isNamed() {
    assertThatThrownBy(() -> ScopedSessions.perThread(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> ScopedSessions.of(sessions, null))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> ScopedSessions.of(sessions, () -> null).session())
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("the present scope of a session");
  }
}
