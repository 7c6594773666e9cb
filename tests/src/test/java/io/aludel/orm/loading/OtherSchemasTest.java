package io.aludel.orm.loading;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.orm.Orm.synchronize;
import static io.aludel.orm.Orm.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Manager_;
import io.aludel.fixture.mail.Box;
import io.aludel.fixture.mail.Box_;
import io.aludel.fixture.mail.Letter;
import io.aludel.fixture.mail.Letter_;
import io.aludel.fixture.mail.Mail;
import io.aludel.orm.ConnectionChoice;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.Synchronize;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects of tables in another schema than they are declared in: whatever is sent names that schema. */
@ForEachDatabase
@Requires(Capability.SCHEMAS)
@Parity("ORM-ENG-16")
class OtherSchemasTest {
  private final String tenant = "tenant_" + Long.toHexString(System.nanoTime());
  private final ExecutionOptions there =
      ExecutionOptions.NONE.schemaTranslateMap(Map.of("", tenant));
  private final Registry registry = Mail.registry();
  private Engine engine;

  @BeforeEach
  void create(Engine given) {
    engine = given;
    engine.inTransaction(connection -> connection.driverSql("CREATE SCHEMA " + tenant));
    registry.metadata().createAll(engine.with(there));
  }

  @AfterEach
  void drop() {
    registry.metadata().dropAll(engine.with(there));
    boolean cascades = !engine.dialect().name().equals("mariadb");
    engine.inTransaction(
        connection -> connection.driverSql("DROP SCHEMA " + tenant + (cascades ? " CASCADE" : "")));
  }

  // Nothing is in the declared schema here: a statement that names it fails

  @Test
  void engine_thatTranslates_doesSoForWhateverASessionSends() {
    SessionFactory sessions = SessionFactory.of(engine.with(there), registry);
    try (Session session = sessions.open()) {
      writeAndRead(session);
    }
  }

  @Test
  void session_thatTranslates_doesSoForWhateverItSends() {
    SessionFactory sessions = SessionFactory.of(engine, registry);
    try (Session session = sessions.with(SessionOption.executionOptions(there)).open()) {
      writeAndRead(session);
    }
  }

  @Test
  void connection_thatTranslates_doesSoForTheSessionOnIt() {
    SessionFactory sessions = SessionFactory.of(engine, registry);
    try (Session session = sessions.open()) {
      session.connection(ConnectionChoice.options(there));
      writeAndRead(session);
    }
  }

  @Test
  void connection_thatTranslatesOnceBegun_doesSoForTheFirstStatement() {
    SessionFactory sessions = SessionFactory.of(engine, registry);
    sessions.events().afterBegin((begun, transaction, connection) -> connection.options(there));
    try (Session session = sessions.open()) {
      assertThat(session.get(Box.class, 1)).isNull();
    }
  }

  private static void writeAndRead(Session session) {
    List<Box> boxes = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      Box box = new Box("box " + i);
      box.letters.add(new Letter("letter " + i, i));
      boxes.add(box);
    }
    session.addAll(boxes);
    session.flush();
    Integer first = boxes.get(0).id;
    boxes.forEach(box -> box.name = "new " + box.name);
    session.flush();
    session.expireAll();

    assertThat(boxes.get(0).name).isEqualTo("new box 1");
    assertThat(boxes.get(0).letters).hasSize(1);
    boxes.clear();
    session.expungeAll();
    assertThat(session.getOne(Box.class, first).letters.get(0).box.name).isEqualTo("new box 1");
    for (var loading :
        List.of(joinedLoad(Box_.letters), selectinLoad(Box_.letters), subqueryLoad(Box_.letters))) {
      session.expungeAll();
      List<Box> read = session
          .scalars(select(Box.class).where(Box_.name.like("new%")).options(loading))
          .unique()
          .all();
      assertThat(read).hasSize(300).allSatisfy(box -> assertThat(box.letters).hasSize(1));
    }
    assertThat(session
            .execute(update(Letter.class)
                .where(Letter_.sent.gt(299))
                .set(Letter_.subject, "heavy")
                .options(synchronize(Synchronize.FETCH)))
            .rowCount())
        .isOne();
    session.delete(session.getOne(Letter.class, 1));
    session.flush();
    assertThat(session.execute(delete(Letter.class)).rowCount()).isEqualTo(299);
    session.rollback();
  }

  // Here both schemas have the tables

  @Test
  void statement_thatTranslates_doesSoForAllItLoads() {
    SessionFactory sessions = SessionFactory.of(engine, registry);
    registry.metadata().createAll(engine);
    try (Session session = sessions.with(SessionOption.executionOptions(there)).open()) {
      Box box = new Box("there");
      box.letters.add(new Letter("there", 1));
      session.add(box);
      session.commit();
    }
    try (Session session = sessions.open()) {
      var boxes = select(Box.class).options(selectinLoad(Box_.letters));

      assertThat(session.scalars(boxes).all()).isEmpty();
      Box box = session.scalars(boxes.options(there)).one();
      assertThat(box.name).isEqualTo("there");
      assertThat(box.letters).extracting(letter -> letter.subject).containsExactly("there");
      assertThat(session.scalars(boxes).all()).isEmpty();

      assertThat(session
              .execute(update(Box.class)
                  .where(Box_.name.eq("there"))
                  .set(Box_.name, "fetched")
                  .options(there, synchronize(Synchronize.FETCH)))
              .rowCount())
          .isOne();
      assertThat(box.name).isEqualTo("fetched");
      session.execute(
          update(Box.class).options(there), List.of(Map.of("id", box.id, "name", "by key")));
      assertThat(session.scalars(select(Box_.name).options(there)).all()).containsExactly("by key");
      session.execute(delete(Letter.class).options(there));
      assertThat(session.execute(delete(Box.class).options(there)).rowCount()).isOne();
    } finally {
      registry.metadata().dropAll(engine);
    }
  }

  @Test
  void statement_overSeveralTables_writesThemAllThere() {
    Registry people = Hierarchies.registry();
    people.metadata().createAll(engine.with(there));
    try (Session session = SessionFactory.of(engine, people).open()) {
      session.execute(
          insert(Manager.class).options(there), List.of(Map.of("name", "Ann", "budget", 7)));

      assertThat(session
              .execute(delete(Manager.class).where(Manager_.budget.gt(6)).options(there))
              .rowCount())
          .isOne();
    } finally {
      people.metadata().dropAll(engine.with(there));
    }
  }
}
