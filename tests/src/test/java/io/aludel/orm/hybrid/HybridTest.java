package io.aludel.orm.hybrid;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.row;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hybrids wherever statements take attributes. */
@ForEachDatabase
@Parity("ORM-MAP-25")
class HybridTest {
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = Registry.of(Person.class, Nickname.class);
    registry.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      Person ann = new Person("Ann", "Lee", 40);
      Person bob = new Person("Bob", "Lee", 12);
      bob.parent = ann;
      filling.addAll(List.of(ann, bob, new Person("Cid", "Orr", 18), new Nickname("Ann", "Lee")));
    });
    session = sessions.open();
    recorder = database.recorder();
    recorder.clear();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  void hybrid_everywhereInASelect_isItsExpression() {
    List<Row> rows = session
        .execute(select(Person_.fullName, func.count())
            .where(Person_.adult)
            .groupBy(Person_.fullName)
            .orderBy(Person_.fullName.desc()))
        .all();

    assertThat(rows.get(0).get(Person_.fullName)).isEqualTo("Cid Orr");
    assertThat(rows.get(0).get("full_name")).isEqualTo("Cid Orr");
    String name = "person.first || ' ' || person.last";
    String mysql = "concat(person.first, ' ', person.last)";
    String grouped = "SELECT %1$s AS full_name, count(*) AS count_1 FROM person"
        + " WHERE person.age >= 18 GROUP BY %1$s ORDER BY full_name DESC";
    recorder.assertStatements(sql(grouped.formatted(name)).on("mariadb", grouped.formatted(mysql)));
  }

  @Test
  void hybrid_ofAnAlias_belongsToIt() {
    Person_.As child = Person_.as("child");

    assertThat(session
            .scalars(select(child.fullName)
                .join(Person_.children, child)
                .where(Person_.fullName.eq("Ann Lee"), child.adult.not())
                .from(Person_.entity))
            .all())
        .containsExactly("Bob Lee");
  }

  @Test
  void hybrid_withinRelationshipCriteria_isThatOfTheRelatedRow() {
    assertThat(session
            .scalars(select(Person.class)
                .where(Person_.children.any(child -> child.fullName.eq("Bob Lee"))))
            .one()
            .first)
        .isEqualTo("Ann");
    assertThat(session
            .scalars(select(Person.class)
                .where(Person_.children.and(Person_.adult.not()).any()))
            .one()
            .first)
        .isEqualTo("Ann");
    assertThat(session.scalars(select(Person_.first).where(Person_.childless)).all())
        .containsExactly("Bob");
  }

  @Test
  void hybrid_withParameters_takesValuesAndExpressions() {
    assertThat(
            session.scalars(select(Person_.first).where(Person_.olderThan(18))).all())
        .containsExactly("Ann");
    Person_.As other = Person_.as("other");
    assertThat(session
            .scalars(select(Person_.first, other.first)
                .where(Person_.olderThan(other.age), other.first.eq("Bob"))
                .orderBy(Person_.first))
            .all())
        .containsExactly("Ann", "Cid");
  }

  @Test
  void hybrid_withHandwrittenSql_usesIt() {
    assertThat(session.scalars(select(Person_.initials).orderBy(Person_.first)).all())
        .containsExactly("A", "B", "C");
    assertThat(
            session.scalars(select(Person_.first).where(Person_.hasName("ann"))).all())
        .containsExactly("Ann");
    assertThat(session.scalars(select(Nickname_.nameLength)).all()).containsExactly(3);
  }

  @Test
  void hybrid_withOperatorsOfItsOwn_comparesByThem() {
    assertThat(session
            .scalars(select(Person_.first).where(Person_.word().eq("ANN")))
            .all())
        .containsExactly("Ann");
  }

  @Test
  void hybrid_ofAMappedSuperClass_isThatOfEachEntity() {
    assertThat(session.scalars(select(Person_.title).where(Person_.id.eq(1))).all())
        .containsExactly("Dear Ann Lee");
  }

  @Test
  void hybrid_overridden_isTheOverridingOneInOthersToo() {
    assertThat(session.scalars(select(Nickname_.title)).all()).containsExactly("Dear Lee, Ann");
    assertThat(session.scalars(select(Nickname_.fullName)).all()).containsExactly("Lee, Ann");
  }

  @Test
  void update_ofAHybrid_writesWhatItStandsFor() {
    Person ann = session.getOne(Person.class, 1);
    recorder.clear();

    session.execute(update(Person.class).where(Person_.id.eq(1)).set(Person_.fullName, "Eve Ray"));
    session.execute(update(Person.class)
        .where(Person_.fullName.eq("Eve Ray"))
        .set(Person_.months, Person_.age.negated()));

    assertThat(ann.getFullName()).isEqualTo("Eve Ray");
    assertThat(ann.age).isEqualTo(40);
    assertThat(recorder.statements().get(0).sql())
        .isEqualTo("UPDATE person SET first = ?, last = ? WHERE person.id = ?");
  }

  @Test
  void insert_ofAHybrid_writesWhatItStandsFor() {
    session.execute(insert(Person.class)
        .values(
            row(Person_.fullName, "Dan Fox", Person_.age, 3),
            row(Person_.fullName, "Fay Fox", Person_.age, 5)));

    assertThat(session
            .scalars(select(Person_.fullName).where(Person_.last.eq("Fox")).orderBy(Person_.id))
            .all())
        .containsExactly("Dan Fox", "Fay Fox");
  }

  @Test
  void update_ofAHybridThatSaysNothing_isRefused() {
    assertThatThrownBy(() -> update(Person.class).set(Person_.title, "x"))
        .isInstanceOf(MappingException.class)
        .hasMessage("Cannot set Person.title: it is computed from other attributes of Person. Set"
            + " those, or say what is written in a method marked @HybridUpdate. [MAP-311]");
    assertThatThrownBy(() -> update(Person.class).set(Person_.fullName, Person_.first))
        .isInstanceOf(MappingException.class)
        .hasMessageEndingWith("let the method take an Expression. [MAP-312]");
  }
}
