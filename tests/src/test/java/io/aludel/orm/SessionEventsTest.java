package io.aludel.orm;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.populateExisting;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.orm.Orm.text;
import static io.aludel.orm.Orm.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ListenerHandle;
import io.aludel.engine.Result;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What listeners of sessions hear, and what they may do. */
@ForEachDatabase
class SessionEventsTest {
  private static final Registry MODELS = World.registry();

  private final List<String> heard = new ArrayList<>();
  private TestDatabase database;
  private SessionFactory sessions;
  private SessionEvents events;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    MODELS.metadata().createAll(given.engine());
    sessions = SessionFactory.of(given.engine(), MODELS);
    events = sessions.events();
    sessions.inTransaction(session -> {
      User ann = new User("Ann");
      ann.posts.add(new Post("one"));
      ann.posts.add(new Post("two"));
      session.add(ann);
    });
    given.recorder().clear();
  }

  @AfterEach
  void forget() {
    database.recorder().clear();
  }

  private void hearTransactions() {
    events.afterTransactionCreate((session, transaction) ->
        heard.add("create " + (transaction.isNested() ? "savepoint" : "transaction")));
    events.afterBegin((session, transaction, connection) ->
        heard.add("begin " + (transaction.isNested() ? "savepoint" : "transaction")));
    events.beforeCommit(session -> heard.add("before commit"));
    events.afterCommit(session -> heard.add("after commit"));
    events.afterTransactionEnd((session, transaction) ->
        heard.add("end " + (transaction.isNested() ? "savepoint" : "transaction")));
  }

  // Transactions

  @Test
  @Parity("ORM-EVT-25")
  void transactionEvents_comeForTransactionsAndSavepoints() {
    hearTransactions();
    try (Session session = sessions.open()) {
      session.add(new User("Bob"));
      assertThat(heard).containsExactly("create transaction");
      session.flush();
      try (SessionTransaction savepoint = session.beginNested()) {
        session.add(new User("Cid"));
        session.flush();
        savepoint.rollback();
      }
      session.rollback();
    }
    assertThat(heard)
        .containsExactly(
            "create transaction",
            "begin transaction",
            "create savepoint",
            "begin savepoint",
            "end savepoint",
            "end transaction");
  }

  @Test
  @Parity("ORM-EVT-25")
  void transactionEvents_giveTheTransactionAndItsConnection() {
    events.afterBegin((session, transaction, connection) -> {
      assertThat(transaction.session()).isSameAs(session);
      assertThat(transaction.parent() != null).isEqualTo(transaction.isNested());
      heard.add(String.valueOf(connection.execute(text("SELECT 'seen'")).scalar()));
    });
    try (Session session = sessions.open()) {
      session.scalars(select(User.class)).all();
    }
    assertThat(heard).containsExactly("seen");
  }

  @Test
  @Parity("ORM-EVT-26")
  void commitEvents_comeForSavepointsAndForCommitsWithoutSql() {
    hearTransactions();
    try (Session session = sessions.open()) {
      session.commit();
      assertThat(heard)
          .containsExactly(
              "create transaction", "before commit", "after commit", "end transaction");
      heard.clear();
      session.beginNested().commit();
      assertThat(heard)
          .containsExactly(
              "create transaction",
              "create savepoint",
              "before commit",
              "after commit",
              "end savepoint");
    }
  }

  @Test
  @Parity("ORM-EVT-26")
  void beforeCommit_mayUseSql_andWhatItChangesIsCommitted() {
    events.beforeCommit(session -> {
      User ann = session.scalars(select(User.class)).first();
      ann.name = ann.name + "!";
    });
    try (Session session = sessions.open()) {
      session.commit();
    }
    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(User_.name)).all()).containsExactly("Ann!");
    }
  }

  @Test
  @Parity("ORM-EVT-26")
  void afterCommit_seesValues_andIsRefusedSql() {
    List<Throwable> failures = new ArrayList<>();
    try (Session session = sessions.open()) {
      User ann = session.scalars(select(User.class)).one();
      events.afterCommit(same -> {
        heard.add(ann.name + " " + same.contains(ann));
        failures.add(failure(() -> same.scalars(select(User.class))));
        failures.add(failure(() -> same.add(new User("Bob"))));
        failures.add(failure(same::commit));
      });
      session.commit();
      assertThat(heard).containsExactly("Ann true");
      assertThat(failures)
          .hasSize(3)
          .allSatisfy(each -> assertThat(each)
              .isInstanceOf(SessionStateException.class)
              .hasMessageContaining(
                  "the transaction was committed, and this call comes from a listener")
              .hasMessageEndingWith("[ORM-205]"));
      assertThat(session.scalars(select(User.class)).all()).containsExactly(ann);
    }
  }

  private static Throwable failure(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      return failure;
    }
    throw new AssertionError("was allowed");
  }

  @Test
  @Parity("ORM-EVT-26")
  void commitListeners_thatThrow_leaveTheSessionUsable() {
    ListenerHandle before = events.beforeCommit(session -> {
      throw new IllegalArgumentException("not yet");
    });
    try (Session session = sessions.open()) {
      session.add(new User("Bob"));
      assertThatThrownBy(session::commit).hasMessage("not yet");
      assertThat(session.inTransaction()).isTrue();
      before.remove();
      ListenerHandle again = events.beforeCommit(Session::commit);
      assertThatThrownBy(session::commit)
          .isInstanceOf(SessionStateException.class)
          .hasMessageContaining("a commit is in progress");
      again.remove();
      ListenerHandle after = events.afterCommit(committed -> {
        throw new IllegalArgumentException("too late");
      });
      assertThatThrownBy(session::commit).hasMessage("too late");
      after.remove();
      assertThat(session.inTransaction()).isFalse();
      assertThat(session.scalars(select(User_.name).orderBy(User_.name)).all())
          .containsExactly("Ann", "Bob");
    }
  }

  // Joining

  @Test
  @Parity("ORM-EVT-30")
  void attachEvents_comeBeforeTheMoveTheyBelongTo() {
    hearTransactions();
    events.beforeAttach((session, object) -> heard.add("before " + session.contains(object)));
    events.afterAttach((session, object) -> heard.add("after " + session.contains(object)));
    events.transientToPending((session, object) -> heard.add("pending"));
    events.detachedToPersistent((session, object) -> heard.add("persistent"));
    User bob = new User("Bob");
    try (Session session = sessions.open()) {
      session.add(bob);
      session.add(bob);
      assertThat(heard)
          .containsExactly("create transaction", "before false", "after true", "pending");
      session.commit();
      assertThat(bob.name).isEqualTo("Bob");
    }
    heard.clear();
    try (Session session = sessions.open()) {
      session.add(bob);
      assertThat(heard)
          .containsExactly("create transaction", "before false", "after true", "persistent");
      heard.clear();
      session.scalars(select(User.class)).all();
      assertThat(heard).as("loading is not joining").containsExactly("begin transaction");
    }
  }

  @Test
  @Parity("ORM-EVT-30")
  void beforeAttach_thatThrows_keepsTheObjectOut() {
    events.beforeAttach((session, object) -> {
      if (object instanceof Tag) {
        throw new IllegalArgumentException("no tags");
      }
    });
    try (Session session = sessions.open()) {
      Tag tag = new Tag("red");
      assertThatThrownBy(() -> session.add(tag)).hasMessage("no tags");
      assertThat(InstanceState.of(tag).isTransient()).isTrue();
      assertThat(session.newObjects()).isEmpty();
    }
  }

  // Executions

  @Test
  @Parity("ORM-EVT-24")
  void doOrmExecute_hearsOfStatements_withWhatTheyAre() {
    events.doOrmExecute(state -> heard.add((state.isSelect() ? "select" : "")
        + (state.isUpdate() ? "update" : "")
        + (state.isDelete() ? "delete" : "")
        + (state.isInsert() ? "insert" : "")
        + " " + state.mappers().stream().map(Mapper::entityName).toList()
        + (state.isOrmStatement() ? "" : " plain")
        + (state.isExecutemany() ? " each of " + state.rows().size() : "")
        + (state.parameters().isEmpty() ? "" : " " + state.parameters())));
    try (Session session = sessions.open()) {
      session.scalars(select(User.class)).all();
      session.execute(select(Post_.title, User_.name).join(Post_.author)).all();
      session.execute(update(User.class).where(User_.id.eq(9)).set(User_.name, "x"));
      session.execute(delete(Post.class).where(Post_.id.eq(9)));
      session.execute(Orm.insert(Tag.class), List.of(Map.of("name", "a"), Map.of("name", "b")));
      session.execute(text("SELECT name FROM w_user WHERE id = :id"), Map.of("id", 1));
      session.add(new User("Bob"));
      session.flush();
    }
    assertThat(heard)
        .containsExactly(
            "select [User]",
            "select [Post, User]",
            "update [User]",
            "delete [Post]",
            "insert [Tag] each of 2 {name=a}",
            " [] plain {id=1}");
  }

  @Test
  @Parity({"ORM-EVT-24", "ORM-QRY-45"})
  void doOrmExecute_hearsOfLaterLoads_withWhatTheyLoad() {
    try (Session session = sessions.open()) {
      User ann = session.scalars(select(User.class)).one();
      events.doOrmExecute(state -> heard.add(state.cause()
          + " " + state.mapper().entityName()
          + (state.loaderPath() == null ? "" : " " + state.loaderPath())
          + (state.lazyLoadedFrom() == ann ? " from Ann" : "")));
      ann.posts.size();
      session.expire(ann);
      ann.name.length();
      session.refresh(ann);
      session.expunge(ann.posts.get(1));
      session.get(Post.class, 2);
      session.expireAll();
      Post one = session.get(Post.class, 1);
      one.author.name.length();
      session.expungeAll();
      session.scalars(select(User.class).options(selectinLoad(User_.posts))).all();
      session.expungeAll();
      session.scalars(select(User.class).options(subqueryLoad(User_.posts))).all();
    }
    assertThat(heard)
        .containsExactly(
            "RELATIONSHIP Post User.posts from Ann",
            "COLUMNS User from Ann",
            "COLUMNS User from Ann",
            "RELATIONSHIP Post User.posts from Ann",
            "OBJECT Post",
            "COLUMNS Post",
            "COLUMNS User from Ann",
            "STATEMENT User",
            "RELATIONSHIP Post User.posts",
            "STATEMENT User",
            "RELATIONSHIP Post User.posts");
  }

  @Test
  @Parity({"ORM-EVT-24", "ORM-QRY-45"})
  void doOrmExecute_changesStatementsAndLoads_forThisExecution() {
    ListenerHandle handle = events.doOrmExecute(state -> {
      if (state.isSelect() && state.mapper() != null && state.mapper().type() == Post.class) {
        state.statement(state.select().where(Post_.title.eq("one")));
      }
    });
    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(Post.class)).all()).hasSize(1);
      User ann = session.scalars(select(User.class)).one();
      assertThat(ann.posts).hasSize(1);
      assertThat(session.get(Post.class, 2)).isNull();
      handle.remove();
      assertThat(session.scalars(select(Post.class)).all()).hasSize(2);
    }
  }

  @Test
  @Parity("ORM-EVT-24")
  void doOrmExecute_optionsOfAListener_count() {
    try (Session session = sessions.open()) {
      User ann = session.scalars(select(User.class)).one();
      ann.name = "unsaved";
      events.doOrmExecute(state ->
          state.statement(state.select().options(populateExisting(), Orm.withoutAutoflush())));
      session.scalars(select(User.class)).all();
      assertThat(ann.name).isEqualTo("Ann");
    }
  }

  @Test
  @Parity("ORM-EVT-24")
  void doOrmExecute_comesBeforeAutoflush() {
    try (Session session = sessions.open()) {
      session.add(new User("Bob"));
      events.doOrmExecute(
          state -> heard.add("new: " + state.session().newObjects().size()));
      assertThat(session.scalars(select(User.class)).all()).hasSize(2);
    }
    assertThat(heard).containsExactly("new: 1");
  }

  @Test
  @Parity("ORM-EVT-24")
  void doOrmExecute_answers_inPlaceOfTheDatabase() {
    Map<String, Supplier<Result<Row>>> cache = new HashMap<>();
    events.doOrmExecute(state -> {
      String key = state.statement().toString() + state.lazyLoadedFrom();
      if (!cache.containsKey(key)) {
        cache.put(key, state.invoke().freeze());
      }
      state.result(cache.get(key).get());
    });
    events.doOrmExecute(state -> heard.add("told behind"));
    try (Session session = sessions.open()) {
      List<User> first = session.scalars(select(User.class)).all();
      List<Row> rows = session.execute(select(User.class)).all();
      assertThat(first.get(0).posts).hasSize(2);
      database.recorder().clear();
      assertThat(session.scalars(select(User.class)).all()).isEqualTo(first);
      assertThat(session.execute(select(User.class)).all()).hasSize(rows.size());
      session.expire(first.get(0), User_.name);
      assertThat(database.recorder().statements()).isEmpty();
    }
    assertThat(heard).as("once for each execution that was not answered").hasSize(2);
  }

  @Test
  @Parity("ORM-EVT-24")
  void doOrmExecute_misuse_isNamed() {
    events.doOrmExecute(state -> {
      if (state.isDelete()) {
        state.select();
      }
      if (state.isUpdate()) {
        state.statement(null);
      }
    });
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.execute(delete(Post.class)))
          .isInstanceOf(UnsupportedStatementException.class)
          .hasMessageStartingWith("Cannot take the statement for a SELECT");
      assertThatThrownBy(() -> session.execute(update(Post.class).set(Post_.title, "x")))
          .isInstanceOf(io.aludel.ArgumentException.class);
      assertThat(session.isActive()).isTrue();
      assertThat(session.scalars(select(Post.class)).all()).hasSize(2);
    }
  }

  @Test
  @Parity("ORM-EVT-31")
  void bulkEvents_comeForCriteriaStatementsOverEntities() {
    events.afterBulkUpdate(
        (session, statement, result) -> heard.add("updated " + result.rowCount()));
    events.afterBulkDelete(
        (session, statement, result) -> heard.add("deleted " + result.rowCount()));
    try (Session session = sessions.open()) {
      session.execute(update(Post.class).set(Post_.title, "x"));
      session.execute(delete(Post.class).where(Post_.id.eq(1)));
      session.execute(text("DELETE FROM w_post"));
    }
    assertThat(heard).containsExactly("updated 2", "deleted 1");
  }
}
