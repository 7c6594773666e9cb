package io.aludel.orm.property;

import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.row;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.undefer;
import static io.aludel.orm.Orm.update;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.CompositeProperty;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that are kept in several columns. */
@ForEachDatabase
class CompositeTest {
  private static final Registry MODELS = Registry.of(Vertex.class, Cell.class);

  private SessionFactory sessions;
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), MODELS);
    sessions.inTransaction(filling -> {
      filling.add(new Vertex(new Point(1, 2), new Point(3, 4)));
      filling.flush();
      filling.add(new Vertex(new Point(5, 6), null));
      filling.add(new Cell(new Point(7, 8), "here"));
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private Vertex vertex(int id) {
    Vertex vertex = session.getOne(Vertex.class, id);
    recorder.clear();
    return vertex;
  }

  @Test
  @Parity("ORM-MAP-23")
  void mapper_composites_haveColumns() {
    var mapper = MODELS.mapper(Vertex.class);

    assertThat(mapper.table().columns())
        .extracting(column -> column.name())
        .containsExactly(
            "id",
            "x1",
            "y1",
            "x2",
            "y2",
            "route_from_x",
            "route_from_y",
            "route_to_x",
            "route_to_y",
            "home_street",
            "home_town",
            "work_street",
            "work_town");
    assertThat(mapper.composites())
        .extracting(CompositeProperty::name)
        .containsExactly("start", "end", "route", "home", "work");
    CompositeProperty end = mapper.composites().get(1);
    assertThat(end.type()).isEqualTo(Point.class);
    assertThat(end.isNullable()).isTrue();
    assertThat(end.parts()).extracting(Object::toString).containsExactly("Vertex.x2", "Vertex.y2");
    assertThat(mapper.table().c("x2").isNullable()).isTrue();
    assertThat(mapper.table().c("x1").isNullable()).isFalse();
  }

  @Test
  @Parity("ORM-MAP-23")
  void read_loadedRow_makesTheRecordOnce() {
    Vertex vertex = vertex(1);

    assertThat(vertex.start).isEqualTo(new Point(1, 2)).isSameAs(vertex.start);
    assertThat(vertex.end).isEqualTo(new Point(3, 4));
    assertThat(vertex.home).isEqualTo(new Address("Main", "Rome"));
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-MAP-23")
  void read_allNull_isNullOrARecordOfNulls() {
    Vertex vertex = vertex(2);

    assertThat(vertex.end).isNull();
    assertThat(vertex.route).isNull();
    vertex.home = new Address(null, null);
    session.commit();
    assertThat(vertex.home).isEqualTo(new Address(null, null));
  }

  @Test
  @Parity("ORM-MAP-23")
  void set_newRecord_writesItsColumns() {
    Vertex vertex = vertex(1);
    vertex.start = new Point(1, 20);
    vertex.end = new Point(30, 40);

    assertThat(vertex.y1).isEqualTo(20);
    assertThat(InstanceState.of(vertex).attribute("start").history().deleted())
        .containsExactly(new Point(1, 2));
    session.flush();
    recorder.assertStatements(
        sql("UPDATE p_vertex SET y1 = ?, x2 = ?, y2 = ? WHERE p_vertex.id = ?", 20, 30, 40, 1));
  }

  @Test
  @Parity("ORM-MAP-23")
  void set_equalRecord_writesNothing() {
    Vertex vertex = vertex(1);
    vertex.start = new Point(1, 2);
    session.flush();
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-MAP-23")
  void set_null_writesNulls() {
    Vertex vertex = vertex(1);
    vertex.end = null;
    session.flush();
    recorder.assertStatements(
        sql("UPDATE p_vertex SET x2 = ?, y2 = ? WHERE p_vertex.id = ?", null, null, 1));
    assertThat(vertex.end).isNull();
  }

  @Test
  @Parity("ORM-MAP-23")
  void set_partByItself_makesAnotherRecord() {
    Vertex vertex = vertex(1);
    assertThat(vertex.start).isEqualTo(new Point(1, 2));
    vertex.x1 = 9;
    assertThat(vertex.start).isEqualTo(new Point(9, 2));

    Vertex fresh = new Vertex(new Point(1, 1), null);
    fresh.y1 = 7;
    assertThat(fresh.start).isEqualTo(new Point(1, 7));
  }

  @Test
  @Parity("ORM-MAP-23")
  void expire_part_dropsTheRecord() {
    Vertex vertex = vertex(1);
    Point before = vertex.start;
    session.expire(vertex, Vertex_.x1);

    assertThat(vertex.start).isEqualTo(before).isNotSameAs(before);
    recorder.assertStatements(sql("SELECT p_vertex.x1 FROM p_vertex WHERE p_vertex.id = ?", 1));
    session.expire(vertex, Vertex_.end);
    assertThat(vertex.end).isEqualTo(new Point(3, 4));
    recorder.assertStatements(
        sql("SELECT p_vertex.x2, p_vertex.y2 FROM p_vertex WHERE p_vertex.id = ?", 1));
  }

  @Test
  @Parity("ORM-MAP-23")
  void rollback_changedRecord_isTheOldOne() {
    Vertex vertex = vertex(1);
    vertex.end = new Point(0, 0);
    session.flush();
    session.rollback();
    assertThat(vertex.end).isEqualTo(new Point(3, 4));
  }

  @Test
  @Parity("ORM-MAP-23")
  void nested_records_areTakenApart() {
    Vertex vertex = vertex(2);
    vertex.route = new Line(new Point(1, 2), new Point(3, 4));
    session.flush();
    recorder.assertStatements(sql(
        "UPDATE p_vertex SET route_from_x = ?, route_from_y = ?, route_to_x = ?, route_to_y = ?"
            + " WHERE p_vertex.id = ?",
        1,
        2,
        3,
        4,
        2));
    session.commit();
    assertThat(vertex.route).isEqualTo(new Line(new Point(1, 2), new Point(3, 4)));
    assertThat(session
            .scalars(select(Vertex_.id)
                .where(Vertex_.route.part("to.y", Integer.class).gt(3)))
            .all())
        .containsExactly(2);
  }

  @Test
  @Parity("ORM-MAP-23")
  void where_compared_goesColumnByColumn() {
    assertThat(session
            .scalars(select(Vertex_.id).where(Vertex_.start.eq(new Point(1, 2))))
            .all())
        .containsExactly(1);
    recorder.assertStatements(
        sql("SELECT p_vertex.id FROM p_vertex WHERE p_vertex.x1 = ? AND p_vertex.y1 = ?", 1, 2));
    assertThat(session
            .scalars(select(Vertex_.id).where(Vertex_.start.ne(new Point(1, 2))))
            .all())
        .containsExactly(2);
    recorder.assertStatements(sql(
        "SELECT p_vertex.id FROM p_vertex WHERE NOT (p_vertex.x1 = ? AND p_vertex.y1 = ?)", 1, 2));
    assertThat(session.scalars(select(Vertex_.id).where(Vertex_.end.isNull())).all())
        .containsExactly(2);
    assertThat(session
            .scalars(select(Vertex_.id).where(Vertex_.end.eq((Point) null)))
            .all())
        .containsExactly(2);
    assertThat(session
            .scalars(select(Vertex_.id).where(Vertex_.start.in(new Point(5, 6), new Point(0, 0))))
            .all())
        .containsExactly(2);
    assertThat(session
            .scalars(select(Vertex_.id).where(Vertex_.start.lt(new Point(5, 6))))
            .all())
        .containsExactly(1);
    assertThat(session
            .scalars(select(Vertex_.id).where(Vertex_.start.eq(Vertex_.end)))
            .all())
        .isEmpty();
    var other = Vertex_.as("v");
    assertThat(session
            .scalars(select(other.id).where(other.start.ge(new Point(5, 6))))
            .all())
        .containsExactly(2);
  }

  @Test
  @Parity("ORM-MAP-23")
  void select_composite_givesTheRecord() {
    assertThat(
            session.scalars(select(Vertex_.start).orderBy(Vertex_.start.desc())).all())
        .containsExactly(new Point(5, 6), new Point(1, 2));
    recorder.assertStatements(sql("SELECT p_vertex.x1, p_vertex.y1 FROM p_vertex"
        + " ORDER BY p_vertex.x1 DESC, p_vertex.y1 DESC"));
    assertThat(session.scalars(select(Vertex_.end).orderBy(Vertex_.id)).all())
        .containsExactly(new Point(3, 4), null);
  }

  @Test
  @Parity("ORM-MAP-23")
  void update_byCriteria_setsEveryColumn() {
    Vertex vertex = vertex(1);
    assertThat(vertex.end).isEqualTo(new Point(3, 4));
    session.execute(update(Vertex.class).set(Vertex_.end, new Point(8, 9)).where(Vertex_.id.eq(1)));
    recorder.assertStatements(
        sql("UPDATE p_vertex SET x2 = ?, y2 = ? WHERE p_vertex.id = ?", 8, 9, 1));
    assertThat(vertex.end).isEqualTo(new Point(8, 9));
    recorder.assertStatements();

    session.execute(
        update(Vertex.class).setNull(Vertex_.end).where(Vertex_.start.eq(new Point(1, 2))));
    assertThat(vertex.end).isNull();
    session.execute(update(Vertex.class).set(Vertex_.end, Vertex_.start));
    assertThat(vertex.end).isEqualTo(new Point(1, 2));
  }

  @Test
  @Parity("ORM-MAP-23")
  void insert_rows_takeRecords() {
    session.execute(insert(Cell.class)
        .values(
            row("text", "a").and(Cell_.place, new Point(1, 1)),
            row("text", "b").and(Cell_.place, new Point(2, 1))));
    assertThat(session.scalars(select(Cell_.place).orderBy(Cell_.place)).all())
        .containsExactly(new Point(1, 1), new Point(2, 1), new Point(7, 8));
  }

  @Test
  @Parity({"ORM-MAP-23", "ORM-SES-11"})
  void get_compositeKey_takesTheRecord() {
    Cell cell = session.getOne(Cell.class, new Point(7, 8));

    assertThat(cell.text).isEqualTo("here");
    assertThat(cell.place).isEqualTo(new Point(7, 8));
    assertThat(session.get(Cell.class, java.util.List.of(7, 8))).isSameAs(cell);
    assertThat(session.get(Cell.class, new Point(0, 9))).isNull();
    cell.place = new Point(7, 9);
    session.flush();
    assertThat(session.get(Cell.class, new Point(7, 9))).isSameAs(cell);
  }

  @Test
  @Parity({"ORM-MAP-23", "ORM-MAP-20"})
  void deferred_composite_isLoadedAsAWhole() {
    Vertex vertex = vertex(1);

    assertThat(vertex.work).isNull();
    recorder.assertStatements(sql(
        "SELECT p_vertex.work_street, p_vertex.work_town FROM p_vertex WHERE p_vertex.id = ?", 1));
    session.expungeAll();
    Vertex again = session
        .scalars(select(Vertex.class).where(Vertex_.id.eq(1)).options(undefer(Vertex_.work)))
        .one();
    recorder.clear();
    assertThat(again.work).isNull();
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-MAP-23")
  void merge_detachedObject_copiesTheRecord() {
    Vertex given = sessions.fromTransaction(other -> other.getOne(Vertex.class, 1));
    given.end = new Point(0, 1);
    Vertex merged = session.merge(given);

    assertThat(merged.end).isEqualTo(new Point(0, 1));
    session.flush();
    assertThat(session.scalars(select(Vertex_.end).where(Vertex_.id.eq(1))).one())
        .isEqualTo(new Point(0, 1));
  }

  @Test
  @Parity("ORM-MAP-23")
  void read_primitivePartWithoutValue_isNamed() {
    session.execute(update(Vertex.class)
        .set(Vertex_.end.part("x", Integer.class), 1)
        .setNull(Vertex_.end.part("y", Integer.class))
        .where(Vertex_.id.eq(1)));
    Vertex vertex = vertex(1);

    assertThatThrownBy(() -> String.valueOf(vertex.end))
        .isInstanceOf(MappingException.class)
        .hasMessage(
            "Cannot read Vertex.end: its part 'y' is a primitive, and column 'y2' is NULL. Let"
                + " the column be NOT NULL, or the component a boxed type. [MAP-262]");
  }

  @Test
  @Parity("ORM-MAP-23")
  void misuse_isNamed() {
    assertThatThrownBy(() -> Vertex_.start.part("z", Integer.class))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Cannot find the part 'z' of Vertex.start: it has [x, y]");
    assertThatThrownBy(() ->
            InstanceState.of(new Vertex(new Point(1, 1), null)).attribute("end").set("no"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("[MAP-263]");
    assertThatThrownBy(() -> session
            .scalars(select(Vertex_.id).where(Vertex_.start.isDistinctFrom(new Point(1, 2))))
            .all())
        .hasMessageContaining("it is several columns where one value is needed");
  }
}
