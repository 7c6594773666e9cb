package io.aludel.dialect.oracle;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static io.aludel.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Engine;
import io.aludel.engine.ProgrammingException;
import io.aludel.engine.Transaction;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.CheckFirst;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Sequence;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.types.SqlTypes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The SQL of Oracle, run by an H2 that is told to be one. It understands most of it, though not what
 * comes back in parameters, which a driver of its own does here.
 */
@Parity("ORM-DIA-05")
class OracleOnH2Test {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
  private final Column<String> name = column("name", SqlTypes.STRING(20));
  private final Column<Boolean> here = column("here", SqlTypes.BOOLEAN);
  private final Column<Integer> age = column("age", SqlTypes.INTEGER).serverDefault("7");
  private final Table people = Table.of("people", metadata, id, name, here, age);

  private static Engine engine(String name) {
    return Engine.builder("jdbc:h2:mem:" + name + ";MODE=Oracle;DB_CLOSE_DELAY=-1")
        .dialect(new OracleDialect())
        .create();
  }

  private static void create(Engine engine, MetaData metadata) {
    metadata.createAll(engine, metadata.tables(), CheckFirst.OFF);
  }

  @Test
  void statements_ofAllKinds_areUnderstood() {
    try (Engine engine = engine("oracle_all")) {
      create(engine, metadata);
      engine.inTransaction(connection -> {
        List<Integer> keys = connection
            .execute(
                insert(people).returning(id, age),
                List.of(Map.of("name", "Ann"), Map.of("name", "Bob"), Map.of("name", "Cid")))
            .all()
            .stream()
            .map(found -> found.get(id))
            .toList();
        assertThat(keys).containsExactly(1, 2, 3);
        connection.execute(update(people).set(here, true).where(name.ne("Bob")));
        assertThat(connection
                .scalars(select(name)
                    .where(here.asCondition())
                    .orderBy(name.desc())
                    .limit(1)
                    .offset(1))
                .all())
            .containsExactly("Ann");
        assertThat(connection
                .scalars(select(name).where(here.isTrue()).orderBy(id))
                .all())
            .containsExactly("Ann", "Cid");
        assertThat(connection
                .scalars(select(id).except(select(id).where(here.asCondition())))
                .all())
            .containsExactly(2);
        assertThat(connection.scalars(select(age.modulo(4)).where(id.eq(1))).all())
            .containsExactly(3);
        assertThat(
                connection.execute(select(name.eq("Bob").as("x")).orderBy(id)).all())
            .hasSize(3);
        assertThat(connection.execute(delete(people).where(id.in(1, 2))).rowCount())
            .isEqualTo(2);
        assertThat(connection.scalar(select(literal(1, SqlTypes.INTEGER)))).isEqualTo(1);
        assertThat(connection
                .scalars(select(
                    values(named("x", SqlTypes.INTEGER)).row(1).row(2).as("v").c("x")))
                .all())
            .hasSize(2);
      });
    }
  }

  @Test
  void upsert_isMerged() {
    try (Engine engine = engine("oracle_merge")) {
      create(engine, metadata);
      var upsert = insert(people)
          .values(row("id", 1, "name", "Ann"), row("id", 2, "name", "Bob"))
          .onConflict(id)
          .doUpdate(u -> u.set(name, excluded(name)).set(age, age.plus(1)));
      engine.inTransaction(connection -> {
        connection.execute(insert(people).values(row("id", 1, "name", "old")));
        connection.execute(upsert);
        assertThat(connection.execute(select(name, age).orderBy(id)).all())
            .extracting(found -> found.asList())
            .containsExactly(List.of("Ann", 8), List.of("Bob", 7));
      });
    }
  }

  @Test
  void values_ofTypesOracleLacks_comeBack() {
    Column<UUID> key = column("code", SqlTypes.UUID);
    Column<LocalTime> time = column("clock", SqlTypes.TIME);
    Column<LocalDateTime> moment = column("moment", SqlTypes.TIMESTAMP);
    Column<LocalDate> day = column("birth", SqlTypes.DATE);
    MetaData own = new MetaData();
    Table table = Table.of("kept", own, key, time, moment, day);
    UUID uuid = UUID.randomUUID();
    LocalTime late = LocalTime.of(23, 59, 59, 999_999_999);
    try (Engine engine = engine("oracle_types")) {
      create(engine, own);
      engine.inTransaction(connection -> {
        connection.execute(insert(table)
            .values(row(
                "code",
                uuid,
                "clock",
                late,
                "moment",
                LocalDate.EPOCH.atTime(late),
                "birth",
                LocalDate.EPOCH)));
        assertThat(connection
                .execute(select(key, time, moment).where(time.gt(LocalTime.NOON)))
                .one()
                .asList())
            .containsExactly(uuid, late, LocalDate.EPOCH.atTime(late));
      });
    }
  }

  @Test
  void emptyText_isNull() {
    try (Engine engine = engine("oracle_empty")) {
      create(engine, metadata);
      engine.inTransaction(connection -> {
        connection.execute(insert(people).values(row("id", 1, "name", "")));
        connection.execute(insert(people).values(row("id", 2, "name", "a")));
        assertThat(connection.execute(select(name).where(id.eq(1))).one().asList())
            .containsExactly((Object) null);
        assertThat(connection.scalars(select(id).where(name.eq(""))).all()).isEmpty();
        assertThat(connection.scalars(select(id).where(name.isNull())).all()).containsExactly(1);
        assertThat(connection.scalars(select(id).where(name.isDistinctFrom(""))).all())
            .containsExactly(2);
      });
    }
  }

  @Test
  void savepoints_haveNoWordsToGiveThemUp() {
    try (Engine engine = engine("oracle_savepoints")) {
      create(engine, metadata);
      engine.inTransaction(connection -> {
        try (Transaction inner = connection.beginNested()) {
          connection.execute(insert(people).values(row("id", 1)));
          inner.commit();
        }
        try (Transaction inner = connection.beginNested()) {
          connection.execute(insert(people).values(row("id", 2)));
          inner.rollback();
        }
        assertThat(connection.scalars(select(id)).all()).containsExactly(1);
      });
    }
  }

  @Test
  void sequence_givesNumbers() {
    Sequence numbers = Sequence.of("numbers").in(metadata);
    try (Engine engine = engine("oracle_sequence")) {
      engine.inTransaction(connection -> {
        connection.driverSql("CREATE SEQUENCE numbers START WITH 5");
        assertThat(connection.scalar(select(numbers.next()))).isEqualTo(5L);
      });
    }
  }

  @Test
  void session_flushes_oneByOneWithKeysOfTheDriver() {
    Registry models = Registry.of(Guest.class);
    try (Engine engine = engine("oracle_session")) {
      create(engine, models.metadata());
      SessionFactory sessions = SessionFactory.of(engine, models);
      StatementRecorder recorder = StatementRecorder.on(engine);
      try (Session session = sessions.open()) {
        Guest ann = new Guest("Ann");
        Guest bob = new Guest("Bob");
        session.addAll(List.of(ann, bob));
        session.flush();
        assertThat(List.of(ann.id, bob.id)).containsExactly(1, 2);
        assertThat(recorder.statements())
            .extracting(sent -> sent.sql())
            .containsExactly(
                "INSERT INTO guest (name, here) VALUES (?, ?)",
                "INSERT INTO guest (name, here) VALUES (?, ?)");
        ann.here = true;
        session.delete(bob);
        session.commit();
      }
      recorder.close();
      try (Session session = sessions.open()) {
        Guest found = session
            .scalars(Orm.select(Guest.class).where(Guest_.here.asCondition()))
            .one();
        assertThat(found.name).isEqualTo("Ann");
        assertThat(session.scalars(Orm.select(Guest.class)).all()).hasSize(1);
      }
    }
  }

  @Test
  void returning_ofChanges_comesInParameters() {
    OutParametersOnH2 driver = new OutParametersOnH2("oracle_returning");
    try (Engine engine =
        Engine.builder(driver.dataSource()).dialect(new OracleDialect()).create()) {
      create(engine, metadata);
      engine.inTransaction(connection -> {
        connection.execute(insert(people).values(row("id", 1, "name", "a")));
        connection.execute(insert(people).values(row("id", 2, "name", "b")));
        var changed = update(people).set(name, "c").where(id.in(1, 2, 3)).returning(id, name);
        assertThat(connection.execute(changed).all())
            .extracting(found -> found.asList())
            .containsExactlyInAnyOrder(List.of(1, "c"), List.of(2, "c"));
      });
    }
    assertThat(driver.registered).containsExactly("6:2", "7:12");
  }

  @Test
  void returning_throughAnotherDriver_isRefused() {
    try (Engine engine = engine("oracle_other")) {
      create(engine, metadata);
      assertThatThrownBy(() -> engine.inTransaction(
              connection -> connection.execute(delete(people).returning(id))))
          .isInstanceOf(ProgrammingException.class);
    }
  }
}
