package io.aludel.orm.source;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.orm.Orm.update;
import static io.aludel.sql.Sql.func;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.BulkWrites;
import io.aludel.orm.FlushException;
import io.aludel.orm.Load;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.Table;
import io.aludel.sql.Alias;
import io.aludel.sql.FromClause;
import io.aludel.sql.Sql;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes that are mapped to a query or an alias: objects of them are read, and never written. */
@ForEachDatabase
@Parity("ORM-MAP-40")
class MappedQueryTest {
  private static final Table ADDRESSES = Town.ADDRESSES;

  private static final String QUERY =
      "(SELECT address.person_id AS person_id, count(address.id) AS homes FROM address"
          + " GROUP BY address.person_id) AS census";

  private TestDatabase database;
  private Alias counted;
  private SourceRun run;

  @BeforeEach
  void open(TestDatabase given) {
    database = given;
    counted = counted();
    map(registry -> mapCensus(registry, counted));
    Person ann = new Person("Ann");
    ann.id = 1;
    Person bob = new Person("Bob");
    bob.id = 2;
    run.store(ann, bob, abode(11, 1), abode(12, 1), abode(13, 2));
  }

  private static Alias counted() {
    return Sql.select(ADDRESSES.c("person_id"), func.count(ADDRESSES.c("id")).as("homes"))
        .groupBy(ADDRESSES.c("person_id"))
        .as("census");
  }

  private static void mapCensus(Registry registry, FromClause rows) {
    registry.map(Census.class, rows, m -> {
      m.primaryKey("personId").exclude("title");
      m.relationship("person");
    });
    registry.map(Person.class, Town.PERSONS, m -> {
      m.exclude("homes");
      m.relationship("census").viewOnly();
    });
    registry.map(Abode.class, ADDRESSES, m -> {});
  }

  private void map(Consumer<Registry> mapping) {
    if (run != null) {
      run.close();
    }
    run = new SourceRun(database, mapping);
  }

  private static Abode abode(int id, int person) {
    Abode abode = new Abode();
    abode.id = id;
    abode.personId = person;
    return abode;
  }

  @AfterEach
  void close() {
    run.close();
  }

  // Reading

  @Test
  void read_takesTheQueryForATable() {
    List<Census> all = run.session
        .scalars(select(Census.class).where(Census_.homes.ge(1L)).orderBy(Census_.personId))
        .all();
    assertThat(run.sent())
        .containsExactly("SELECT census.person_id, census.homes FROM " + QUERY
            + " WHERE census.homes >= ? ORDER BY census.person_id [[1]]");
    assertThat(all).extracting(each -> each.homes).containsExactly(2L, 1L);
    assertThat(run.session.get(Census.class, 1)).isSameAs(all.get(0));
    assertThat(run.session.get(Census.class, 3)).isNull();
    assertThat(run.sent())
        .containsExactly("SELECT census.person_id, census.homes FROM " + QUERY
            + " WHERE census.person_id = ? [[3]]");
    run.session.expire(all.get(0), Census_.homes);
    assertThat(all.get(0).homes).isEqualTo(2);
    assertThat(run.sent())
        .containsExactly("SELECT census.homes FROM " + QUERY + " WHERE census.person_id = ? [[1]]");
    run.session.add(abode(14, 1));
    run.session.refresh(all.get(0));
    assertThat(all.get(0).homes).isEqualTo(3);
  }

  @Test
  void read_byColumnsOfTheQuery_meansTheSameRows() {
    assertThat(run.session
            .scalars(select(Census.class).where(counted.<Long>c("homes").gt(1L)))
            .one()
            .personId)
        .isEqualTo(1);
    assertThat(run.sent())
        .containsExactly("SELECT census.person_id, census.homes FROM " + QUERY
            + " WHERE census.homes > ? [[1]]");
  }

  @Test
  void read_throughAliases_andFromRows() {
    var more = Census_.as("more");
    assertThat(run.session
            .scalars(select(more).join(Census_.entity, Census_.homes.lt(more.homes)))
            .one()
            .personId)
        .isEqualTo(1);
    assertThat(run.sent())
        .containsExactly("SELECT more.person_id, more.homes FROM " + QUERY.replace("census", "more")
            + " JOIN " + QUERY + " ON census.homes < more.homes []");
    var found = Census_.from(select(Census.class).where(Census_.homes.gt(1L)).subquery());
    assertThat(run.session.scalars(select(found).where(found.homes.lt(9L))).one().personId)
        .isEqualTo(1);
    assertThat(run.sent())
        .containsExactly("SELECT anon_1.person_id, anon_1.homes FROM (SELECT census.person_id AS"
            + " person_id, census.homes AS homes FROM " + QUERY
            + " WHERE census.homes > ?) AS anon_1"
            + " WHERE anon_1.homes < ? [[1, 9]]");
  }

  @Test
  void relationship_fromAndToAQuery_goByTheForeignKeysItShows() {
    Census first = run.session.getOne(Census.class, 1);
    run.sent();
    assertThat(first.person.name).isEqualTo("Ann");
    assertThat(run.sent())
        .containsExactly("SELECT person.id, person.name FROM person WHERE person.id = ? [[1]]");
    assertThat(first.person.census).isSameAs(first);
    run.sent();
    assertThat(run.session
            .scalars(select(Person.class).where(Person_.census.has(c -> c.homes.eq(1L))))
            .one()
            .name)
        .isEqualTo("Bob");
    assertThat(run.session
            .scalars(select(Census.class).join(Census_.person).where(Person_.name.eq("Bob")))
            .one()
            .homes)
        .isEqualTo(1);
  }

  @Test
  void relationship_toAQuery_isLoadedInEachWay() {
    for (Load<?> way : List.of(
        joinedLoad(Person_.census), selectinLoad(Person_.census), subqueryLoad(Person_.census))) {
      run.fresh();
      List<Person> all = run.session
          .scalars(select(Person.class).orderBy(Person_.id).options(way))
          .all();
      run.sent();
      assertThat(all).extracting(each -> each.census.homes).containsExactly(2L, 1L);
      assertThat(run.sent()).isEmpty();
    }
  }

  @Test
  void map_commonTableExpression_isWrittenBeforeTheStatement() {
    map(registry -> mapCensus(
        registry,
        Sql.select(ADDRESSES.c("person_id"), func.count(ADDRESSES.c("id")).as("homes"))
            .groupBy(ADDRESSES.c("person_id"))
            .cte("census")));
    assertThat(run.session.getOne(Census.class, 1).homes).isEqualTo(2);
    assertThat(run.sent())
        .containsExactly(
            "WITH census AS (SELECT address.person_id AS person_id, count(address.id) AS homes"
                + " FROM address GROUP BY address.person_id) SELECT census.person_id, census.homes FROM census"
                + " WHERE census.person_id = ? [[1]]");
    var again = Census_.as("again");
    assertThat(run.session.scalars(select(again).where(again.homes.eq(1L))).one().personId)
        .isEqualTo(2);
  }

  @Test
  void map_aliasOfATable_isReadUnderThatName_andNotWritten() {
    map(registry -> registry.map(Lodger.class, ADDRESSES.as("a"), m -> m.exclude("addressId")));
    assertThat(run.session.scalars(select(Lodger.class)).all())
        .extracting(each -> each.personId)
        .containsExactlyInAnyOrder(1, 1, 2);
    assertThat(run.sent())
        .containsExactly("SELECT a.id, a.person_id, a.landlord_id FROM address AS a []");
    assertThat(run.registry.mapper(Lodger.class).writtenTables()).isEmpty();
    run.session.getOne(Lodger.class, 11).personId = 2;
    assertThatThrownBy(() -> run.session.flush()).hasMessageContaining("ORM-409");
  }

  @Test
  void map_queryOverMappedClasses_andOverAMappedQuery() {
    map(registry -> {
      registry.map(Abode.class, ADDRESSES, m -> {});
      registry.map(Person.class, Town.PERSONS, Town::person);
      registry.map(
          Census.class,
          select(Abode_.personId, func.count(Abode_.id).as("homes"))
              .groupBy(Abode_.personId)
              .as("census"),
          m -> m.primaryKey("personId").exclude("person", "title"));
      registry.map(
          Lodger.class,
          select(Census_.personId, Census_.homes).where(Census_.homes.gt(1L)).as("crowd"),
          m -> m.primaryKey("personId").include("personId"));
    });
    assertThat(run.session.getOne(Census.class, 1).homes).isEqualTo(2);
    assertThat(run.sent())
        .containsExactly("SELECT census.person_id, census.homes FROM " + QUERY
            + " WHERE census.person_id = ? [[1]]");
    assertThat(run.session.scalars(select(Lodger.class)).one().personId).isEqualTo(1);
    assertThat(run.sent())
        .containsExactly(
            "SELECT crowd.person_id FROM (SELECT census.person_id AS person_id, census.homes"
                + " AS homes FROM " + QUERY + " WHERE census.homes > ?) AS crowd [[1]]");
  }

  @Test
  void attributes_workedOutDeferredAndComposed_lieInTheQuery() {
    map(registry -> {
      registry.map(Census.class, counted, m -> {
        m.primaryKey("personId").exclude("person");
        m.columnProperty("title", counted.<Long>c("homes").cast(SqlTypes.STRING(9)));
        m.attribute("homes").deferred();
      });
      registry.map(Abode.class, ADDRESSES, m -> {});
    });
    Census first = run.session.getOne(Census.class, 1);
    assertThat(first.title).isEqualTo("2");
    run.sent();
    assertThat(first.homes).isEqualTo(2);
    assertThat(run.sent())
        .containsExactly("SELECT census.homes FROM " + QUERY + " WHERE census.person_id = ? [[1]]");
    var other = Census_.as("other");
    assertThat(
            run.session.scalars(select(other.title).where(other.title.eq("1"))).all())
        .containsExactly("1");
    assertThat(run.sent()).singleElement().asString().contains("CAST(other.homes AS ");
    assertThat(run.session
            .scalars(select(Census_.personId)
                .where(select(Abode_.id)
                    .where(Abode_.personId.eq(Census_.personId), Abode_.id.eq(13))
                    .exists()))
            .all())
        .containsExactly(2);
    assertThat(run.sent())
        .containsExactly(
            "SELECT census.person_id FROM " + QUERY + " WHERE EXISTS (SELECT address.id FROM"
                + " address WHERE address.person_id = census.person_id AND address.id = ?) [[13]]");
  }

  // Writing

  @Test
  void flush_refusesToWrite_beforeAnythingIsSent() {
    Census made = new Census();
    made.personId = 7;
    Person carol = new Person("Carol");
    run.session.addAll(List.of(carol, made));
    assertThatThrownBy(() -> run.session.flush())
        .isInstanceOf(FlushException.class)
        .hasMessageContaining("Cannot insert Census")
        .hasMessageContaining(
            "Census is mapped to an alias or a query, which is read and not written")
        .hasMessageContaining("ORM-409");
    assertThat(run.sent()).isEmpty();
    run.session.rollback();

    Census first = run.session.getOne(Census.class, 1);
    first.homes = 9L;
    run.sent();
    assertThatThrownBy(() -> run.session.flush())
        .hasMessageContaining("Cannot write Census.homes of Census")
        .hasMessageContaining("ORM-409");
    assertThat(run.sent()).isEmpty();
    run.session.rollback();
    assertThat(first.homes).isEqualTo(2);

    run.session.delete(first);
    run.sent();
    assertThatThrownBy(() -> run.session.flush())
        .hasMessageContaining("Cannot delete Census")
        .hasMessageContaining("ORM-409");
    assertThat(run.sent()).isEmpty();
    run.session.rollback();

    first.person = run.session.getOne(Person.class, 2);
    run.sent();
    assertThatThrownBy(() -> run.session.flush())
        .hasMessageContaining("Cannot write Census.personId of Census")
        .hasMessageContaining("ORM-409");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void flush_refusesExpressions_andLaterUpdatesOfReferences() {
    Census first = run.session.getOne(Census.class, 1);
    run.session.setExpression(first, Census_.homes, Sql.literal(3L));
    run.sent();
    assertThatThrownBy(() -> run.session.flush())
        .hasMessageContaining("Cannot write Census.homes of Census")
        .hasMessageContaining("ORM-409");
    assertThat(run.sent()).isEmpty();

    map(registry -> {
      registry.map(Census.class, counted, m -> {
        m.primaryKey("personId").exclude("title");
        m.relationship("person").postUpdate();
      });
      registry.map(Person.class, Town.PERSONS, Town::person);
    });
    first = run.session.getOne(Census.class, 1);
    first.person = new Person("Eve");
    run.session.add(first.person);
    run.sent();
    assertThatThrownBy(() -> run.session.flush())
        .hasMessageContaining("Cannot write Census.personId of Census")
        .hasMessageContaining("ORM-409");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void flush_ofObjectsThatReferToAQuery_writesTheirs() {
    Person ann = run.session.getOne(Person.class, 1);
    assertThat(ann.census.homes).isEqualTo(2);
    ann.name = "Anna";
    run.sent();
    run.session.flush();
    assertThat(run.sent())
        .containsExactly("UPDATE person SET name = ? WHERE person.id = ? [[Anna, 1]]");
  }

  @Test
  void statementsThatWrite_areRefused() {
    assertThatThrownBy(() -> run.session.execute(update(Census.class).set(Census_.homes, 1L)))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("it is mapped to an alias or a query")
        .hasMessageContaining("ORM-316");
    assertThatThrownBy(() -> run.session.execute(delete(Census.class)))
        .hasMessageContaining("ORM-316");
    assertThatThrownBy(() -> run.session.execute(insert(Census.class).set(Census_.homes, 1L)))
        .hasMessageContaining("ORM-316");
    assertThatThrownBy(
            () -> BulkWrites.in(run.session).insert(Census.class, List.of(Map.of("homes", 1L))))
        .hasMessageContaining("ORM-316");
    assertThat(run.sent()).isEmpty();
  }

  // A table joined with a query

  @Test
  void join_ofATableWithAQuery_writesTheTable_andReadsTheRestAgain() {
    map(registry -> {
      registry.map(
          Census.class,
          Town.PERSONS.leftJoin(
              counted, Town.PERSONS.<Integer>c("id").eq(counted.<Integer>c("person_id"))),
          m -> m.column("personId", Town.PERSONS.c("id"))
              .column("title", Town.PERSONS.c("name"))
              .exclude("person"));
      registry.map(Person.class, Town.PERSONS, Town::person);
      registry.map(Abode.class, ADDRESSES, m -> {});
    });
    Mapper<Census> mapper = run.registry.mapper(Census.class);
    assertThat(mapper.writtenTables()).containsExactly(Town.PERSONS);
    assertThat(mapper.writes(mapper.property("title"))).isTrue();
    assertThat(mapper.writes(mapper.property("homes"))).isFalse();
    Census dan = new Census();
    dan.personId = 3;
    dan.title = "Dan";
    run.session.add(dan);
    run.session.flush();
    assertThat(run.sent())
        .containsExactly("INSERT INTO person (id, name) VALUES (?, ?) [[3, Dan]]");
    assertThat(dan.homes).isNull();
    assertThat(run.sent())
        .containsExactly("SELECT census.homes FROM person LEFT OUTER JOIN " + QUERY
            + " ON person.id = census.person_id WHERE person.id = ? [[3]]");

    Census first = run.session.getOne(Census.class, 1);
    first.title = "Anna";
    run.session.add(abode(15, 1));
    run.session.flush();
    assertThat(first.homes).isEqualTo(3);
    run.sent();
    first.homes = 1L;
    first.title = "Ann";
    assertThatThrownBy(() -> run.session.flush())
        .hasMessageContaining("Cannot write Census.homes of Census")
        .hasMessageContaining("none of the tables that a flush writes for Census keeps it")
        .hasMessageContaining("ORM-409");
    assertThat(run.sent()).isEmpty();
    run.session.rollback();

    Census gone = run.session.getOne(Census.class, 2);
    run.session.delete(run.session.getOne(Abode.class, 13));
    run.session.delete(gone);
    run.sent();
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "DELETE FROM address WHERE address.id = ? [[13]]",
            "DELETE FROM person WHERE person.id = ? [[2]]");
  }
}
