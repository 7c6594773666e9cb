package io.aludel.orm.async;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.async.AsyncEngine;
import io.aludel.async.Await;
import io.aludel.async.Workers;
import io.aludel.engine.DatabaseException;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.ObjectNotFoundException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.SessionStateException;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session does, done to a blocking one and to an asynchronous one: the same answers, the same SQL. */
@ForEachDatabase
@SeveralConnections
class BothSessionsTest {
  private TestDatabase database;
  private Registry registry;
  private Workers workers;
  private SessionFactory blocking;
  private AsyncSessionFactory asynchronous;

  @BeforeEach
  void open(TestDatabase given) {
    database = given;
    registry = World.registry();
    workers = Workers.pooled("both-sessions", 4);
    blocking =
        SessionFactory.of(given.engine(), registry).with(SessionOption.expireOnCommit(false));
    asynchronous = AsyncSessionFactory.of(AsyncEngine.of(given.engine(), workers), blocking);
    given.recorder().clear();
  }

  @AfterEach
  void close() {
    Await.done(workers.close());
    Await.noThread("both-sessions");
    database.recorder().clear();
  }

  /** Runs a story on fresh tables by each kind of session, and compares what was sent. */
  private void both(Consumer<SessionFace> story) {
    List<String> first = sent(story, SessionFace.over(blocking.open()));
    List<String> second = sent(story, SessionFace.over(asynchronous.open()));
    assertThat(second).isEqualTo(first).isNotEmpty();
  }

  private List<String> sent(Consumer<SessionFace> story, SessionFace session) {
    registry.metadata().createAll(database.engine());
    database.recorder().clear();
    story.accept(session);
    session.close();
    List<String> sent =
        database.recorder().statements().stream().map(ExecutedStatement::sql).toList();
    registry.metadata().dropAll(database.engine());
    database.recorder().clear();
    return sent;
  }

  private static List<String> names(SessionFace session) {
    return session.scalars(select(User.class).orderBy(User_.id)).all().stream()
        .map(user -> user.name)
        .toList();
  }

  private static User stored(SessionFace session, String name) {
    User user = new User(name);
    session.add(user);
    session.commit();
    return user;
  }

  @Test
  @Parity({"ORM-SES-03", "ORM-SES-50"})
  void life_ofAnObject_fromNewToDeleted() {
    both(session -> {
      User user = new User("Ann");
      session.add(user);
      assertThat(session.contains(user)).isTrue();
      assertThat(session.newObjects()).containsExactly(user);
      session.flush();
      assertThat(user.id).isEqualTo(1);
      assertThat(session.newObjects()).isEmpty();
      user.name = "Anne";
      assertThat(session.isModified(user)).isTrue();
      assertThat(session.dirty()).containsExactly(user);
      assertThat(session.explainFlush()).isNotEmpty();
      session.commit();
      assertThat(session.getOne(User.class, 1)).isSameAs(user);
      session.delete(user);
      assertThat(session.deleted()).containsExactly(user);
      session.commit();
      assertThat(session.contains(user)).isFalse();
      assertThat(session.get(User.class, 1)).isNull();
      assertThatThrownBy(() -> session.getOne(User.class, 1))
          .isInstanceOf(ObjectNotFoundException.class);
    });
  }

  @Test
  @Parity("ORM-SES-50")
  void graph_ofObjects_isWrittenInOrderAndFoundAgain() {
    both(session -> {
      User ann = new User("Ann");
      ann.posts.add(new Post("one"));
      ann.posts.add(new Post("two"));
      session.addAll(List.of(ann, new User("Bob")));
      session.commit();
      session.expungeAll();
      assertThat(session.contains(ann)).isFalse();
      assertThat(names(session)).containsExactly("Ann", "Bob");
      assertThat(session.scalar(select(User.class).where(User_.name.eq("Bob")))).isNotNull();
    });
  }

  @Test
  @Parity("ORM-SES-50")
  void rollback_undoesWhatWasFlushed() {
    both(session -> {
      User ann = stored(session, "Ann");
      assertThat(session.inTransaction()).isFalse();
      ann.name = "Anna";
      session.add(new User("Eve"));
      session.flush();
      assertThat(session.inTransaction()).isTrue();
      assertThat(names(session)).containsExactly("Anna", "Eve");
      session.rollback();
      assertThat(session.inTransaction()).isFalse();
      assertThat(names(session)).containsExactly("Ann");
      session.refresh(ann);
      assertThat(ann.name).isEqualTo("Ann");
    });
  }

  @Test
  @Parity("ORM-SES-50")
  void flush_thatFails_demandsARollback() {
    both(session -> {
      stored(session, "Ann");
      User twin = new User("Twin");
      twin.id = 1;
      session.expungeAll();
      session.add(twin);
      assertThatThrownBy(session::flush).isInstanceOf(DatabaseException.class);
      session.rollback();
      assertThat(names(session)).containsExactly("Ann");
      assertThat(session.isActive()).isTrue();
    });
  }

  @Test
  @Parity("ORM-SES-50")
  void merge_ofADetachedObject_writesItsChanges() {
    both(session -> {
      User detached = stored(session, "Ann");
      session.expunge(detached);
      detached.name = "Anne";
      User merged = session.merge(detached);
      assertThat(merged).isNotSameAs(detached);
      session.commit();
      assertThat(names(session)).containsExactly("Anne");
    });
  }

  @Test
  @Parity("ORM-SES-50")
  void refresh_readsWhatOthersWrote_andDropsWhatWasNot() {
    both(session -> {
      User ann = stored(session, "Ann");
      ann.name = "lost";
      session.expire(ann);
      session.refresh(ann);
      assertThat(ann.name).isEqualTo("Ann");
      ann.name = "lost";
      session.refresh(ann, User_.name);
      assertThat(ann.name).isEqualTo("Ann");
      assertThat(session.dirty()).isEmpty();
      session.reset();
      assertThat(session.contains(ann)).isFalse();
    });
  }

  @Test
  @Parity("ORM-SES-50")
  void misuse_isRefusedWithTheSameErrors() {
    both(session -> {
      User ann = stored(session, "Ann");
      session.expunge(ann);
      assertThatThrownBy(() -> session.expunge(ann)).isInstanceOf(ObjectStateException.class);
      assertThatThrownBy(() -> session.refresh(ann)).isInstanceOf(ObjectStateException.class);
      assertThatThrownBy(() -> session.delete(new User("Eve")))
          .isInstanceOf(ObjectStateException.class);
      session.rollback();
      session.begin();
      assertThatThrownBy(session::begin).isInstanceOf(SessionStateException.class);
    });
  }
}
