package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.not;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aludel.dialect.Capability;
import io.aludel.engine.DataException;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Alias;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.RowStatement;
import io.aludel.sql.Select;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Queries give the rows they mean. */
public abstract class QueryCompliance {
  /** For the classes of authors. */
  protected QueryCompliance() {}

  @Test
  void comparisons_values_select(Engine engine) {
    People people = People.in(engine);
    assertEquals(List.of(1, 4), people.where(engine, people.age.eq(30)));
    assertEquals(List.of(2), people.where(engine, people.age.lt(30)));
    assertEquals(List.of(3), people.where(engine, people.age.isNull()));
    assertEquals(List.of(2, 3), people.where(engine, people.age.isDistinctFrom(30)));
    assertEquals(List.of(1, 2, 4), people.where(engine, people.age.between(20, 30)));
    assertEquals(List.of(1, 3), people.where(engine, people.active.isTrue()));
    assertEquals(List.of(2, 4), people.where(engine, not(people.active.asCondition())));
    assertEquals(
        List.of(1), people.where(engine, people.age.eq(30).and(people.active.asCondition())));
  }

  @Test
  void lists_ofAnyLength_select(Engine engine) {
    People people = People.in(engine);
    assertEquals(List.of(), people.where(engine, people.id.in(List.of())));
    assertEquals(List.of(1, 2, 3, 4), people.where(engine, people.id.notIn(List.of())));
    assertEquals(List.of(1, 3), people.where(engine, people.id.in(1, 3, 99)));
    List<Integer> many = IntStream.range(2, 1500).boxed().toList();
    assertEquals(List.of(2, 3, 4), people.where(engine, people.id.in(many)));
    assertEquals(List.of(1), people.where(engine, people.name.in("Ann", "nobody")));
  }

  @Test
  void arithmetic_wholeAndTrueDivision_differ(Engine engine) {
    People people = People.in(engine);
    Select<BigDecimal> fraction = select(people.id.dividedBy(2)).where(people.id.eq(3));
    BigDecimal half = People.all(engine, fraction).get(0);
    assertEquals(0, new BigDecimal("1.5").compareTo(half));
    assertEquals(
        List.of(7), People.all(engine, select(people.id.times(2).plus(1)).where(people.id.eq(3))));
    assertEquals(
        List.of(1), People.all(engine, select(people.id.modulo(2)).where(people.id.eq(3))));
  }

  @Test
  @Tries(Capability.DIVISION_BY_ZERO_FAILS)
  void division_byZero_failsWhereDeclared(TestDatabase database) {
    People people = People.in(database.engine());
    Select<BigDecimal> quotient = select(people.id.dividedBy(0)).where(people.id.eq(1));
    if (database.has(Capability.DIVISION_BY_ZERO_FAILS)) {
      assertThrows(DataException.class, () -> People.all(database.engine(), quotient));
    } else {
      assertNull(People.all(database.engine(), quotient).get(0));
    }
  }

  @Test
  void groups_andAggregates_count(Engine engine) {
    People people = People.in(engine);
    assertEquals(
        List.of(1L, 2L),
        People.all(
            engine,
            select(func.count())
                .from(people.table)
                .where(people.age.isNotNull())
                .groupBy(people.age)
                .having(func.count().gt(0L))
                .orderBy(people.age)));
    assertEquals(List.of(80), People.all(engine, select(func.sum(people.age))));
  }

  @Test
  void pages_ofSortedRows_areCut(Engine engine) {
    People people = People.in(engine);
    Select<Integer> sorted = select(people.id).orderBy(people.id.desc());
    assertEquals(List.of(4, 3), People.all(engine, sorted.limit(2)));
    assertEquals(List.of(2, 1), People.all(engine, sorted.offset(2)));
    assertEquals(List.of(3), People.all(engine, sorted.limit(1).offset(1)));
  }

  @Test
  @Tries(Capability.NULLS_ORDERING)
  void order_ofNulls_isAsAsked(TestDatabase database) {
    People people = People.in(database.engine());
    Select<Integer> first = select(people.id).orderBy(people.age.asc().nullsFirst(), people.id);
    if (database.has(Capability.NULLS_ORDERING)) {
      assertEquals(List.of(3, 2, 1, 4), People.all(database.engine(), first));
      assertEquals(
          List.of(1, 4, 2, 3),
          People.all(
              database.engine(),
              select(people.id).orderBy(people.age.desc().nullsLast(), people.id)));
    }
  }

  @Test
  @Tries(Capability.FULL_JOIN)
  void joins_ofTables_findPairs(TestDatabase database) {
    People people = People.in(database.engine());
    Alias other = people.table.as("other");
    Select<Integer> left = select(people.id)
        .leftJoin(
            other,
            other.<Integer>c("age").eq(people.age).and(other.<Integer>c("id").ne(people.id)))
        .where(other.c("id").isNull())
        .orderBy(people.id);
    assertEquals(List.of(2, 3), People.all(database.engine(), left));
    Select<Integer> full =
        select(people.id).fullJoin(other, other.<Integer>c("id").eq(people.id.plus(3)));
    if (database.has(Capability.FULL_JOIN)) {
      assertEquals(7, People.all(database.engine(), full).size());
    } else {
      People.refused(database.engine(), full);
    }
  }

  @Test
  void subqueries_inEveryPlace_areFound(Engine engine) {
    People people = People.in(engine);
    Alias other = people.table.as("other");
    Select<Integer> oldest = select(func.max(other.<Integer>c("age")));
    assertEquals(List.of(1, 4), people.where(engine, people.age.eq(oldest.asScalar())));
    Select<Integer> same = select(other.<Integer>c("id"))
        .where(other.<Integer>c("age").eq(people.age), other.<Integer>c("id").ne(people.id));
    assertEquals(List.of(1, 4), people.where(engine, same.exists()));
    assertEquals(
        List.of(2),
        people.where(
            engine,
            people.id.in(
                select(other.<Integer>c("id")).where(other.<Integer>c("age").lt(25)))));
  }

  @Test
  @Tries({
    Capability.INTERSECT_AND_EXCEPT,
    Capability.INTERSECT_ALL_AND_EXCEPT_ALL,
    Capability.NESTED_COMPOUND
  })
  void compounds_ofQueries_areSets(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Select<Integer> young = select(people.id).where(people.id.le(3));
    Select<Integer> old = select(people.id).where(people.id.ge(3));
    assertEquals(List.of(1, 2, 3, 4), sorted(engine, young.union(old)));
    assertEquals(List.of(1, 2, 3, 3, 4), sorted(engine, young.unionAll(old)));
    if (database.has(Capability.INTERSECT_AND_EXCEPT)) {
      assertEquals(List.of(3), sorted(engine, young.intersect(old)));
      assertEquals(List.of(1, 2), sorted(engine, young.except(old)));
    } else {
      People.refused(engine, young.intersect(old));
    }
    if (database.has(Capability.INTERSECT_ALL_AND_EXCEPT_ALL)) {
      assertEquals(List.of(3), sorted(engine, young.intersectAll(old)));
    } else {
      People.refused(engine, young.intersectAll(old));
    }
    Select<Integer> paged = young.orderBy(people.id.desc()).limit(1);
    assertEquals(List.of(3, 3, 4), sorted(engine, paged.unionAll(old)));
  }

  private static List<Integer> sorted(Engine engine, RowStatement<Integer> query) {
    return People.all(engine, query).stream().sorted().toList();
  }

  @Test
  void names_ofAnyKind_areQuoted(Engine engine) {
    Column<Integer> odd = column("Sel\"ect` [x]; --", SqlTypes.INTEGER);
    Column<Integer> reserved = column("order", SqlTypes.INTEGER);
    Column<Integer> upper = column("Upper", SqlTypes.INTEGER);
    MetaData metadata = new MetaData();
    Table table = Table.of("group", metadata, odd, reserved, upper);
    metadata.createAll(engine);
    engine.inTransaction(connection -> connection.execute(
        insert(table).values(row("Sel\"ect` [x]; --", 1, "order", 2, "Upper", 3))));
    assertEquals(List.of(1), People.all(engine, select(odd).where(reserved.eq(2), upper.eq(3))));
  }

  @Test
  void names_madeByTheCompiler_areCut(Engine engine) {
    People people = People.in(engine);
    int longest = engine.dialect().identifiers().maxLength();
    assertTrue(longest >= 18, "names of 18 characters are the least of the standard");
    String made = engine.dialect().identifiers().shortened("x".repeat(longest + 50));
    assertEquals(longest, made.length());
    assertEquals(List.of(1), People.all(engine, select(people.id.as(made)).where(people.id.eq(1))));
  }

  @Test
  void parameters_asManyAsDeclared_areTaken(TestDatabase database) {
    People people = People.in(database.engine());
    int most = Math.min(database.engine().dialect().maxParameters(), 30_000);
    List<Expression<Integer>> values = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      values.add(literal(i == 0 ? 1 : -i));
    }
    Expression<?>[] members = values.toArray(new Expression<?>[0]);
    Select<Integer> query = select(people.id).where(among(people.id, members));
    assertEquals(List.of(1), People.all(database.engine(), query));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a list may hold expressions
  private static Condition among(Expression<Integer> operand, Expression<?>[] members) {
    return ((Expression) operand).in((Object[]) members);
  }
}
