package io.aludel.testing.compliance;

import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.orderBy;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.trueCondition;
import static io.aludel.sql.Sql.tuple;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.sql.Alias;
import io.aludel.sql.Condition;
import io.aludel.sql.Cte;
import io.aludel.sql.Insert;
import io.aludel.sql.RowStatement;
import io.aludel.sql.Select;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The larger constructs work where a dialect declares them, and are refused where it does not. */
public abstract class ConstructCompliance {
  /** For the classes of authors. */
  protected ConstructCompliance() {}

  /** The values in order where a capability is declared; elsewhere the query must be refused. */
  private static <T> void gives(
      TestDatabase database, Capability capability, RowStatement<T> query, List<T> expected) {
    if (database.has(capability)) {
      assertEquals(expected, People.all(database.engine(), query));
    } else {
      People.refused(database.engine(), query);
    }
  }

  @Test
  void windows_ofRows_number(Engine engine) {
    People people = People.in(engine);
    Select<Long> numbers =
        select(func.rowNumber().over(orderBy(people.name.desc()))).orderBy(people.id);
    assertEquals(List.of(4L, 3L, 2L, 1L), People.all(engine, numbers));
  }

  @Test
  void aggregates_filtered_countSome(Engine engine) {
    People people = People.in(engine);
    assertEquals(
        List.of(2L),
        People.all(engine, select(func.count().filter(people.age.eq(30))).from(people.table)));
  }

  @Test
  void commonTables_recursive_count(TestDatabase database) {
    Cte numbers = select(literal(1).as("n"))
        .cte("numbers")
        .recursively(
            t -> select(t.<Integer>c("n").plus(1)).where(t.<Integer>c("n").lt(4)));
    gives(
        database,
        Capability.COMMON_TABLES,
        select(numbers.<Integer>c("n")).orderBy(numbers.<Integer>c("n")),
        List.of(1, 2, 3, 4));
  }

  @Test
  void laterals_seeTheRowBefore(TestDatabase database) {
    People people = People.in(database.engine());
    Alias other = people.table.as("other");
    Alias next = select(other.<Integer>c("id"))
        .where(other.<Integer>c("id").gt(people.id))
        .orderBy(other.<Integer>c("id"))
        .limit(1)
        .lateral("next_one");
    gives(
        database,
        Capability.LATERAL,
        select(next.<Integer>c("id"))
            .from(people.table.join(next, trueCondition()))
            .orderBy(people.id),
        List.of(2, 3, 4));
  }

  @Test
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
  void tuples_inLists_select(Engine engine) {
    People people = People.in(engine);
    Condition among =
        tuple(people.id, people.name).in(List.of(1, "Ann"), List.of(2, "x"), List.of(4, "Dov"));
    assertEquals(List.of(1, 4), people.where(engine, among));
  }

  @Test
  void quantified_queries_compare(TestDatabase database) {
    People people = People.in(database.engine());
    Select<Integer> ages = select(people.age).where(people.age.isNotNull());
    gives(
        database,
        Capability.QUANTIFIED_QUERIES,
        select(people.id).where(people.age.ge(ages.asAll())).orderBy(people.id),
        List.of(1, 4));
  }

  @Test
  void patterns_regular_match(TestDatabase database) {
    People people = People.in(database.engine());
    gives(
        database,
        Capability.REGULAR_EXPRESSIONS,
        select(people.id).where(people.name.matches("^[AB]")).orderBy(people.id),
        List.of(1, 2));
    gives(
        database,
        Capability.REGULAR_REPLACEMENT,
        select(people.name.replaceMatches("^.", "-", "")).where(people.id.eq(1)),
        List.of("-nn"));
  }

  @Test
  void cuts_ofRows_keepTheRightOnes(TestDatabase database) {
    People people = People.in(database.engine());
    gives(
        database,
        Capability.DISTINCT_ON,
        select(people.id)
            .where(people.age.isNotNull())
            .distinctOn(people.age)
            .orderBy(people.age, people.id.desc()),
        List.of(2, 4));
    Select<Integer> known = select(people.id).where(people.age.isNotNull());
    if (database.has(Capability.FETCH_WITH_TIES)) {
      List<Integer> ties =
          People.all(database.engine(), known.orderBy(people.age.desc()).limitWithTies(1));
      assertEquals(List.of(1, 4), ties.stream().sorted().toList());
    }
    gives(
        database,
        Capability.FETCH_PERCENT,
        select(people.id).orderBy(people.id).limitPercent(50),
        List.of(1, 2));
  }

  @Test
  @Requires(Capability.ROW_LOCKS)
  void locks_onRows_areTaken(Engine engine) {
    People people = People.in(engine);
    assertEquals(
        List.of(1), People.all(engine, select(people.id).where(people.id.eq(1)).forUpdate()));
  }

  @Test
  void upserts_changeOrInsert(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Insert rows =
        insert(people.table).values(row("id", 1, "name", "Anna"), row("id", 9, "name", "Eva"));
    Insert.Conflict conflict =
        database.has(Capability.UPSERT_TARGET) ? rows.onConflict(people.id) : rows.onConflict();
    Insert upsert = conflict.doUpdate(u -> u.set(people.name, excluded(people.name)));
    if (database.has(Capability.UPSERT)) {
      engine.inTransaction(connection -> connection.execute(upsert));
      assertEquals(
          List.of("Anna", "Eva"),
          People.all(engine, select(people.name).where(people.id.in(1, 9)).orderBy(people.id)));
    } else {
      People.refused(engine, upsert);
    }
  }
}
