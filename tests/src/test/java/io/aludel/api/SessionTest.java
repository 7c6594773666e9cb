package io.aludel.api;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;
import static io.aludel.orm.SessionOption.expireOnCommit;
import static io.aludel.testing.Expectations.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Engine;
import io.aludel.orm.ObjectNotFoundException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionTransaction;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Engine, schema and session. */
class SessionTest {
  @Test
  void firstScreen_onSqliteInMemory_works() {
    Engine engine = Engine.create("jdbc:sqlite::memory:");
    Registry models = Registry.of(User.class, Post.class);
    models.metadata().createAll(engine);

    SessionFactory sessions = SessionFactory.of(engine);
    try (Session session = sessions.open()) {
      User alice = new User("Alice");
      session.add(alice);
      session.addAll(List.of(new User("Bob"), new User("Carol")));
      session.commit();
      assertThat(alice.getId()).isOne();
    }
    sessions.inTransaction(
        session -> assertThat(session.scalar(select(func.count(User_.id)))).isEqualTo(3L));
    engine.close();
  }

  @Test
  void engine_madeInEachWay_works() {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:");
    List<Engine> engines = List.of(
        Engine.create("jdbc:h2:mem:"),
        Engine.builder("jdbc:h2:mem:")
            .pool(pool -> pool.size(2))
            .hideParameters(true)
            .create(),
        Engine.of(source));
    for (Engine engine : engines) {
      assertThat(
              engine.<Object>fromTransaction(connection -> connection.scalar(select(func.count()))))
          .as("count over %s", engine)
          .isEqualTo(1L);
      engine.close();
    }
  }

  @Nested
  @ForEachDatabase
  class Methods {
    private SessionFactory sessions;
    private TestDatabase database;

    @BeforeEach
    void createTables(TestDatabase fresh) {
      database = fresh;
      Registry models = Registry.of(User.class, Post.class);
      models.metadata().createAll(fresh.engine());
      sessions = SessionFactory.of(fresh.engine(), models);
      sessions.inTransaction(
          session -> session.addAll(List.of(new User("Alice", 30), new User("Bob", 25))));
      fresh.recorder().clear();
    }

    @Test
    void commit_thenRead_loadsAgain() {
      try (Session session = sessions.open()) {
        User carol = new User("Carol", 35);
        session.add(carol);
        session.commit();
        database.recorder().clear();

        assertThat(carol.getId()).isEqualTo(3);
        assertThat(carol.getName()).isEqualTo("Carol");
        database.recorder().assertStatements(count(1));
      }
    }

    @Test
    void with_option_makesAnotherConfiguration() {
      try (Session session = sessions.with(expireOnCommit(false)).open()) {
        User alice = session.getOne(User.class, 1);
        session.commit();
        database.recorder().clear();

        assertThat(alice.getName()).isEqualTo("Alice");
        database.recorder().assertStatements();
      }
    }

    @Test
    void listings_followObjectsThroughTheFlush() {
      try (Session session = sessions.open()) {
        User alice = session.getOne(User.class, 1);
        User bob = session.getOne(User.class, 2);
        User carol = new User("Carol");
        assertThat(session.contains(alice)).isTrue();
        assertThat(session.contains(carol)).isFalse();

        session.add(carol);
        session.delete(bob);
        alice.setAge(31);

        assertThat(session.newObjects()).containsExactly(carol);
        assertThat(session.dirty()).containsExactly(alice);
        assertThat(session.deleted()).containsExactly(bob);
        assertThat(session.isModified(alice)).isTrue();

        session.flush();
        assertThat(session.newObjects()).isEmpty();
        assertThat(session.dirty()).isEmpty();
        assertThat(session.deleted()).isEmpty();
        assertThat(session.isModified(alice)).isFalse();
        session.rollback();
      }
    }

    @Test
    void rollback_andSavepoint_takeBack() {
      try (Session session = sessions.open()) {
        User alice = session.getOne(User.class, 1);
        alice.setAge(40);
        SessionTransaction savepoint = session.beginNested();
        alice.setAge(50);
        session.flush();
        savepoint.rollback();
        assertThat(alice.getAge()).isEqualTo(40);

        session.rollback();
        assertThat(alice.getAge()).isEqualTo(30);
      }
    }

    @Test
    void get_refreshExpireExpunge_doWhatTheySay() {
      try (Session session = sessions.open()) {
        assertThat(session.get(User.class, 99)).isNull();
        assertThatThrownBy(() -> session.getOne(User.class, 99))
            .isInstanceOf(ObjectNotFoundException.class);
        User alice = session.getOne(User.class, 1);

        alice.setAge(99);
        session.refresh(alice);
        assertThat(alice.getAge()).isEqualTo(30);

        alice.setAge(99);
        session.expire(alice);
        assertThat(alice.getAge()).isEqualTo(30);

        alice.setAge(99);
        session.expireAll();
        assertThat(alice.getAge()).isEqualTo(30);

        session.expunge(alice);
        assertThat(session.contains(alice)).isFalse();
      }
    }

    @Test
    void executeScalarsScalar_flushFirstUnlessToldOtherwise() {
      try (Session session = sessions.open()) {
        User alice = session.getOne(User.class, 1);
        alice.setAge(80);
        session.noAutoflush(() ->
            assertThat(session.scalar(select(User_.id).where(User_.age.eq(80)))).isNull());
        assertThat(session.scalar(select(User_.id).where(User_.age.eq(80)))).isEqualTo(1);
        assertThat(session.scalars(select(User.class).where(User_.age.eq(80))).one())
            .isSameAs(alice);
        assertThat(session.execute(update(User.class).set(User_.minor, true)).rowCount())
            .isEqualTo(2);
        assertThat(alice.isMinor()).isTrue();
      }
    }
  }
}
