package io.aludel.orm.property;

import static io.aludel.orm.Orm.select;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.CompositeProperty;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.SynonymProperty;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attributes of every kind in entities that extend others. */
@ForEachDatabase
class InheritedPropertiesTest {
  private static final Registry MODELS = Registry.of(Shape.class, Circle.class);

  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), MODELS);
    sessions.inTransaction(filling -> {
      Circle circle = new Circle("ring", 3);
      circle.origin = new Point(1, 2);
      circle.rim = new Point(4, 2);
      circle.note = "n";
      circle.remark = "r";
      filling.add(circle);
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private void requireWhole(Circle circle) {
    assertThat(circle.title).isEqualTo("ring");
    assertThat(circle.reach).isEqualTo(3);
    assertThat(circle.origin).isEqualTo(new Point(1, 2));
    assertThat(circle.rim).isEqualTo(new Point(4, 2));
    assertThat(circle.loud).isEqualTo("RING");
    assertThat(circle.width).isEqualTo(6);
  }

  @Test
  void mapper_below_hasInheritedPropertiesOfItsOwn() {
    var circle = MODELS.mapper(Circle.class);

    assertThat(circle.composites())
        .extracting(CompositeProperty::name)
        .containsExactly("origin", "rim");
    assertThat(circle.synonyms())
        .extracting(SynonymProperty::name)
        .containsExactly("title", "reach");
    assertThat(circle.attributes()).allMatch(each -> each.owner() == circle);
    assertThat(circle.attributes())
        .extracting(MapperProperty::name)
        .contains("loud", "width", "note");
    assertThat(circle.property("note").isDeferred()).isTrue();
  }

  @Test
  void select_ofTheClass_readsEverything() {
    Circle circle = session.scalars(select(Circle.class)).one();
    recorder.assertStatements(count(1));

    requireWhole(circle);
    recorder.assertStatements();
    assertThat(circle.remark).isEqualTo("r");
    recorder.assertStatements(sql("SELECT p_circle.remark FROM p_circle WHERE p_circle.id = ?", 1));
    assertThat(circle.note).isEqualTo("n");
    recorder.assertStatements(sql("SELECT p_shape.note FROM p_shape WHERE p_shape.id = ?", 1));
  }

  @Test
  void select_ofTheTop_loadsTheRestWhenRead() {
    Shape shape = session.scalars(select(Shape.class)).one();
    recorder.assertStatements(count(1));

    assertThat(shape).isInstanceOf(Circle.class);
    assertThat(shape.loud).isEqualTo("RING");
    assertThat(shape.origin).isEqualTo(new Point(1, 2));
    recorder.assertStatements();
    requireWhole((Circle) shape);
    recorder.assertStatements(count(1));
  }

  @Test
  void flush_changedParts_writesBothTables() {
    Circle circle = session.getOne(Circle.class, 1);
    circle.origin = new Point(1, 9);
    circle.rim = null;
    circle.reach = 5;
    circle.title = "loop";
    recorder.clear();
    session.flush();

    recorder.assertStatements(
        sql("UPDATE p_shape SET name = ?, origin_y = ? WHERE p_shape.id = ?", "loop", 9, 1),
        sql(
            "UPDATE p_circle SET radius = ?, rim_x = ?, rim_y = ? WHERE p_circle.id = ?",
            5,
            null,
            null,
            1));
    assertThat(circle.width).isEqualTo(10);
    assertThat(circle.loud).isEqualTo("LOOP");
    assertThat(InstanceState.of(circle).attribute("rim").value()).isNull();
  }

  @Test
  void where_partsOfBothTables_areFound() {
    assertThat(session
            .scalars(select(Circle_.id)
                .where(
                    Circle_.origin.eq(new Point(1, 2)),
                    Circle_.rim.eq(new Point(4, 2)),
                    Circle_.loud.eq("RING"),
                    Circle_.width.eq(6),
                    Circle_.title.eq("ring")))
            .one())
        .isEqualTo(1);
    var other = Circle_.as("c");
    assertThat(session.scalars(select(other).where(other.width.gt(5))).one().loud)
        .isEqualTo("RING");
    assertThat(session.scalars(select(Circle_.rim)).one()).isEqualTo(new Point(4, 2));
  }
}
