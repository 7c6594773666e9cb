package io.aludel.orm.async;

import static io.aludel.async.Await.done;
import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.load;
import static io.aludel.orm.Orm.raiseLoad;
import static io.aludel.orm.Orm.raiseLoadOnSql;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.testing.Expectations.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.async.AsyncEngine;
import io.aludel.async.AsyncResult;
import io.aludel.async.Await;
import io.aludel.async.CollectingSubscriber;
import io.aludel.async.Workers;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.ResourceClosedException;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.FetchMode;
import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.ObjectDeletedException;
import io.aludel.orm.ObjectNotFoundException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.SessionStateException;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions in stages, whose objects never load in hiding. */
@ForEachDatabase
@SeveralConnections
class AsyncSessionTest {
  private TestDatabase database;
  private Workers workers;
  private AsyncSessionFactory sessions;
  private AsyncSession session;

  @BeforeEach
  void fillTables(TestDatabase given) {
    database = given;
    Registry registry = World.registry();
    registry.metadata().createAll(given.engine());
    SessionFactory blocking = SessionFactory.of(given.engine(), registry);
    blocking.inTransaction(filling -> {
      User ann = new User("Ann");
      ann.posts.add(new Post("one"));
      ann.posts.add(new Post("two"));
      filling.addAll(List.of(ann, new User("Bob")));
    });
    workers = given.name().equals("sqlite")
        ? Workers.pooled("async-session", 20)
        : Workers.create("async-session", 20);
    sessions = AsyncSessionFactory.of(AsyncEngine.of(given.engine(), workers), blocking);
    session = sessions.open();
    given.recorder().clear();
  }

  @AfterEach
  void close() {
    done(session.close());
    done(workers.close());
    Await.noThread("async-session");
    database.recorder().clear();
  }

  private User ann() {
    return done(session.scalar(select(User.class).where(User_.name.eq("Ann"))));
  }

  @Test
  void calls_madeAtOnce_runInOrder() {
    User cid = new User("Cid");
    session.add(cid);
    session.flush();
    CompletionStage<Boolean> isNew = session.contains(cid);
    session.commit();
    CompletionStage<List<User>> all =
        session.scalars(select(User.class).orderBy(User_.id)).thenCompose(AsyncResult::all);
    assertThat(done(isNew)).isTrue();
    assertThat(done(all)).hasSize(3).last().isSameAs(cid);
    assertThat(cid.id).isNotNull();
    assertThat(done(session.inTransaction())).isTrue();
  }

  @Test
  void commit_expiresNothing() {
    User user = ann();
    user.name = "Anna";
    done(session.commit());
    database.recorder().clear();
    assertThat(user.name).isEqualTo("Anna");
    database.recorder().assertStatements();
  }

  @Test
  @Parity("ORM-ERR-09")
  void unloadedRelationship_read_isAnErrorThatTellsBothCures() {
    User user = ann();
    database.recorder().clear();
    assertThatThrownBy(() -> user.posts.size())
        .isInstanceOf(LoadRefusedException.class)
        .hasMessageContaining("Cannot read User.posts of User[id=1]")
        .hasMessageContaining("options(selectinLoad(User_.posts))")
        .hasMessageContaining("session.load(object, User_.posts)")
        .hasMessageEndingWith("[ORM-304]");
    database.recorder().assertStatements();
    assertThat(done(session.load(user, User_.posts))).isSameAs(user);
    assertThat(user.posts).hasSize(2);
    database.recorder().clear();
    done(session.load(user, User_.posts, User_.name));
    database.recorder().assertStatements();
  }

  @Test
  @Parity("ORM-ERR-09")
  void unloadedReference_whoseTargetIsHeld_isAnErrorAllTheSame() {
    User user = ann();
    Post post = done(session.getOne(Post.class, 1));
    assertThatThrownBy(() -> assertThat(post.author).isNotNull())
        .isInstanceOf(LoadRefusedException.class)
        .hasMessageContaining("selectinLoad(Post_.author)");
    database.recorder().clear();
    done(session.load(post, Post_.author));
    assertThat(post.author).isSameAs(user);
    database.recorder().assertStatements();
  }

  @Test
  @Parity("ORM-ERR-09")
  void expiredAttribute_readByAnotherThread_isAnError() {
    User user = ann();
    done(session.expire(user));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread other = new Thread(() -> {
      try {
        assertThat(user.name).isNotNull();
      } catch (LoadRefusedException e) {
        thrown.set(e);
      }
    });
    other.start();
    Await.ended(other);
    assertThat(thrown.get())
        .hasMessageContaining("Cannot read User.name")
        .hasMessageContaining("undefer(User_.name)");
    done(session.refresh(user));
    assertThat(user.name).isEqualTo("Ann");
  }

  @Test
  @Parity("ORM-ERR-09")
  void unloadedAttribute_readInACallback_isAnError() {
    CompletionStage<Integer> read = session.getOne(User.class, 1).thenApply(u -> u.posts.size());
    assertThatThrownBy(() -> done(read)).hasCauseInstanceOf(LoadRefusedException.class);
  }

  @Test
  void call_worksAsTheBlockingSessionDoes() {
    User user = ann();
    int posts = done(session.call(blocking -> user.posts.size()));
    assertThat(posts).isEqualTo(2);
    String title =
        done(sessions.call(blocking -> blocking.getOne(User.class, 1).posts.get(0).title));
    assertThat(title).isEqualTo("one");
  }

  @Test
  void relationships_loadedWithTheObject_areThere() {
    List<User> users = done(session
        .scalars(select(User.class).orderBy(User_.id).options(selectinLoad(User_.posts)))
        .thenCompose(AsyncResult::all));
    assertThat(users.get(0).posts).hasSize(2);
    assertThat(users.get(1).posts).isEmpty();
  }

  @Test
  void delete_loadsWhatItsCascadesReach() {
    User user = ann();
    session.delete(user);
    done(session.commit());
    List<Post> posts = done(session.scalars(select(Post.class)).thenCompose(AsyncResult::all));
    assertThat(posts).isEmpty();
  }

  @Test
  void failures_areTheBlockingOnes() {
    assertThatThrownBy(() -> done(session.getOne(User.class, 99)))
        .hasCauseInstanceOf(ObjectNotFoundException.class);
    assertThatThrownBy(() -> done(session.load(new User("Eve"), User_.posts)))
        .hasCauseInstanceOf(ObjectStateException.class)
        .hasMessageContaining("[ORM-208]");
    done(session.rollback());
    done(session.begin());
    assertThatThrownBy(() -> done(session.begin())).hasCauseInstanceOf(SessionStateException.class);
    done(session.rollback());
    done(session.close());
    assertThatThrownBy(() -> done(session.flush()))
        .hasCauseInstanceOf(ResourceClosedException.class);
  }

  @Test
  void fromTransaction_commitsOrRollsBack() {
    done(sessions.inTransaction(s -> s.add(new User("Cid"))));
    CompletionStage<Void> failed = sessions.inTransaction(s -> s.add(new User("Dan"))
        .thenCompose(added -> s.flush())
        .thenCompose(flushed -> CompletableFuture.failedFuture(new ArithmeticException("no"))));
    assertThatThrownBy(() -> done(failed)).hasCauseInstanceOf(ArithmeticException.class);
    List<User> left = done(sessions.fromTransaction(
        s -> s.scalars(select(User.class).orderBy(User_.id)).thenCompose(AsyncResult::all)));
    assertThat(left).extracting(user -> user.name).containsExactly("Ann", "Bob", "Cid");
  }

  @Test
  void savepoint_rolledBack_keepsTheTransaction() {
    User user = ann();
    AsyncSessionTransaction savepoint = done(session.beginNested());
    user.name = "Anna";
    done(session.flush());
    done(savepoint.rollback());
    assertThat(done(savepoint.isActive())).isFalse();
    done(session.refresh(user));
    assertThat(user.name).isEqualTo("Ann");
    assertThat(done(session.getTransaction()).isNested()).isFalse();
  }

  @Test
  void stream_givesObjectsAsRequested() {
    CollectingSubscriber<User> subscriber = new CollectingSubscriber<>();
    session.stream(select(User.class).orderBy(User_.id)).subscribe(subscriber);
    done(subscriber.subscription).request(Long.MAX_VALUE);
    assertThat(done(subscriber.end)).isEqualTo(2);
    assertThat(subscriber.rows.get(0)).isSameAs(ann());
  }

  @Test
  void sessionOf_knowsTheSessionOfAnObject() {
    assertThat(AsyncSessionFactory.sessionOf(ann())).isSameAs(session);
    assertThat(AsyncSessionFactory.sessionOf(new User("Eve"))).isNull();
    assertThat(AsyncSessionFactory.sessionOf("text")).isNull();
  }

  @Test
  void scopedSessions_areOneForEachScope() {
    AtomicReference<String> scope = new AtomicReference<>("a");
    AsyncScopedSessions scoped = AsyncScopedSessions.of(sessions, scope::get);
    AsyncSession first = scoped.session();
    assertThat(scoped.session()).isSameAs(first);
    scope.set("b");
    assertThat(scoped.isOpen()).isFalse();
    AsyncSession strict = scoped.open(SessionOption.autobegin(false));
    assertThat(strict).isNotSameAs(first).isSameAs(scoped.session());
    assertThatThrownBy(() -> scoped.open()).isInstanceOf(SessionStateException.class);
    assertThatThrownBy(() -> done(strict.add(new User("Eve"))))
        .hasCauseInstanceOf(SessionStateException.class);
    done(scoped.remove());
    scoped.configure(SessionOption.autobegin(false));
    assertThatThrownBy(() -> done(scoped.session().add(new User("Eve"))))
        .hasCauseInstanceOf(SessionStateException.class);
    assertThat(scoped).hasToString("AsyncScopedSessions(2 open, " + scoped.factory() + ")");
    done(scoped.remove());
    scope.set("a");
    done(scoped.remove());
    assertThat(scoped.isOpen()).isFalse();
    assertThatThrownBy(() -> done(first.flush())).hasCauseInstanceOf(ResourceClosedException.class);
  }

  @Test
  void aThousandSessions_atOnce_allEnd() {
    List<CompletionStage<String>> names = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      int key = 1 + i % 2;
      names.add(
          sessions.fromTransaction(s -> s.getOne(User.class, key).thenApply(user -> user.name)));
    }
    assertThat(names.stream().map(Await::done).distinct()).containsExactlyInAnyOrder("Ann", "Bob");
    database.recorder().assertStatements(count(1000));
    assertThat(database.engine().statistics().openConnections()).isZero();
  }

  @Test
  void flushThatFails_leavesASessionThatCanBeRolledBack() {
    User twin = new User("Twin");
    twin.id = 1;
    session.add(twin);
    assertThatThrownBy(() -> done(session.flush())).hasCauseInstanceOf(DatabaseException.class);
    done(session.rollback());
    assertThat(ann().name).isEqualTo("Ann");
  }

  @Test
  @Parity("ORM-SES-50")
  void load_ofWhatReadingRefuses_loadsIt() {
    User user = done(session
        .scalars(select(User.class)
            .where(User_.id.eq(1))
            .options(raiseLoad(User_.posts), load(User_.entity).deferAndRaise(User_.name)))
        .thenCompose(AsyncResult::one));
    done(session.load(user, User_.posts, User_.name));
    assertThat(user.posts).extracting(post -> post.title).containsExactly("one", "two");
    assertThat(user.name).isEqualTo("Ann");
    Post post = done(session
        .scalars(select(Post.class).where(Post_.id.eq(1)).options(raiseLoadOnSql(Post_.editor)))
        .thenCompose(AsyncResult::one));
    done(session.load(post, Post_.editor, Post_.author));
    assertThat(post.editor).isNull();
    assertThat(post.author).isSameAs(user);
  }

  @Test
  @Parity("ORM-SES-50")
  void load_inASessionThatRefusesEveryLoad_loads() {
    AsyncSession strict =
        sessions.with(SessionOption.fetchMode(FetchMode.RAISE)).open();
    User user = done(strict.getOne(User.class, 1));
    assertThatThrownBy(() -> done(strict.call(blocking -> user.posts.size())))
        .hasCauseInstanceOf(LoadRefusedException.class);
    done(strict.load(user, User_.posts));
    assertThat(user.posts).hasSize(2);
    done(strict.expire(user));
    done(strict.load(user, User_.name));
    assertThat(user.name).isEqualTo("Ann");
    done(strict.close());
  }

  @Test
  @Parity("ORM-SES-50")
  void load_ofARowThatIsGone_tellsSo() {
    User user = done(session.getOne(User.class, 2));
    done(session.expire(user));
    done(session.execute(delete(User.class).where(User_.id.eq(2)), Map.of()));
    assertThatThrownBy(() -> done(session.load(user, User_.name)))
        .hasCauseInstanceOf(ObjectDeletedException.class);
  }
}
