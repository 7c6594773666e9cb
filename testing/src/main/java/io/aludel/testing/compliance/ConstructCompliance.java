package io.aludel.testing.compliance;

import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.orderBy;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.trueCondition;
import static io.aludel.sql.Sql.tuple;
import static io.aludel.sql.Sql.values;
import static io.aludel.sql.Window.currentRow;
import static io.aludel.sql.Window.preceding;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.sql.Alias;
import io.aludel.sql.Condition;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.sql.Window;
import io.aludel.sql.tree.construct.OverNode.Exclusion;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The larger constructs work where a dialect declares them, and are refused where it does not. */
public abstract class ConstructCompliance {
  /** For the classes of authors. */
  protected ConstructCompliance() {}

  @Test
  void windows_ofRows_number(Engine engine) {
    People people = People.in(engine);
    Select<Long> numbers =
        select(func.rowNumber().over(orderBy(people.name.desc()))).orderBy(people.id);
    assertEquals(List.of(4L, 3L, 2L, 1L), People.all(engine, numbers));
  }

  @Test
  @Tries(Capability.WINDOW_GROUPS)
  void windows_ofGroups_countTheirPeers(TestDatabase database) {
    People people = People.in(database.engine());
    Window ages = orderBy(people.age.isNull(), people.age).groups(preceding(1), currentRow());
    People.gives(
        database,
        Capability.WINDOW_GROUPS,
        select(func.count().over(ages)).orderBy(people.id),
        List.of(3L, 1L, 3L, 3L));
    People.gives(
        database,
        Capability.WINDOW_GROUPS,
        select(func.count().over(ages.exclude(Exclusion.TIES))).orderBy(people.id),
        List.of(2L, 1L, 3L, 2L));
  }

  @Test
  @Tries(Capability.ORDERED_SET_FUNCTIONS)
  void aggregates_withinAnOrder_findThePlace(TestDatabase database) {
    People people = People.in(database.engine());
    People.gives(
        database,
        Capability.ORDERED_SET_FUNCTIONS,
        select(func.percentileDisc(0.5, SqlTypes.INTEGER).withinGroup(people.id.desc())),
        List.of(3));
  }

  @Test
  @Tries(Capability.AGGREGATE_FILTER)
  void aggregates_filtered_countSome(Engine engine) {
    People people = People.in(engine);
    assertEquals(
        List.of(2L),
        People.all(engine, select(func.count().filter(people.age.eq(30))).from(people.table)));
  }

  @Test
  @Tries(Capability.LATERAL)
  void laterals_seeTheRowBefore(TestDatabase database) {
    People people = People.in(database.engine());
    Alias other = people.table.as("other");
    Alias next = select(other.<Integer>c("id"))
        .where(other.<Integer>c("id").gt(people.id))
        .orderBy(other.<Integer>c("id"))
        .limit(1)
        .lateral("next_one");
    People.gives(
        database,
        Capability.LATERAL,
        select(next.<Integer>c("id"))
            .from(people.table.join(next, trueCondition()))
            .orderBy(people.id),
        List.of(2, 3, 4));
  }

  @Test
  @Tries({Capability.ROLLUP, Capability.GROUPING_SETS})
  void groups_ofSeveralKinds_count(TestDatabase database) {
    People people = People.in(database.engine());
    Select<Long> rollup = select(func.count()).from(people.table).groupBy(func.rollup(people.age));
    if (database.has(Capability.ROLLUP)) {
      assertEquals(4, People.all(database.engine(), rollup).size());
    } else {
      People.refused(database.engine(), rollup);
    }
    Select<Long> cube = select(func.count()).from(people.table).groupBy(func.cube(people.age));
    if (database.has(Capability.GROUPING_SETS)) {
      assertEquals(4, People.all(database.engine(), cube).size());
    } else {
      People.refused(database.engine(), cube);
    }
  }

  @Test
  @Tries(Capability.TUPLE_LISTS)
  void tuples_inLists_select(Engine engine) {
    People people = People.in(engine);
    Condition among =
        tuple(people.id, people.name).in(List.of(1, "Ann"), List.of(2, "x"), List.of(4, "Dov"));
    assertEquals(List.of(1, 4), people.where(engine, among));
  }

  @Test
  @Tries(Capability.QUANTIFIED_QUERIES)
  void quantified_queries_compare(TestDatabase database) {
    People people = People.in(database.engine());
    Select<Integer> ages = select(people.age).where(people.age.isNotNull());
    People.gives(
        database,
        Capability.QUANTIFIED_QUERIES,
        select(people.id).where(people.age.ge(ages.asAll())).orderBy(people.id),
        List.of(1, 4));
  }

  @Test
  @Tries({Capability.DISTINCT_ON, Capability.FETCH_WITH_TIES, Capability.FETCH_PERCENT})
  void cuts_ofRows_keepTheRightOnes(TestDatabase database) {
    People people = People.in(database.engine());
    People.gives(
        database,
        Capability.DISTINCT_ON,
        select(people.id)
            .where(people.age.isNotNull())
            .distinctOn(people.age)
            .orderBy(people.age, people.id.desc()),
        List.of(2, 4));
    Select<Integer> oldest = select(people.id)
        .where(people.age.isNotNull())
        .orderBy(people.age.desc())
        .limitWithTies(1);
    if (database.has(Capability.FETCH_WITH_TIES)) {
      List<Integer> ties = People.all(database.engine(), oldest);
      assertEquals(List.of(1, 4), ties.stream().sorted().toList());
    } else {
      People.refused(database.engine(), oldest);
    }
    People.gives(
        database,
        Capability.FETCH_PERCENT,
        select(people.id).orderBy(people.id).limitPercent(50),
        List.of(1, 2));
  }

  /** A database that ignores the sample gives all rows for none, too. */
  @Test
  @Tries(Capability.TABLE_SAMPLE)
  void samples_ofAllAndOfNone_giveSo(TestDatabase database) {
    People people = People.in(database.engine());
    Alias all = people.table.sample("s", func.call("bernoulli", SqlTypes.UNKNOWN, 100));
    Alias none = people.table.sample("s", func.call("bernoulli", SqlTypes.UNKNOWN, 0));
    People.gives(database, Capability.TABLE_SAMPLE, select(func.count()).from(all), List.of(4L));
    People.gives(database, Capability.TABLE_SAMPLE, select(func.count()).from(none), List.of(0L));
  }

  @Test
  @Tries(Capability.DERIVED_COLUMN_NAMES)
  void valuesInFrom_haveTheirNames(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Alias pairs = values(named("number", SqlTypes.INTEGER), named("word", SqlTypes.STRING))
        .row(2, "two")
        .row(1, "one")
        .as("pairs");
    assertEquals(
        List.of("one", "two"),
        People.all(engine, select(pairs.<String>c("word")).orderBy(pairs.<Integer>c("number"))));
    if (database.has(Capability.DERIVED_COLUMN_NAMES)) {
      String renamed = "SELECT other.b FROM (SELECT id, name FROM people) AS other (a, b)"
          + " WHERE other.a = " + people.where(engine, people.name.eq("Cem")).get(0);
      List<Row> rows =
          engine.fromTransaction(connection -> connection.driverSql(renamed).all());
      assertEquals("Cem", rows.get(0).get(0));
    }
  }
}
