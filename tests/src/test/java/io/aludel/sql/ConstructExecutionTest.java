package io.aludel.sql;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.orderBy;
import static io.aludel.sql.Sql.partitionBy;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.sql.Sql.trueCondition;
import static io.aludel.sql.Sql.tuple;
import static io.aludel.sql.Sql.update;
import static io.aludel.sql.Sql.values;
import static io.aludel.sql.Window.currentRow;
import static io.aludel.sql.Window.following;
import static io.aludel.sql.Window.preceding;
import static io.aludel.sql.Window.unboundedFollowing;
import static io.aludel.sql.Window.unboundedPreceding;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.sql.tree.construct.ExtractNode.Field;
import io.aludel.sql.tree.construct.OverNode.Exclusion;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class ConstructExecutionTest {
  private final Shop shop = new Shop();
  private final Shop.Users users = shop.users;
  private final Shop.Items items = shop.items;
  private final Shop.Orders orders = shop.orders;
  private final Shop.Keywords keywords = shop.keywords;
  private final Shop.ItemKeywords links = shop.itemKeywords;
  private Connection connection;

  @BeforeEach
  void open(Engine engine) {
    ShopData.create(engine, shop);
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private List<List<Object>> rows(RowStatement<?> statement) {
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : connection.execute(statement)) {
      rows.add(row.asList());
    }
    return rows;
  }

  private <T> List<T> values(RowStatement<T> statement) {
    return connection.scalars(statement).all();
  }

  @Nested
  @Parity("ORM-SQL-20")
  class Windows {
    @Test
    void over_partsAndOrder_numbersRows() {
      assertThat(rows(select(
                  users.id,
                  func.rowNumber().over(orderBy(users.name.desc())),
                  func.count().over(partitionBy(users.age)))
              .orderBy(users.id)))
          .containsExactly(
              List.of(1, 4L, 2L), List.of(2, 3L, 1L), List.of(3, 2L, 1L), List.of(4, 1L, 2L));
    }

    @Test
    void over_frames_countRows() {
      Window byId = orderBy(users.id);

      assertThat(rows(select(
                  func.sum(users.id).over(byId.rows(preceding(1), currentRow())),
                  func.sum(users.id).over(byId.rows(unboundedPreceding(), currentRow())),
                  func.sum(users.id).over(byId.rows(following(1), unboundedFollowing())),
                  func.sum(users.id).over(byId.range(unboundedPreceding(), unboundedFollowing())),
                  func.sum(users.id).over())
              .orderBy(users.id)))
          .extracting(row -> row.stream().map(ConstructExecutionTest::number).toList())
          .containsExactly(
              List.of(1L, 1L, 9L, 10L, 10L),
              List.of(3L, 3L, 7L, 10L, 10L),
              List.of(5L, 6L, 4L, 10L, 10L),
              Arrays.asList(7L, 10L, null, 10L, 10L));
    }

    @Test
    void over_rangeOfValues_looksAtDifferences() {
      assertThat(values(select(
                  func.count().over(orderBy(users.id).range(preceding(1), following(1))))
              .orderBy(users.id)))
          .containsExactly(2L, 3L, 3L, 2L);
    }

    @Test
    @Requires(Capability.WINDOW_GROUPS)
    void over_groupsWithExclusion_countsGroups() {
      Window window = orderBy(users.age.asc().nullsFirst()).groups(preceding(1), currentRow());

      assertThat(rows(select(
                  users.id,
                  func.count().over(window),
                  func.count().over(window.exclude(Exclusion.CURRENT_ROW)),
                  func.count().over(window.exclude(Exclusion.GROUP)),
                  func.count().over(window.exclude(Exclusion.TIES)))
              .orderBy(users.id)))
          .containsExactly(
              List.of(1, 3L, 2L, 1L, 2L),
              List.of(2, 2L, 1L, 1L, 2L),
              List.of(3, 1L, 0L, 0L, 1L),
              List.of(4, 3L, 2L, 1L, 2L));
    }

    @Test
    void functions_ofWindows_areKnown() {
      Window byName = orderBy(users.name);

      assertThat(rows(select(
                  func.rank().over(orderBy(users.age.isNull(), users.age)),
                  func.denseRank().over(orderBy(users.age.isNull(), users.age)),
                  func.ntile(2).over(byName),
                  func.lag(users.name, 1).over(byName),
                  func.lead(users.name, 2).over(byName),
                  func.firstValue(users.name).over(byName),
                  func.lastValue(users.name)
                      .over(byName.rows(unboundedPreceding(), unboundedFollowing())),
                  func.nthValue(users.name, 2)
                      .over(byName.rows(unboundedPreceding(), unboundedFollowing())))
              .orderBy(users.id)))
          .containsExactly(
              Arrays.asList(2L, 2L, 1, null, "cem", "ann", "dov", "bea"),
              Arrays.asList(1L, 1L, 1, "ann", "dov", "ann", "dov", "bea"),
              Arrays.asList(4L, 3L, 2, "bea", null, "ann", "dov", "bea"),
              Arrays.asList(2L, 2L, 2, "cem", null, "ann", "dov", "bea"));
      assertThat(
              values(select(func.percentRank().over(byName)).orderBy(users.id)).get(3))
          .isEqualTo(1.0);
      assertThat(values(select(func.cumeDist().over(byName)).orderBy(users.id)).get(0))
          .isEqualTo(0.25);
    }

    @Test
    void over_filtered_countsSomeRows() {
      assertThat(values(select(func.count().filter(users.age.gt(26)).over(partitionBy(users.age)))
              .orderBy(users.id)))
          .containsExactly(2L, 0L, 0L, 2L);
    }
  }

  private static Object number(Object value) {
    return value == null ? null : ((Number) value).longValue();
  }

  @Nested
  class Aggregates {
    @Test
    void filter_conditions_countSomeRows() {
      assertThat(rows(select(
              func.count().filter(users.age.isNotNull()),
              func.count(users.id).filter(users.age.gt(26), users.id.gt(1)),
              func.count(Sql.distinct(users.age)).filter(users.id.ne(2)))))
          .containsExactly(List.of(3L, 1L, 1L));
    }

    @Test
    void aggregateStrings_inOrder_joinsTexts() {
      assertThat(values(select(func.aggregateStrings(users.name, "'; ").ordered(users.id.desc()))))
          .containsExactly("dov'; cem'; bea'; ann");
      assertThat(values(select(func.aggregateStrings(users.name, "").filter(users.id.eq(2)))))
          .containsExactly("bea");
    }

    @Test
    @Requires(Capability.ORDERED_SET_FUNCTIONS)
    void withinGroup_percentiles_areFound() {
      assertThat(values(select(func.percentileCont(0.5).withinGroup(users.id))))
          .containsExactly(2.5);
      assertThat(values(
              select(func.percentileDisc(0.5, SqlTypes.INTEGER).withinGroup(users.id.desc()))))
          .containsExactly(3);
    }

    @Test
    @Requires(Capability.ROLLUP)
    void rollup_groups_endsWithTheWhole() {
      assertThat(values(select(func.count()).from(users.table).groupBy(func.rollup(users.age))))
          .containsExactlyInAnyOrder(1L, 1L, 2L, 4L);
    }

    @Test
    @Requires(Capability.GROUPING_SETS)
    void groupingSets_groups_areAll() {
      assertThat(values(select(func.count())
              .from(users.table)
              .groupBy(func.groupingSets(tuple(users.age, users.name), users.age))))
          .containsExactlyInAnyOrder(1L, 1L, 1L, 1L, 1L, 1L, 2L);
      assertThat(values(select(func.count()).from(users.table).groupBy(func.cube(users.age))))
          .containsExactlyInAnyOrder(1L, 1L, 2L, 4L);
    }
  }

  @Nested
  @Parity("ORM-SQL-22")
  class Tuples {
    @Test
    void tuple_comparisons_lookAtAllValues() {
      Select<Integer> ids = select(users.id).orderBy(users.id);

      assertThat(values(ids.where(tuple(users.id, users.name).eq(List.of(2, "bea")))))
          .containsExactly(2);
      assertThat(values(ids.where(tuple(users.age, users.id).gt(List.of(30, 1)))))
          .containsExactly(4);
      assertThat(values(ids.where(tuple(users.id, users.name).ne(List.of(2, "x")))))
          .hasSize(4);
      assertThat(values(ids.where(tuple(users.id, users.name).lt(tuple(users.age, users.name)))))
          .containsExactly(1, 2, 4);
    }

    @Test
    void tuple_inListsOfAnyLength_finds() {
      Select<Integer> ids = select(users.id).orderBy(users.id);
      TupleExpression pair = tuple(users.id, users.name);

      assertThat(values(ids.where(pair.in(List.of(1, "ann"), List.of(3, "x"), List.of(4, "dov")))))
          .containsExactly(1, 4);
      assertThat(values(ids.where(pair.notIn(List.of(List.of(1, "ann"))))))
          .containsExactly(2, 3, 4);
      assertThat(values(ids.where(pair.in(List.of())))).isEmpty();
      assertThat(values(ids.where(pair.notIn(List.of())))).hasSize(4);
      assertThat(
              values(ids.where(pair.inRows(select(users.id, users.name).where(users.age.eq(30))))))
          .containsExactly(1, 4);
    }
  }

  @Nested
  @Parity("ORM-SQL-21")
  class ValuesAsTables {
    private final Values made = Sql.values(
            named("id", SqlTypes.INTEGER), named("label", SqlTypes.STRING))
        .row(1, "one")
        .row(3, null)
        .row(literal(1).plus(3), "four");

    @Test
    void values_selectedAndJoined_areRows() {
      Alias v = made.as("v");

      assertThat(rows(select(v.c("id"), v.c("label")).orderBy(v.<Integer>c("id"))))
          .containsExactly(List.of(1, "one"), Arrays.asList(3, null), List.of(4, "four"));
      assertThat(rows(select(users.name, v.c("label"))
              .join(v, users.id.eq(v.<Integer>c("id")))
              .orderBy(users.id)))
          .containsExactly(
              List.of("ann", "one"), Arrays.asList("cem", null), List.of("dov", "four"));
    }

    @Test
    void values_inWithAndAsAScalar_areRows() {
      Cte c = made.cte("c");
      assertThat(values(select(c.<String>c("label")).where(c.<Integer>c("id").gt(3))))
          .containsExactly("four");
      assertThat(values(select(Sql.values(named("x", SqlTypes.INTEGER)).row(5).asScalar())))
          .containsExactly(5);
    }
  }

  @Nested
  @Parity("ORM-SQL-07")
  class CommonTables {
    @Test
    void cte_usedTwice_isSelectedFrom() {
      Cte adults = select(users.id, users.name).where(users.age.gt(26)).cte("adults");
      Alias other = adults.as("other");

      assertThat(rows(select(adults.c("name"), other.c("name"))
              .where(adults.<Integer>c("id").lt(other.<Integer>c("id")))))
          .containsExactly(List.of("ann", "dov"));
    }

    @Test
    void recursively_numbers_areMade() {
      Cte numbers = select(literal(1).as("n"))
          .cte("numbers")
          .recursively(
              t -> select(t.<Integer>c("n").plus(1)).where(t.<Integer>c("n").lt(5)));

      assertThat(values(select(numbers.<Integer>c("n")).orderBy(numbers.<Integer>c("n"))))
          .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void cte_withNamesAndUnion_isOneTable() {
      Cte both = select(users.id, users.name)
          .where(users.id.eq(1))
          .cte("both_parts")
          .columns("key_1", "word")
          .unionAll(select(users.id, users.name).where(users.id.eq(2)));

      assertThat(values(select(both.<String>c("name")).orderBy(both.<Integer>c("id"))))
          .containsExactly("ann", "bea");
    }

    @Test
    void cte_ofText_isSelectedFrom() {
      Cte found = text("select id, name from users where id > :least")
          .bind("least", 2)
          .columns(named("id", SqlTypes.INTEGER), named("name", SqlTypes.STRING))
          .cte("found");

      assertThat(values(select(found.<String>c("name")).orderBy(found.<Integer>c("id"))))
          .containsExactly("cem", "dov");
    }

    @Test
    void cte_inWrites_isRead() {
      Cte old = select(users.id).where(users.age.isNull()).cte("unknown_age");

      connection.execute(insert(keywords.table)
          .fromSelect(
              List.of("id", "name"), select(old.<Integer>c("id").times(10), literal("from with"))));
      assertThat(values(select(keywords.name).where(keywords.id.eq(30))))
          .containsExactly("from with");
      connection.execute(
          update(users.table).set(users.age, 99).where(users.id.in(select(old.<Integer>c("id")))));
      assertThat(values(select(users.age).where(users.id.eq(3)))).containsExactly(99);
    }

    @Test
    @Requires(Capability.WRITING_COMMON_TABLES)
    void cte_thatWrites_givesItsRows() {
      Cte gone =
          delete(links.table).where(links.itemId.gt(0)).returning(links.itemId).cte("gone");
      long before = values(select(func.count()).from(links.table)).get(0);

      assertThat(values(select(func.count()).from(gone))).containsExactly(before);
      assertThat(values(select(func.count()).from(links.table))).containsExactly(0L);
    }

    @Test
    @Requires(Capability.WRITING_COMMON_TABLES)
    void with_statementThatWrites_runsThoughUnused() {
      Cte gone = delete(links.table).returning(links.itemId).cte("gone");

      assertThat(values(select(users.id).where(users.id.eq(1)).with(gone))).containsExactly(1);
      assertThat(values(select(func.count()).from(links.table))).containsExactly(0L);
    }
  }

  @Nested
  @Parity("ORM-SQL-06")
  class Laterals {
    @Test
    @Requires(Capability.LATERAL)
    void lateral_subquery_seesTheRowBefore() {
      Alias first = select(orders.id)
          .where(orders.userId.eq(users.id))
          .orderBy(orders.id)
          .limit(1)
          .lateral("first_order");

      assertThat(rows(select(users.name, first.c("id"))
              .from(users.table.leftJoin(first, trueCondition()))
              .orderBy(users.id)))
          .hasSize(4)
          .first()
          .isEqualTo(List.of("ann", 1));
    }

    @Test
    @Requires(Capability.TABLE_SAMPLE)
    void sample_all_givesAllRows() {
      Alias all =
          users.table.sample("s", func.call("bernoulli", SqlTypes.UNKNOWN, 100), literal(7));

      assertThat(values(select(all.<Integer>c("id")).orderBy(all.<Integer>c("id"))))
          .containsExactly(1, 2, 3, 4);
    }
  }

  @Nested
  class Expressions {
    @Test
    void bits_operators_work() {
      assertThat(rows(select(
                  users.id.bitAnd(3),
                  users.id.bitOr(4),
                  users.id.bitXor(1),
                  users.id.shiftLeft(2),
                  users.id.shiftRight(1),
                  users.id.bitNot().bitAnd(7))
              .orderBy(users.id)))
          .extracting(row -> row.stream().map(ConstructExecutionTest::number).toList())
          .containsExactly(
              List.of(1L, 5L, 0L, 4L, 0L, 6L),
              List.of(2L, 6L, 3L, 8L, 1L, 5L),
              List.of(3L, 7L, 2L, 12L, 1L, 4L),
              List.of(0L, 4L, 5L, 16L, 2L, 3L));
    }

    @Test
    void extract_fields_areNumbers() {
      Expression<LocalDate> day = literal(LocalDate.of(2024, 8, 31), SqlTypes.DATE);
      Expression<LocalDateTime> moment =
          literal(LocalDateTime.of(2024, 8, 31, 13, 5, 59, 600_000_000), SqlTypes.TIMESTAMP);

      assertThat(rows(select(
              Sql.extract(Field.YEAR, day),
              Sql.extract(Field.QUARTER, day),
              Sql.extract(Field.MONTH, day),
              Sql.extract(Field.DAY, day),
              Sql.extract(Field.DAY_OF_YEAR, day),
              Sql.extract(Field.HOUR, moment),
              Sql.extract(Field.MINUTE, moment),
              Sql.extract(Field.SECOND, moment))))
          .containsExactly(List.of(2024, 3, 8, 31, 244, 13, 5, 59));
    }

    @Test
    @Requires(Capability.REGULAR_EXPRESSIONS)
    void matches_patterns_areFound() {
      Select<Integer> ids = select(users.id).orderBy(users.id);

      assertThat(values(ids.where(users.name.matches("^[ab]")))).containsExactly(1, 2);
      assertThat(values(ids.where(users.name.matches("^[ab]").not()))).containsExactly(3, 4);
      assertThat(values(ids.where(users.name.matches("^A", "i")))).containsExactly(1);
      assertThat(values(ids.where(users.name.matches("^A", "i").not()))).containsExactly(2, 3, 4);
    }

    @Test
    @Requires(Capability.REGULAR_REPLACEMENT)
    void replaceMatches_pattern_isReplaced() {
      assertThat(values(select(users.name.replaceMatches("^.", "-", "")).where(users.id.eq(1))))
          .containsExactly("-nn");
    }

    @Test
    @Requires(Capability.QUANTIFIED_QUERIES)
    void anyAndAll_ofAQuery_compare() {
      Select<Integer> ages = select(users.age).where(users.age.isNotNull());

      assertThat(values(select(users.id).where(users.age.gt(ages.asAny())).orderBy(users.id)))
          .containsExactly(1, 4);
      assertThat(values(select(users.id).where(users.age.ge(ages.asAll())).orderBy(users.id)))
          .containsExactly(1, 4);
    }
  }

  @Nested
  class Cuts {
    @Test
    @Requires(Capability.DISTINCT_ON)
    void distinctOn_values_keepsTheFirst() {
      assertThat(values(select(users.id)
              .where(users.age.isNotNull())
              .distinctOn(users.age)
              .orderBy(users.age, users.id.desc())))
          .containsExactly(2, 4);
    }

    @Test
    @Requires(Capability.FETCH_WITH_TIES)
    void limitWithTies_equals_areKept() {
      assertThat(values(select(users.id)
              .where(users.age.isNotNull())
              .orderBy(users.age.desc())
              .limitWithTies(1)))
          .containsExactlyInAnyOrder(1, 4);
      assertThat(values(select(users.id)
              .where(users.age.isNotNull())
              .orderBy(users.age)
              .offset(1)
              .limitWithTies(1)))
          .containsExactlyInAnyOrder(1, 4);
    }

    @Test
    @Requires(Capability.FETCH_PERCENT)
    void limitPercent_half_isHalf() {
      assertThat(values(select(users.id).orderBy(users.id).limitPercent(50))).containsExactly(1, 2);
    }

    @Test
    @Requires(Capability.LIMITED_WRITES)
    void limit_ofWrites_stopsThem() {
      assertThat(
              connection.execute(update(users.table).set(users.age, 1).limit(3)).rowCount())
          .isEqualTo(3);
    }
  }

  @Nested
  @Parity("ORM-SQL-28")
  @Requires(Capability.UPSERT)
  class Upserts {
    private final Insert first = insert(items.table)
        .values(row("id", 1, "description", "changed", "price", new BigDecimal("9.00")));

    private Insert.Conflict onKey(Insert statement) {
      return connection.engine().dialect().supports(Capability.UPSERT_TARGET)
          ? statement.onConflict(items.id)
          : statement.onConflict();
    }

    @Test
    void doNothing_rowThere_leavesIt() {
      String before = values(select(items.description).where(items.id.eq(1))).get(0);

      connection.execute(onKey(first).doNothing());
      assertThat(values(select(items.description).where(items.id.eq(1)))).containsExactly(before);
    }

    @Test
    void doNothing_rowMissing_insertsIt() {
      connection.execute(onKey(insert(items.table)
              .values(row("id", 77, "description", "new", "price", BigDecimal.ONE)))
          .doNothing());
      assertThat(values(select(items.description).where(items.id.eq(77)))).containsExactly("new");
    }

    @Test
    void doUpdate_severalRows_changesAndInserts() {
      connection.execute(onKey(insert(items.table)
              .values(
                  row("id", 1, "description", "changed", "price", BigDecimal.TEN),
                  row("id", 78, "description", "added", "price", BigDecimal.ONE)))
          .doUpdate(u -> u.set(items.description, excluded(items.description).concat("!"))
              .set(items.price, excluded(items.price))));

      assertThat(
              rows(select(items.id, items.description).where(items.id.in(1, 78)).orderBy(items.id)))
          .containsExactly(List.of(1, "changed!"), List.of(78, "added"));
    }

    @Test
    void doUpdate_batch_runsForEach() {
      Insert statement = onKey(insert(items.table).columns("id", "description", "price"))
          .doUpdate(u -> u.set(items.description, excluded(items.description)));
      connection.execute(
          statement,
          List.of(
              Map.of("id", 1, "description", "b1", "price", BigDecimal.ONE),
              Map.of("id", 1, "description", "b2", "price", BigDecimal.ONE),
              Map.of("id", 79, "description", "b3", "price", BigDecimal.ONE)));

      assertThat(
              rows(select(items.id, items.description).where(items.id.in(1, 79)).orderBy(items.id)))
          .containsExactly(List.of(1, "b2"), List.of(79, "b3"));
    }

    @Test
    @Requires(Capability.UPSERT_CONDITION)
    void doUpdate_condition_isChecked() {
      connection.execute(onKey(first)
          .doUpdate(
              u -> u.set(items.description, excluded(items.description)).where(items.id.gt(1))));
      assertThat(values(select(items.description).where(items.id.eq(1)))).doesNotContain("changed");
    }

    @Test
    @Requires({Capability.UPSERT_TARGET, Capability.INSERT_RETURNING})
    void doUpdate_returning_givesTheRow() {
      assertThat(connection
              .execute(onKey(first)
                  .doUpdate(u -> u.set(items.description, excluded(items.description)))
                  .returning(items.id, items.description))
              .one()
              .asList())
          .containsExactly(1, "changed");
    }

    @Test
    void doUpdate_fromAQuery_changesRows() {
      connection.execute(onKey(insert(items.table)
              .fromSelect(
                  List.of("id", "description", "price"),
                  select(items.id, items.description.concat("?"), items.price)
                      .where(items.id.lt(3))))
          .doUpdate(u -> u.set(items.description, excluded(items.description))));

      assertThat(values(select(items.description).where(items.id.lt(3))))
          .allMatch(text -> text.endsWith("?"));
    }
  }
}
