package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.async.Await;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mistakes that a session names instead of going wrong. */
@DatabaseTest
class MisuseTest {
  private SessionFactory sessions;

  @BeforeEach
  void createTables(TestDatabase database) {
    sessions = Shop.on(database);
  }

  @Test
  @Parity({"ORM-SES-20", "ORM-ERR-07"})
  void use_afterClose_isRefused() {
    Session session = sessions.open();
    session.close();
    session.close();

    assertThatThrownBy(() -> session.add(new User("Ann")))
        .isInstanceOf(SessionStateException.class)
        .hasMessage(
            "Cannot add an object: the session is closed. Open another one, or call reset() on this"
                + " one. [ORM-201]");
    assertThatThrownBy(() -> session.scalars(select(User.class)))
        .isInstanceOf(SessionStateException.class);
    assertThatThrownBy(session::commit).isInstanceOf(SessionStateException.class);
    session.reset();
    session.add(new User("Ann"));
    session.close();
  }

  @Test
  @Parity("ORM-SES-20")
  void use_afterCloseThatOnlyResets_goesOn() {
    Session session = sessions.with(SessionOption.closeResetsOnly(true)).open();
    session.close();
    session.add(new User("Ann"));
    session.commit();
    session.close();
  }

  @Test
  @Parity({"ORM-SES-17", "ORM-ERR-07"})
  void use_byTwoThreadsAtOnce_isRefusedAndDoesNoHarm() {
    try (Session session = sessions.open()) {
      session.noAutoflush(() -> {
        CompletableFuture<Void> other =
            CompletableFuture.runAsync(() -> session.add(new User("Ann")));
        assertThatThrownBy(other::join)
            .isInstanceOf(CompletionException.class)
            .cause()
            .isInstanceOf(SessionStateException.class)
            .hasMessageContaining("the session is in use by thread '")
            .hasMessageEndingWith("[ORM-202]");
      });
      session.add(new User("Bob"));
      session.commit();
    }
  }

  @Test
  void use_byOneThreadAfterAnother_isFine() {
    Session session = sessions.open();
    Await.done(CompletableFuture.runAsync(() -> session.add(new User("Ann"))));
    session.commit();
    session.close();
  }

  @Test
  @Parity("ORM-ERR-17")
  void add_unmapped_isNamed() {
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.add("text"))
          .isInstanceOf(UnmappedClassException.class)
          .hasMessageStartingWith("Cannot use java.lang.String as an entity");
      assertThatThrownBy(() -> session.add(null)).isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> session.get(String.class, 1))
          .isInstanceOf(UnmappedClassException.class);
      assertThatThrownBy(() -> session.scalars(select(String.class)))
          .isInstanceOf(UnmappedClassException.class);
    }
  }

  @Test
  @Parity("ORM-ERR-17")
  void select_classOfAnotherRegistry_isNamed(TestDatabase database) {
    SessionFactory posts =
        SessionFactory.of(database.engine(), Registry.of(Post.class, Country.class));
    try (Session session = posts.open()) {
      assertThatThrownBy(() -> session.scalars(select(User.class)))
          .isInstanceOf(UnmappedClassException.class)
          .hasMessageContaining("the registry maps Post, Country");
      assertThatThrownBy(() -> session.add(new User("Ann")))
          .isInstanceOf(UnmappedClassException.class);
    }
  }

  @Test
  void factory_withoutRegistry_takesTheNewestThatMapsTheClass(TestDatabase database) {
    try (Session session = SessionFactory.of(database.engine()).open()) {
      session.add(new User("Ann"));
      session.commit();

      assertThat(session.scalars(select(User.class)).one().getName()).isEqualTo("Ann");
    }
  }

  @Test
  void print_factoryAndSession_tellWhatTheyAreWithoutSql(TestDatabase database) {
    String engine = database.engine().toString();
    Session session = sessions.open();
    assertThat(session)
        .hasToString("Session(ready, no transaction, 0 new, 0 changed, 0 to delete)");
    session.add(new User("Ann"));
    assertThat(session)
        .hasToString("Session(ready, in a transaction, 1 new, 0 changed, 0 to delete)");
    session.close();

    assertThat(session).hasToString("Session(closed)");
    assertThat(sessions).hasToString("SessionFactory(" + engine + ")");
    assertThat(sessions.with(SessionOption.expireOnCommit(false), SessionOption.autoflush(false)))
        .hasToString("SessionFactory(" + engine + ", without autoflush, without expiry on commit)");
    database.recorder().assertSteps();
  }

  @Test
  void print_expiredObject_loadsNothing(TestDatabase database) {
    try (Session session = sessions.open()) {
      User user = new User("Ann");
      session.add(user);
      session.commit();
      database.recorder().clear();

      assertThat(io.aludel.orm.state.InstanceState.of(user)).hasToString("User[id=1] (persistent)");
      database.recorder().assertSteps();
    }
  }
}
