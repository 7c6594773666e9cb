package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.AludelException;
import io.aludel.ListenerHandle;
import io.aludel.engine.Connection;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What applications do wrong with objects: a named failure each time, a session that rollback() makes usable,
 * and a database that is as it was.
 */
@ForEachDatabase
@SeveralConnections
class MisusedObjectsTest {
  private final Registry models = World.registry();

  private TestDatabase database;
  private SessionFactory sessions;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    models.metadata().createAll(given.engine());
    sessions = SessionFactory.of(given.engine(), models);
    sessions.inTransaction(filling -> {
      User ann = new User("Ann");
      ann.posts.add(new Post("one"));
      ann.posts.add(new Post("two"));
      filling.addAll(List.of(ann, new User("Bob")));
    });
    session = sessions.open();
  }

  @AfterEach
  void close() {
    session.close();
    database.recorder().clear();
  }

  private User user(String name) {
    return session.scalars(select(User.class).where(User_.name.eq(name))).one();
  }

  private List<Object> stored() {
    try (Connection connection = database.engine().connect()) {
      List<Object> rows = new ArrayList<>(connection
          .execute(text("SELECT name FROM w_user ORDER BY id"))
          .scalars()
          .all());
      rows.addAll(connection
          .execute(text("SELECT title FROM w_post ORDER BY id"))
          .scalars()
          .all());
      return rows;
    }
  }

  private void assertRecoverable() {
    session.rollback();
    assertThat(stored()).as("the database").containsExactly("Ann", "Bob", "one", "two");
    session.add(new User("Cid"));
    session.flush();
    assertThat(session.scalars(select(User_.name).orderBy(User_.id)).all())
        .containsExactly("Ann", "Bob", "Cid");
    session.rollback();
  }

  private static void assertNamed(
      Class<? extends AludelException> type, String code, Runnable use) {
    AludelException failure = catchThrowableOfType(type, use::run);
    assertThat(failure).as(code).isNotNull().hasMessageEndingWith("[" + code + "]");
    assertThat(failure.code().code()).isEqualTo(code);
  }

  @Test
  @Parity("ORM-SES-04")
  void objectOfAnotherSession_isRefusedEverywhere() {
    try (Session other = sessions.open()) {
      User foreign = other.getOne(User.class, 2);
      List<Consumer<User>> uses = List.of(session::add, session::delete);
      uses.forEach(
          use -> assertNamed(ObjectStateException.class, "ORM-206", () -> use.accept(foreign)));
      List<Consumer<User>> reads =
          List.of(session::refresh, session::expire, session::expunge, session::isModified);
      reads.forEach(
          use -> assertNamed(ObjectStateException.class, "ORM-208", () -> use.accept(foreign)));
      User ann = user("Ann");
      Post post = other.getOne(Post.class, 2);
      assertNamed(ObjectStateException.class, "ORM-206", () -> ann.edited.add(post));
      assertThat(ann.edited).as("refused before anything changed").isEmpty();
      assertThat(post.editor).isNull();
      Post own = ann.posts.get(0);
      assertNamed(ObjectStateException.class, "ORM-206", () -> own.editor = foreign);
      assertThat(own.editor).isNull();
      assertThat(session.dirty()).isEmpty();
    }
    assertRecoverable();
  }

  @Test
  @Parity("ORM-SES-30")
  void detachedObject_unloadedAttribute_isNamed() {
    User ann = user("Ann");
    session.commit();
    session.close();
    session.reset();
    assertNamed(DetachedInstanceException.class, "ORM-301", () -> ann.name.length());
    assertNamed(DetachedInstanceException.class, "ORM-301", () -> ann.posts.size());
    assertNamed(ObjectStateException.class, "ORM-208", () -> session.refresh(ann));
    session.add(ann);
    assertThat(ann.posts).hasSize(2);
    assertRecoverable();
  }

  @Test
  void deletedObject_usedAgain_isNamed() {
    User bob = user("Bob");
    session.delete(bob);
    session.flush();
    assertNamed(ObjectStateException.class, "ORM-208", () -> session.add(bob));
    assertNamed(ObjectStateException.class, "ORM-208", () -> session.refresh(bob));
    session.delete(bob);
    session.rollback();
    assertThat(bob.name).as("back again").isEqualTo("Bob");
    Post one = user("Ann").posts.get(0);
    SessionTransaction savepoint = session.beginNested();
    session.delete(bob);
    session.flush();
    one.editor = bob;
    session.flush();
    savepoint.rollback();
    assertThat(one.editor).isNull();
    assertRecoverable();
    session.delete(bob);
    session.commit();
    assertNamed(ObjectStateException.class, "ORM-208", () -> session.add(bob));
    assertNamed(ObjectStateException.class, "ORM-208", () -> session.delete(bob));
    Post two = user("Ann").posts.get(1);
    assertNamed(ObjectStateException.class, "ORM-208", () -> two.editor = bob);
    assertThat(two.editor).isNull();
    session.rollback();
    assertThat(stored()).containsExactly("Ann", "one", "two");
  }

  @Test
  void collection_changedWhileIterated_isNoticed() {
    User ann = user("Ann");
    assertThatThrownBy(() -> {
          for (Post post : ann.posts) {
            ann.posts.add(new Post("after " + post.title));
          }
        })
        .isInstanceOf(ConcurrentModificationException.class)
        .hasMessage(
            "Cannot go on iterating User.posts: it was changed since the iterator was made, by a"
                + " call on the collection or on the other side of the relationship. Iterate a copy, or"
                + " change it by the iterator itself or by removeIf. [ORM-229]");
    assertRecoverable();
    assertThatThrownBy(() -> {
          for (Post post : ann.posts) {
            post.author = null;
          }
          ann.posts.iterator().next();
          for (Post post : ann.posts) {
            ann.posts.remove(post);
          }
        })
        .isInstanceOf(ConcurrentModificationException.class);
    assertRecoverable();
    ann.posts.removeIf(post -> post.title.equals("one"));
    assertThat(ann.posts).hasSize(1);
    assertRecoverable();
  }

  @Test
  @Parity("ORM-SES-17")
  void secondThread_withinAFlush_isRefused() {
    models.events(User.class).beforeInsert((mapper, connection, user) -> {
      CompletableFuture<Void> other = CompletableFuture.runAsync(() -> session.add(new User("x")));
      CompletionException failure = catchThrowableOfType(CompletionException.class, other::join);
      throw (RuntimeException) failure.getCause();
    });
    session.add(new User("Cid"));
    assertNamed(SessionStateException.class, "ORM-202", session::flush);
    assertNamed(PendingRollbackException.class, "ORM-203", session::connection);
    session.rollback();
    assertThat(stored()).containsExactly("Ann", "Bob", "one", "two");
  }

  @Test
  @Parity("ORM-SES-16")
  void listener_thatThrowsWithinAFlush_leavesEverythingAsItWas() {
    User ann = user("Ann");
    ann.name = "Anna";
    ann.posts.remove(0);
    User cid = new User("Cid");
    session.addAll(List.of(cid, new User("Dan")));
    ListenerHandle handle = models.events(User.class).afterInsert((mapper, connection, user) -> {
      if (user.name.equals("Dan")) {
        throw new UnsupportedOperationException("no Dan");
      }
    });
    assertThatThrownBy(session::flush)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("no Dan");
    assertThat(session.isActive()).isFalse();
    assertNamed(
        PendingRollbackException.class, "ORM-203", () -> session.scalars(select(User.class)));
    handle.remove();
    session.rollback();
    assertThat(session.contains(cid)).isFalse();
    assertThat(ann.name).isEqualTo("Ann");
    assertThat(ann.posts).hasSize(2);
    assertRecoverable();
  }

  @Test
  @Parity("ORM-SES-16")
  void listener_thatThrowsInASavepoint_costsTheSavepointOnly() {
    session.add(new User("Cid"));
    session.flush();
    SessionTransaction savepoint = session.beginNested();
    ListenerHandle handle = sessions.events().afterFlush((flushing, flush) -> {
      throw new UnsupportedOperationException("not now");
    });
    session.add(new User("Dan"));
    assertThatThrownBy(session::flush).hasMessage("not now");
    handle.remove();
    savepoint.rollback();
    assertThat(session.scalars(select(User_.name).orderBy(User_.id)).all())
        .containsExactly("Ann", "Bob", "Cid");
    assertRecoverable();
  }
}
