package io.aludel.orm.property;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.text;
import static io.aludel.testing.Expectations.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Options of mappings. */
@ForEachDatabase
class MapperOptionsTest {
  private static SessionFactory sessions(
      TestDatabase database, Consumer<EntityMapping<Plain>> options) {
    Table table = Table.of(
        "p_option",
        new MetaData(),
        Schema.column("id", SqlTypes.INTEGER).primaryKey(),
        Schema.column("title", SqlTypes.STRING(20)));
    table.metadata().createAll(database.engine());
    Registry registry = Registry.of();
    registry.map(Plain.class, table, options);
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(session -> {
      session.connection().execute(text("DELETE FROM p_option"));
      for (int id = 1; id <= 2; id++) {
        Plain plain = new Plain();
        plain.id = id;
        plain.title = "t" + id;
        session.add(plain);
      }
    });
    database.recorder().clear();
    return sessions;
  }

  @Test
  @Parity("ORM-MAP-16")
  void alwaysRefresh_readingAgain_replacesValues(TestDatabase database) {
    try (Session session = sessions(database, m -> m.alwaysRefresh()).open()) {
      Plain plain = session.getOne(Plain.class, 1);
      session.connection().execute(text("UPDATE p_option SET title = 'new' WHERE id = 1"));
      session.scalars(select(Plain.class)).all();
      assertThat(plain.title).isEqualTo("new");
    }
    try (Session session = sessions(database, m -> {}).open()) {
      Plain plain = session.getOne(Plain.class, 1);
      session.connection().execute(text("UPDATE p_option SET title = 'newer' WHERE id = 1"));
      session.scalars(select(Plain.class)).all();
      assertThat(plain.title).isNotEqualTo("newer");
    }
  }

  @Test
  @Parity("ORM-MAP-16")
  void include_someAttributes_leavesTheOthersOut(TestDatabase database) {
    StatementRecorder recorder = database.recorder();
    SessionFactory sessions = sessions(database, m -> m.include("id"));
    try (Session session = sessions.open()) {
      assertThat(session.getOne(Plain.class, 1).title).isNull();
    }
    recorder.assertStatements(count(1));
    assertThatThrownBy(() -> sessions(database, m -> m.include("nothing")))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("Plain has no mapped attribute 'nothing'");
  }

  @Test
  @Parity("ORM-MAP-16")
  void partialKeys_ofOneOrAllParts_decideWhatIsARow(TestDatabase database) {
    Table table = Table.of(
        "p_partial",
        new MetaData(),
        Schema.column("number", SqlTypes.INTEGER).nullable(),
        Schema.column("name", SqlTypes.STRING(20)).nullable());
    table.metadata().createAll(database.engine());
    for (boolean refusing : new boolean[] {false, true}) {
      Registry registry = Registry.of();
      registry.map(Pair.class, table, m -> {
        m.column("id", table.c("number")).column("title", table.c("name"));
        m.primaryKey("id", "title");
        if (refusing) {
          m.refusePartialKeys();
        }
      });
      try (Session session = SessionFactory.of(database.engine(), registry).open()) {
        session.connection().execute(text("DELETE FROM p_partial"));
        session.connection().execute(text("INSERT INTO p_partial VALUES (1, NULL)"));
        assertThat(session.scalars(select(Pair.class)).one() == null).isEqualTo(refusing);
      }
    }
  }

  @Test
  @Parity("ORM-MAP-16")
  void saveRowByRow_listenersAndStatements_alternate(TestDatabase database) {
    StatementRecorder recorder = database.recorder();
    List<String> log = new ArrayList<>();
    SessionFactory sessions = sessions(database, m -> m.saveRowByRow());
    Registry registry = Registry.findNewestMapper(Plain.class).registry();
    registry
        .events(Plain.class)
        .beforeUpdate((mapper, connection, plain) -> log.add("before " + plain.title));
    registry
        .events(Plain.class)
        .afterUpdate((mapper, connection, plain) -> log.add("after " + plain.title));
    try (Session session = sessions.open()) {
      session.scalars(select(Plain.class)).all().forEach(plain -> plain.title += "!");
      recorder.clear();
      session.flush();
    }
    assertThat(log).containsExactly("before t1!", "after t1!", "before t2!", "after t2!");
    recorder.assertStatements(count(2));
  }

  @Test
  @Parity("ORM-INS-14")
  void object_sessionMapperAndName_areAnswered(TestDatabase database) {
    SessionFactory sessions = sessions(database, m -> {});
    Plain fresh = new Plain();
    assertThat(InstanceState.of(fresh).session()).isNull();
    assertThat(InstanceState.of(fresh)).hasToString("Plain[new] (transient)");
    try (Session session = sessions.open()) {
      Plain plain = session.getOne(Plain.class, 1);
      InstanceState state = InstanceState.of(plain);
      assertThat(state.session()).isSameAs(session);
      assertThat(state.mapper()).isSameAs(Registry.findNewestMapper(Plain.class));
      assertThat(state.object()).isSameAs(plain);
      assertThat(state).hasToString("Plain[id=1] (persistent)");
      session.expunge(plain);
      assertThat(state.session()).isNull();
    }
    assertThatThrownBy(() -> InstanceState.of("text")).hasMessageContaining("String");
  }
}
