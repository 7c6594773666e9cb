package io.aludel.orm.internal.flush;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Engine;
import io.aludel.engine.IntegrityException;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.orm.Orm;
import io.aludel.orm.PendingRollbackException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionTransaction;
import io.aludel.orm.mapping.Registry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** One history of a session, done to a plain model at the same time. */
final class RandomHistory implements AutoCloseable {
  private final Engine engine;
  private final Session session;
  private final RandomChanges changes;
  private final Deque<Savepoint> savepoints = new ArrayDeque<>();
  private final List<Runnable> steps = new ArrayList<>();
  private PlainModel committed = new PlainModel();
  private Random random = new Random();

  /** A savepoint, and what was so when it began. */
  private record Savepoint(SessionTransaction transaction, PlainModel model) {}

  RandomHistory(Engine engine, Registry models) {
    WorldReader.clear(engine);
    this.engine = engine;
    this.session = SessionFactory.of(engine, models).open();
    this.changes = new RandomChanges(session);
    steps.addAll(changes.steps());
    steps.addAll(List.of(
        this::flush,
        this::flush,
        this::expireAll,
        this::expireOne,
        this::query,
        this::begin,
        this::begin,
        this::endSavepoint,
        this::endSavepoint,
        this::fail,
        this::commit,
        this::commit,
        this::rollback));
  }

  void run(List<Long> seeds) {
    try {
      for (long seed : seeds) {
        random = new Random(seed);
        changes.random(random);
        steps.get(random.nextInt(steps.size())).run();
      }
      commit();
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError("after\n  " + String.join("\n  ", changes.lastSteps(100)), failure);
    }
  }

  private void flush() {
    changes.say("flush");
    session.flush();
  }

  private void expireAll() {
    changes.say("flush and expire all");
    session.flush();
    session.expireAll();
    check("after expiry");
  }

  private void expireOne() {
    Object object = changes.anyObject();
    if (object != null) {
      changes.say("flush, and expire or refresh one");
      session.flush();
      if (random.nextBoolean()) {
        session.refresh(object);
      } else {
        session.expire(object);
      }
    }
  }

  /** Objects that come with rows are those that are there, with what was just written. */
  private void query() {
    changes.say("query");
    List<User> users = switch (random.nextInt(3)) {
      case 0 -> session.scalars(select(User.class)).all();
      case 1 ->
        session
            .scalars(select(User.class)
                .options(Orm.selectinLoad(User_.posts), Orm.joinedLoad(User_.profile)))
            .all();
      default ->
        session
            .scalars(
                select(User.class).options(Orm.joinedLoad(User_.posts).selectinLoad(Post_.tags)))
            .unique()
            .all();
    };
    assertThat(new ArrayList<Object>(users)).hasSameElementsAs(changes.objects("user"));
  }

  private void begin() {
    if (savepoints.size() < 3) {
      changes.say("savepoint");
      savepoints.push(new Savepoint(session.beginNested(), changes.model().copy()));
    }
  }

  private void endSavepoint() {
    if (savepoints.isEmpty()) {
      return;
    }
    boolean release = random.nextInt(3) == 0;
    int levels = 1 + random.nextInt(savepoints.size());
    changes.say((release ? "release " : "roll back ") + levels + " savepoints");
    Savepoint outermost = savepoints.element();
    for (int i = 0; i < levels; i++) {
      outermost = savepoints.pop();
    }
    if (release) {
      outermost.transaction().commit();
    } else {
      outermost.transaction().rollback();
      changes.model(outermost.model());
      checkExpired("after a rollback to a savepoint");
    }
  }

  /** A flush that the database refuses, and the only way on from there. */
  private void fail() {
    session.flush();
    List<String> tags = changes.model().names("tag");
    if (tags.isEmpty()) {
      return;
    }
    changes.say("fail");
    session.add(new Post("never"));
    session.add(new Tag(changes.model().text(tags.get(0))));
    assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
    assertThatThrownBy(session::connection).isInstanceOf(PendingRollbackException.class);
    if (savepoints.isEmpty() || random.nextBoolean()) {
      rollBackAll();
    } else {
      Savepoint innermost = savepoints.pop();
      innermost.transaction().rollback();
      changes.model(innermost.model());
      checkExpired("after a failure within a savepoint");
    }
  }

  private void commit() {
    changes.say("commit");
    session.commit();
    savepoints.clear();
    committed = changes.model().copy();
    assertThat(WorldReader.stored(engine))
        .as("the database after a commit")
        .isEqualTo(committed.lines());
    if (random.nextBoolean()) {
      check("after a commit");
    }
  }

  private void rollback() {
    if (random.nextInt(3) == 0) {
      rollBackAll();
    }
  }

  private void rollBackAll() {
    changes.say("rollback");
    session.rollback();
    savepoints.clear();
    changes.model(committed.copy());
    assertThat(WorldReader.stored(engine))
        .as("the database after a rollback")
        .isEqualTo(committed.lines());
    check("after a rollback");
  }

  /** What changed since the savepoint is read again by itself; the rest shows what was unflushed before. */
  private void checkExpired(String when) {
    session.expireAll();
    check(when);
  }

  private void check(String when) {
    assertThat(WorldReader.live(changes.objects()))
        .as("the objects " + when)
        .isEqualTo(changes.model().lines());
  }

  @Override
  public void close() {
    session.close();
  }
}
