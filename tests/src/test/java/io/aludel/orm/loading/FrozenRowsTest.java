package io.aludel.orm.loading;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.Result;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.FrozenRows;
import io.aludel.orm.MergeOption;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows with objects that are kept for other sessions. */
@ForEachDatabase
class FrozenRowsTest {
  private SessionFactory sessions;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = World.registry();
    registry.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      User ann = new User("Ann");
      User bob = new User("Bob");
      filling.addAll(List.of(ann, bob));
      filling.flush();
      for (String title : List.of("one", "two")) {
        ann.posts.add(new Post(title));
        filling.flush();
      }
    });
    recorder = database.recorder();
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-39")
  void cache_ofTheExecuteHook_answersOtherSessionsWithoutSql() {
    Map<String, FrozenRows<Row>> cache = new HashMap<>();
    sessions.events().doOrmExecute(state -> {
      String key = state.statement() + " " + state.parameters();
      if (!cache.containsKey(key)) {
        cache.put(key, FrozenRows.of(state.invoke()));
      }
      state.result(cache.get(key).into(state.session(), MergeOption.WITHOUT_LOADING));
    });
    var statement = select(User.class).options(selectinLoad(User_.posts)).orderBy(User_.id);
    List<User> first;
    try (Session session = sessions.open()) {
      first = session.scalars(statement).all();
    }
    recorder.clear();

    try (Session session = sessions.open()) {
      List<User> users = session.scalars(statement).all();
      Row row = session.execute(statement).first();

      assertThat(users).extracting(user -> user.name).containsExactly("Ann", "Bob");
      assertThat(users.get(0)).isNotSameAs(first.get(0)).isSameAs(row.get(User_.entity));
      assertThat(users.get(0).posts).extracting(post -> post.title).containsExactly("one", "two");
      assertThat(InstanceState.of(users.get(0)).session()).isSameAs(session);
      recorder.assertStatements();
      users.get(0).name = "Anna";
      session.commit();
      recorder.assertStatements(sql("UPDATE w_user SET name = ? WHERE w_user.id = ?", "Anna", 1));
    }
    assertThat(first.get(0).name).isEqualTo("Ann");
  }

  @Test
  @Parity("ORM-QRY-39")
  void rowsOfSeveral_keepValuesNullsAndRepeatedObjects() {
    FrozenRows<Row> frozen;
    try (Session session = sessions.open()) {
      frozen = FrozenRows.of(session.execute(select(User_.entity, Post_.title, Post_.entity)
          .leftJoin(User_.posts)
          .orderBy(User_.id, Post_.id)));
    }
    recorder.clear();

    try (Session session = sessions.open()) {
      for (int time = 0; time < 2; time++) {
        List<Row> rows = frozen.into(session, MergeOption.WITHOUT_LOADING).all();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get(User_.entity)).isSameAs(rows.get(1).get(0));
        assertThat(rows.get(1).get(Post_.title)).isEqualTo("two");
        assertThat(rows.get(1).get("title")).isEqualTo("two");
        assertThat(rows.get(2).get(Post_.entity)).isNull();
        assertThat(session.contains(rows.get(0).get(2))).isTrue();
      }
      Result<Row> unique = frozen.into(session, MergeOption.WITHOUT_LOADING);
      assertThat(unique.columns("id").unique().all()).hasSize(2);
      recorder.assertStatements();
    }
    assertThat(frozen.rows().all()).hasSize(3);
  }

  @Test
  @Parity("ORM-QRY-39")
  void merging_withLoading_readsWhatTheSessionLacks() {
    FrozenRows<User> frozen;
    try (Session session = sessions.open()) {
      frozen = FrozenRows.of(session.scalars(select(User.class).where(User_.id.eq(1))));
    }
    sessions.inTransaction(session -> session.getOne(User.class, 1).name = "Anna");
    recorder.clear();

    try (Session session = sessions.open()) {
      User ann = frozen.into(session).one();
      assertThat(recorder.statements()).hasSize(1);
      assertThat(ann.name).as("what was kept is copied over what was read").isEqualTo("Ann");
      assertThat(session.dirty()).hasSize(1);
      session.rollback();
    }
    try (Session session = sessions.open()) {
      User here = session.getOne(User.class, 1);
      assertThat(frozen.into(session).one()).isSameAs(here);
    }
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-39")
  void misuse_isRefusedWithAReason() {
    assertThatThrownBy(() -> FrozenRows.of(null)).isInstanceOf(ArgumentException.class);
    try (Session session = sessions.open();
        Session other = sessions.open()) {
      var frozen = FrozenRows.of(session.scalars(select(User.class)));
      assertThatThrownBy(() -> frozen.into(null)).isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> frozen.rows().exchanging(null))
          .isInstanceOf(ArgumentException.class);
      frozen.rows().all().get(0).name = "changed";
      assertThatThrownBy(() -> frozen.into(other, MergeOption.WITHOUT_LOADING))
          .isInstanceOf(ObjectStateException.class);
    }
    recorder.clear();
  }
}
