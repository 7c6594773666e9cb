package io.aludel.orm;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.text;
import static io.aludel.orm.Orm.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.IsolationLevel;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.Tag_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Sql;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions on several engines: the one under test, and H2 beside it. */
@ForEachDatabase
class SessionBindsTest {
  private static final Registry MODELS = World.registry();

  private TestDatabase database;
  private Engine first;
  private Engine second;
  private SessionFactory sessions;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    first = given.engine();
    second = Engine.create("jdbc:h2:mem:binds" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    MODELS.metadata().createAll(first);
    MODELS.metadata().createAll(second);
    sessions = SessionFactory.of(first, MODELS);
  }

  @AfterEach
  void closeSecond() {
    second.close();
    database.recorder().clear();
  }

  private static long count(Engine engine, String table) {
    return engine.fromTransaction(connection ->
        ((Number) connection.execute(text("SELECT COUNT(*) FROM " + table)).scalar()).longValue());
  }

  @Test
  @Parity("ORM-SES-22")
  void bind_class_writesAndReadsWhereItIsBound() {
    SessionFactory bound = sessions.with(SessionOption.bind(Tag.class, second));
    try (Session session = bound.open()) {
      Tag red = new Tag("red");
      session.add(red);
      session.add(new User("Ann"));
      session.commit();
      assertThat(count(first, "w_tag")).isZero();
      assertThat(count(second, "w_tag")).isOne();
      assertThat(count(first, "w_user")).isOne();
      assertThat(count(second, "w_user")).isZero();

      assertThat(red.name).as("read again").isEqualTo("red");
      assertThat(session.get(Tag.class, red.id)).isSameAs(red);
      assertThat(session.scalars(select(Tag.class)).all()).containsExactly(red);
      assertThat(session.scalar(select(func.count(Tag_.id)))).isEqualTo(1L);
      session.execute(update(Tag.class).set(Tag_.name, "blue"));
      assertThat(red.name).isEqualTo("blue");
      session.refresh(red);
      session.delete(red);
      session.commit();
      assertThat(count(second, "w_tag")).isZero();
    }
  }

  @Test
  @Parity("ORM-SES-22")
  void bind_classAbove_countsUnlessTheClassIsBoundItself() {
    SessionFactory bound = sessions.with(
        SessionOption.bind(Object.class, second), SessionOption.bind(User.class, first));
    bound.inTransaction(session -> session.addAll(List.of(new Tag("red"), new User("Ann"))));

    assertThat(count(second, "w_tag")).isOne();
    assertThat(count(first, "w_user")).isOne();
  }

  @Test
  @Parity("ORM-SES-22")
  void bind_table_countsForEntitiesAndStatementsOverIt() {
    SessionFactory bound =
        sessions.with(SessionOption.bind(MODELS.mapper(Tag.class).table(), second));
    try (Session session = bound.open()) {
      session.add(new Tag("red"));
      session.commit();
      assertThat(count(second, "w_tag")).isOne();
      assertThat(session.scalar(select(func.count(Tag_.id)))).isEqualTo(1L);
      assertThat(session
              .execute(Sql.select(MODELS.mapper(Tag.class).table().c("name")))
              .scalar())
          .isEqualTo("red");
    }
  }

  @Test
  @Parity("ORM-SES-22")
  void loads_acrossEngines_goWhereTheRelatedRowsAre() {
    SessionFactory bound = sessions.with(SessionOption.bind(Post.class, second));
    try (Session session = bound.open()) {
      second.inTransaction(connection ->
          connection.execute(text("INSERT INTO w_user (id, name) VALUES (1, 'shadow')")));
      User ann = new User("Ann");
      ann.posts.add(new Post("one"));
      session.add(ann);
      session.commit();
      assertThat(count(second, "w_post")).isOne();
      assertThat(ann.posts).as("lazily").extracting(post -> post.title).containsExactly("one");
      Post one = ann.posts.get(0);
      session.expire(one);
      assertThat(one.author).as("from the identity map").isSameAs(ann);
      session.expungeAll();

      User again =
          session.scalars(select(User.class).options(selectinLoad(User_.posts))).one();
      assertThat(again.posts).extracting(post -> post.title).containsExactly("one");
      session.expungeAll();
      assertThat(session.getOne(Post.class, one.id).author.name).isEqualTo("Ann");
    }
  }

  @Test
  @Parity("ORM-SES-22")
  void routing_isAskedFirst_andMayLeaveItToTheRest() {
    List<String> asked = new ArrayList<>();
    SessionFactory routed =
        sessions.with(SessionOption.bind(Tag.class, second), SessionOption.routing(work -> {
          asked.add((work.mapper() == null ? "-" : work.mapper().entityName())
              + (work.isFlushing() ? " flushing" : "")
              + (work.statement() == null ? "" : " by statement"));
          return work.mapper() != null && work.mapper().type() == User.class ? second : null;
        }));
    try (Session session = routed.open()) {
      session.add(new User("Ann"));
      session.add(new Tag("red"));
      session.add(new Node("top"));
      session.flush();
      assertThat(asked).containsOnly("User flushing", "Tag flushing", "Node flushing");
      asked.clear();
      session.scalars(select(Node.class)).all();
      assertThat(asked).containsExactly("Node by statement");
      session.commit();
    }
    assertThat(count(second, "w_user")).isOne();
    assertThat(count(second, "w_tag")).isOne();
    assertThat(count(first, "w_node")).isOne();
  }

  @Test
  @Parity("ORM-SES-22")
  void unbound_whatNothingIsBoundTo_isNamed() {
    SessionFactory unbound =
        SessionFactory.unbound(MODELS).with(SessionOption.bind(Tag.class, second));
    try (Session session = unbound.open()) {
      session.add(new Tag("red"));
      session.flush();
      assertThatThrownBy(() -> session.get(User.class, 1))
          .isInstanceOf(UnboundException.class)
          .hasMessageStartingWith("Cannot find an engine for the rows of User")
          .hasMessageEndingWith("[ORM-226]");
      assertThatThrownBy(() -> session.execute(text("SELECT 1")))
          .isInstanceOf(UnboundException.class)
          .hasMessageContaining("the statement SELECT 1");
      assertThatThrownBy(session::connection).isInstanceOf(UnboundException.class);
      session.add(new User("Ann"));
      assertThatThrownBy(session::flush).isInstanceOf(UnboundException.class);
      session.rollback();
    }
    assertThatThrownBy(unbound::engine).isInstanceOf(UnboundException.class);
    assertThat(unbound).hasToString("SessionFactory(no engine, with binds)");
    assertThat(count(second, "w_tag")).isZero();
  }

  @Test
  @Parity("ORM-SES-22")
  void rollback_ofASessionOnSeveralEngines_rollsAllBack() {
    SessionFactory bound = sessions.with(SessionOption.bind(Tag.class, second));
    try (Session session = bound.open()) {
      session.addAll(List.of(new Tag("red"), new User("Ann")));
      session.flush();
      try (SessionTransaction savepoint = session.beginNested()) {
        session.addAll(List.of(new Tag("blue"), new User("Bob")));
        session.flush();
        savepoint.rollback();
      }
      assertThat(session.scalar(select(func.count(Tag_.id)))).isEqualTo(1L);
      assertThat(session.scalar(select(func.count(User_.id)))).isEqualTo(1L);
      session.rollback();
    }
    assertThat(count(first, "w_user")).isZero();
    assertThat(count(second, "w_tag")).isZero();
    assertThat(first.statistics().openConnections()).isZero();
    assertThat(second.statistics().openConnections()).isZero();
  }

  @Test
  void bind_nothing_isRefused() {
    assertThatThrownBy(() -> SessionOption.bind((Class<?>) null, second))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> SessionOption.bind(Tag.class, null))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> SessionOption.routing(null)).isInstanceOf(ArgumentException.class);
  }

  // The connection, and options

  @Test
  @Parity("ORM-SES-21")
  void connection_isThatOfTheTransaction_andOfAnEntityWhereItIsBound() {
    SessionFactory bound = sessions.with(SessionOption.bind(Tag.class, second));
    try (Session session = bound.open()) {
      session.add(new User("Ann"));
      session.flush();
      Connection usual = session.connection();
      assertThat(usual.engine()).isSameAs(first);
      assertThat(usual).isSameAs(session.connection());
      assertThat(usual.execute(text("SELECT name FROM w_user")).scalar())
          .as("sees what was flushed")
          .isEqualTo("Ann");
      assertThat(session.connection(ConnectionChoice.forEntity(Tag.class)).engine())
          .isSameAs(second);
    }
  }

  @Test
  @Parity("ORM-SES-21")
  void connection_withOptions_onlyBeforeItTakesPart() {
    ExecutionOptions token = ExecutionOptions.NONE.loggingToken("mine");
    try (Session session = sessions.open()) {
      Connection connection = session.connection(
          ConnectionChoice.options(token.isolation(IsolationLevel.SERIALIZABLE)));
      assertThat(connection.isolation()).isEqualTo(IsolationLevel.SERIALIZABLE);
      assertThatThrownBy(() -> session.connection(ConnectionChoice.options(token)))
          .isInstanceOf(SessionStateException.class)
          .hasMessageContaining("it takes part in the transaction already")
          .hasMessageEndingWith("[ORM-205]");
      session.rollback();
    }
    assertThatThrownBy(() -> ConnectionChoice.options(null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  @Parity("ORM-SES-24")
  void executionOptions_ofASession_holdForQueriesFlushesAndTheConnection() {
    ExecutionOptions options = ExecutionOptions.NONE.isolation(IsolationLevel.SERIALIZABLE);
    SessionFactory serializable = sessions.with(SessionOption.executionOptions(options));
    try (Session session = serializable.open()) {
      session.add(new User("Ann"));
      session.flush();
      assertThat(session.connection().isolation()).isEqualTo(IsolationLevel.SERIALIZABLE);
      session.commit();
      session.scalars(select(User.class)).all();
      assertThat(session.connection().isolation()).isEqualTo(IsolationLevel.SERIALIZABLE);
    }
    try (Session session = sessions.open()) {
      IsolationLevel usual = session.connection().isolation();
      assertThat(usual).isEqualTo(session.connection().defaultIsolation());
    }
  }

  @Test
  @Parity("ORM-SES-24")
  void executionOptions_ofASession_shapeItsFlushes() {
    SessionFactory small = sessions.with(
        SessionOption.bind(Tag.class, second),
        SessionOption.executionOptions(ExecutionOptions.NONE.insertPageSize(2)));
    try (StatementRecorder recorder = StatementRecorder.on(second)) {
      small.inTransaction(session -> session.addAll(
          List.of(new Tag("a"), new Tag("b"), new Tag("c"), new Tag("d"), new Tag("e"))));
      assertThat(recorder.statements()).as("pages of two, two and one").hasSize(3);
      recorder.clear();
      sessions
          .with(SessionOption.bind(Tag.class, second))
          .inTransaction(
              session -> session.addAll(List.of(new Tag("f"), new Tag("g"), new Tag("h"))));
      assertThat(recorder.statements()).hasSizeLessThan(3);
      recorder.clear();
    }
  }

  @Test
  @Parity("ORM-SES-01")
  void options_sayHowSessionsWork_andAreTold() {
    SessionFactory other = sessions.with(
        SessionOption.autoflush(false),
        SessionOption.expireOnCommit(false),
        SessionOption.autobegin(false),
        SessionOption.closeResetsOnly(true),
        SessionOption.twoPhase(true),
        SessionOption.joinMode(JoinMode.CREATE_SAVEPOINT),
        SessionOption.bind(Tag.class, second),
        SessionOption.info("tenant", "north"));
    assertThat(other.info()).containsEntry("tenant", "north");
    assertThat(sessions.info()).isEmpty();
    assertThat(other)
        .hasToString("SessionFactory("
            + first
            + ", without autoflush, without expiry on commit, without autobegin, close only resets"
            + ", in two phases, joins by CREATE_SAVEPOINT, with binds)");
    assertThatThrownBy(() -> SessionOption.info(" ", "x")).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> SessionOption.executionOptions(null))
        .isInstanceOf(ArgumentException.class);
    try (Session session = other.open()) {
      session.begin();
      assertThat(session.inTransaction()).isTrue();
      session.rollback();
    }
  }
}
