package io.aludel.sql;

import static io.aludel.sql.Sql.allOf;
import static io.aludel.sql.Sql.exists;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.into;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.not;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.MultipleResultsException;
import io.aludel.engine.NoResultException;
import io.aludel.engine.Result;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class SelectExecutionTest {
  private final Shop shop = new Shop();
  private final Shop.Users users = shop.users;
  private final Shop.Addresses addresses = shop.addresses;
  private final Shop.Orders orders = shop.orders;
  private final Shop.Items items = shop.items;
  private final Shop.OrderItems orderItems = shop.orderItems;
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
  @Parity("ORM-SQL-02")
  class Clauses {
    @Test
    void select_columns_givesThemInOrder() {
      assertThat(rows(select(users.name, users.id).where(users.id.lt(3)).orderBy(users.id)))
          .containsExactly(List.of("ann", 1), List.of("bea", 2));
    }

    @Test
    void select_table_givesAllItsColumns() {
      Result<Row> result = connection.execute(select(users.table).where(users.id.eq(2)));

      assertThat(result.names()).containsExactly("id", "name", "age");
      assertThat(result.one().asList()).containsExactly(2, "bea", 25);
    }

    @Test
    void where_severalConditions_areJoinedByAnd() {
      assertThat(values(select(users.name).where(users.age.eq(30), users.id.gt(1))))
          .containsExactly("dov");
    }

    @Test
    void orderBy_severalKeys_sortsByEachInTurn() {
      assertThat(values(select(users.name)
              .where(users.age.isNotNull())
              .orderBy(users.age.desc(), users.name.desc())))
          .containsExactly("dov", "ann", "bea");
    }

    @Test
    void groupBy_aSelectedExpressionWithAValue_groupsByIt() {
      Label<Integer> later = users.age.plus(5).as("later");

      assertThat(rows(select(later, func.count(users.id))
              .where(users.age.isNotNull())
              .groupBy(later)
              .orderBy(named("later"))))
          .containsExactly(List.of(30, 1L), List.of(35, 2L));
    }

    @Test
    void orderBy_twice_appends() {
      assertThat(values(select(users.name)
              .where(users.age.isNotNull())
              .orderBy(users.age)
              .orderBy(users.name.desc())))
          .containsExactly("bea", "dov", "ann");
    }

    @Test
    @Requires(Capability.NULLS_ORDERING)
    void orderBy_nullsFirstAndLast_placesThem() {
      Select<String> names = select(users.name);

      assertThat(values(names.orderBy(users.age.asc().nullsFirst(), users.id)))
          .containsExactly("cem", "bea", "ann", "dov");
      assertThat(values(names.orderBy(users.age.desc().nullsLast(), users.id)))
          .containsExactly("ann", "dov", "bea", "cem");
    }

    @Test
    void limit_andOffset_cutOutAPage() {
      Select<Integer> ids = select(items.id).orderBy(items.id);

      assertThat(values(ids.limit(2))).containsExactly(1, 2);
      assertThat(values(ids.limit(2).offset(3))).containsExactly(4, 5);
      assertThat(values(ids.offset(3))).containsExactly(4, 5);
      assertThat(values(ids.limit(0))).isEmpty();
      assertThat(values(ids.limit(10).offset(10))).isEmpty();
    }

    @Test
    void distinct_repeatedValues_givesEachOnce() {
      assertThat(
              values(select(users.age).where(users.age.isNotNull()).distinct().orderBy(users.age)))
          .containsExactly(25, 30);
    }

    @Test
    void groupBy_andHaving_countAndFilterGroups() {
      assertThat(rows(select(users.age, func.count())
              .where(users.age.isNotNull())
              .groupBy(users.age)
              .having(func.count().gt(1L))))
          .containsExactly(List.of(30, 2L));
    }

    @Test
    @Parity("ORM-SQL-18")
    void aggregates_ofAllRows_giveOneRow() {
      Row row = connection
          .execute(select(
                  func.count(),
                  func.count(users.age),
                  func.sum(users.age),
                  func.min(users.name),
                  func.max(users.name))
              .from(users.table))
          .one();

      assertThat(row.get(0)).isEqualTo(4L);
      assertThat(row.get(1)).isEqualTo(3L);
      assertThat(((Number) row.get(2)).longValue()).isEqualTo(85L);
      assertThat(row.get(3)).isEqualTo("ann");
      assertThat(row.get(4)).isEqualTo("dov");
    }

    @Test
    @Parity("ORM-SQL-18")
    void aggregates_ofNoRows_areZeroAndNull() {
      Row row = connection
          .execute(select(func.count(), func.sum(users.age), func.max(users.name))
              .where(users.id.gt(99)))
          .one();

      assertThat(row.asList()).containsExactly(0L, null, null);
    }

    @Test
    @Parity("ORM-SQL-18")
    void avg_ofIntegers_keepsTheFraction() {
      BigDecimal average = connection.scalar(select(func.avg(users.age)));

      assertThat(average).isBetween(new BigDecimal("28.33"), new BigDecimal("28.34"));
    }

    @Test
    void count_distinctValues_countsEachOnce() {
      assertThat(connection.scalar(select(func.count(Sql.distinct(users.age))))).isEqualTo(2L);
    }

    @Test
    @Parity("ORM-SQL-01")
    void where_onSharedStatement_leavesTheOriginal() {
      Select<String> all = select(users.name).orderBy(users.id);
      Select<String> some = all.where(users.id.eq(1));

      assertThat(values(some)).containsExactly("ann");
      assertThat(values(all)).hasSize(4);
    }
  }

  @Nested
  @Parity("ORM-SQL-04")
  class Joins {
    @Test
    void join_byForeignKey_findsItsCondition() {
      assertThat(rows(select(users.name, addresses.email)
              .from(users.table)
              .join(addresses.table)
              .orderBy(addresses.id)))
          .containsExactly(
              List.of("ann", "ann@x.org"),
              List.of("bea", "bea@x.org"),
              List.of("bea", "bea@y.org"),
              List.of("dov", "dov@x.org"));
    }

    @Test
    void join_withCondition_usesIt() {
      assertThat(values(select(users.name)
              .from(users.table)
              .join(addresses.table, addresses.email.eq(users.name.concat("@x.org")))
              .orderBy(users.id)))
          .containsExactly("ann", "bea", "dov");
    }

    @Test
    void leftJoin_withoutMatch_givesNulls() {
      assertThat(rows(select(users.name, addresses.email)
              .from(users.table)
              .leftJoin(addresses.table)
              .where(addresses.id.isNull())))
          .singleElement()
          .satisfies(row -> assertThat(row).containsExactly("cem", null));
    }

    @Test
    @Requires(Capability.FULL_JOIN)
    void fullJoin_withoutMatches_givesBothSides() {
      assertThat(rows(select(orders.id, addresses.id)
              .from(orders.table)
              .fullJoin(addresses.table, orders.addressId.eq(addresses.id))
              .where(orders.id.isNull().or(addresses.id.isNull()))))
          .hasSize(2);
    }

    @Test
    void join_chain_reachesFurtherTables() {
      assertThat(values(select(items.description)
              .from(users.table)
              .join(orders.table)
              .join(orderItems.table)
              .join(items.table)
              .where(users.name.eq("ann"))
              .orderBy(items.id)))
          .containsExactly("pen", "ink", "lamp");
    }

    @Test
    void join_alias_joinsTheTableToItself() {
      Alias other = users.table.as("other");

      assertThat(rows(select(users.name, other.c(users.name))
              .from(users.table)
              .join(other, users.age.eq(other.c(users.age)).and(users.id.lt(other.c(users.id))))))
          .containsExactly(List.of("ann", "dov"));
    }

    @Test
    void from_twoTables_pairsThemByWhere() {
      assertThat(values(select(users.name)
              .from(users.table, addresses.table)
              .where(users.id.eq(addresses.userId), addresses.email.like("%@y.org"))))
          .containsExactly("bea");
    }

    @Test
    void join_withoutForeignKey_isRefused() {
      assertThatThrownBy(() -> rows(select(users.name).from(users.table).join(items.table)))
          .isInstanceOf(AludelException.class)
          .hasMessageContaining("users")
          .hasMessageContaining("items");
    }
  }

  @Nested
  class Subqueries {
    @Test
    @Parity("ORM-SQL-05")
    void subquery_inFrom_givesItsColumns() {
      Alias counts = select(addresses.userId, func.count().as("n"))
          .groupBy(addresses.userId)
          .as("counts");

      assertThat(rows(select(users.name, counts.c("n"))
              .from(users.table)
              .join(counts, users.id.eq(counts.c(addresses.userId)))
              .orderBy(users.id)))
          .containsExactly(List.of("ann", 1L), List.of("bea", 2L), List.of("dov", 1L));
    }

    @Test
    @Parity("ORM-SQL-05")
    void subquery_withoutName_getsOne() {
      Alias adults = select(users.id, users.name).where(users.age.ge(30)).subquery();

      assertThat(values(select(adults.c(users.name)).orderBy(adults.c(users.id))))
          .containsExactly("ann", "dov");
    }

    @Test
    @Parity("ORM-SQL-09")
    void asScalar_sameTableOutside_isCorrelated() {
      ColumnExpression<Long> count = select(func.count())
          .from(addresses.table)
          .where(addresses.userId.eq(users.id))
          .asScalar();

      assertThat(rows(select(users.name, count).orderBy(users.id)))
          .containsExactly(
              List.of("ann", 1L), List.of("bea", 2L), List.of("cem", 0L), List.of("dov", 1L));
    }

    @Test
    @Parity("ORM-SQL-09")
    void asScalar_inWhere_comparesWithIt() {
      Select<Integer> youngest = select(func.min(users.age));

      assertThat(values(select(users.name).where(users.age.eq(youngest.asScalar()))))
          .containsExactly("bea");
    }

    @Test
    @Parity("ORM-SQL-10")
    void exists_correlated_findsThoseWith() {
      Condition hasOrder = exists(select(orders.id).where(orders.userId.eq(users.id)));

      assertThat(values(select(users.name).where(hasOrder).orderBy(users.id)))
          .containsExactly("ann", "bea", "dov");
      assertThat(values(select(users.name).where(not(hasOrder)))).containsExactly("cem");
    }

    @Test
    @Parity("ORM-SQL-12")
    void in_query_comparesWithItsRows() {
      Select<Integer> withAddress = select(addresses.userId);

      assertThat(values(select(users.name).where(users.id.in(withAddress)).orderBy(users.id)))
          .containsExactly("ann", "bea", "dov");
      assertThat(values(select(users.name).where(users.id.notIn(withAddress))))
          .containsExactly("cem");
    }
  }

  @Nested
  @Parity("ORM-SQL-08")
  class Compounds {
    private final Select<Integer> small = select(items.id).where(items.id.le(3));
    private final Select<Integer> big = select(items.id).where(items.id.ge(3));

    @Test
    void union_overlapping_givesEachOnce() {
      assertThat(values(small.union(big).orderBy(items.id))).containsExactly(1, 2, 3, 4, 5);
    }

    /** H2 moves the condition to before the limit, unless the limit stands around the compound. */
    @Test
    void unionAll_limitedInFrom_isCutBeforeRowsAreAskedFor() {
      Alias first = small.unionAll(big).orderBy(items.id).limit(3).as("first");
      ColumnExpression<Integer> id = first.c("id");
      assertThat(values(select(id).orderBy(id))).containsExactly(1, 2, 3);
      assertThat(values(select(id).where(id.gt(3)))).isEmpty();
      Cte cut = small.unionAll(big).orderBy(items.id.desc()).limit(2).cte("cut");
      Alias parts = small.unionAll(select(cut.<Integer>c("id"))).as("parts");
      assertThat(
              values(select(parts.<Integer>c("id")).where(parts.<Integer>c("id").between(3, 4))))
          .containsExactly(3, 4);
    }

    @Test
    void unionAll_overlapping_givesBoth() {
      assertThat(values(small.unionAll(big))).containsExactlyInAnyOrder(1, 2, 3, 3, 4, 5);
    }

    @Test
    void limit_ofCompound_cutsTheWhole() {
      assertThat(values(small.union(big).orderBy(items.id).limit(2).offset(1)))
          .containsExactly(2, 3);
    }

    @Test
    @Requires(Capability.INTERSECT_AND_EXCEPT)
    void intersect_andExcept_compareRows() {
      assertThat(values(small.intersect(big))).containsExactly(3);
      assertThat(values(small.except(big))).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void compound_asSubquery_isSelectedFrom() {
      Alias both = small.unionAll(big).as("both");

      assertThat(connection.scalar(select(func.count()).from(both))).isEqualTo(6L);
    }
  }

  @Nested
  class Rows {
    @Test
    @Parity("ORM-SQL-15")
    void label_givesTheValueItsName() {
      Label<Integer> next = users.id.plus(1).as("next");
      Row row = connection.execute(select(next).where(users.id.eq(1))).one();

      assertThat(row.get("next")).isEqualTo(2);
      assertThat(row.get(next)).isEqualTo(2);
      assertThat(row.names()).containsExactly("next");
    }

    @Test
    @Parity("ORM-SQL-15")
    void orderBy_label_sortsByIt() {
      Label<Integer> negative = users.id.negated().as("negative");

      assertThat(values(select(negative).orderBy(negative))).containsExactly(-4, -3, -2, -1);
    }

    @Test
    @Parity("ORM-SQL-15")
    void row_equalNamesOfTwoTables_areToldApartByColumn() {
      Row row = connection
          .execute(select(orders.id, addresses.id)
              .from(orders.table)
              .join(
                  addresses.table, orders.addressId.eq(addresses.id).or(orders.addressId.isNull()))
              .where(orders.id.eq(3), addresses.id.eq(2)))
          .one();

      assertThat(row.get(orders.id)).isEqualTo(3);
      assertThat(row.get(addresses.id)).isEqualTo(2);
      assertThat(row.names()).containsExactly("id", "id_1");
      assertThat(row.get("id")).isEqualTo(3);
      assertThat(row.get("id_1")).isEqualTo(2);
    }

    @Test
    @Parity("ORM-SQL-15")
    void row_equalNamesInText_areAmbiguous() {
      Row row = connection.execute(text("SELECT 1 AS n, 2 AS n")).one();

      assertThat(row.asList()).hasSize(2);
      assertThatThrownBy(() -> row.get("n"))
          .isInstanceOf(AludelException.class)
          .hasMessageContaining("'n'");
    }

    @Test
    void row_unknownColumn_isNamed() {
      Row row = connection.execute(select(users.id).where(users.id.eq(1))).one();

      assertThatThrownBy(() -> row.get("nam"))
          .isInstanceOf(AludelException.class)
          .hasMessageContaining("nam");
      assertThatThrownBy(() -> row.get(users.name))
          .isInstanceOf(AludelException.class)
          .hasMessageContaining("name");
    }

    @Test
    void asMap_row_hasNamesInOrder() {
      Row row =
          connection.execute(select(users.name, users.id).where(users.id.eq(1))).one();

      assertThat(row.asMap().toString()).isEqualTo("{name=ann, id=1}");
    }

    @Test
    void into_record_makesOneOfEachRow() {
      record Named(Integer id, String name) {}

      assertThat(values(select(into(Named::new, users.id, users.name))
              .where(users.id.lt(3))
              .orderBy(users.id)))
          .containsExactly(new Named(1, "ann"), new Named(2, "bea"));
    }

    @Test
    void one_noneOrSeveral_saysSo() {
      Select<String> names = select(users.name);

      assertThatThrownBy(() -> connection.execute(names.where(users.id.gt(9))).one())
          .isInstanceOf(NoResultException.class);
      assertThatThrownBy(() -> connection.execute(names).one())
          .isInstanceOf(MultipleResultsException.class);
      assertThat(connection.scalars(names.where(users.id.gt(9))).oneOrNull()).isNull();
      assertThat(connection.scalars(names.orderBy(users.id)).first()).isEqualTo("ann");
    }

    @Test
    void partitions_andFetch_giveTheRowsInPieces() {
      Select<Integer> ids = select(items.id).orderBy(items.id);

      assertThat(connection.scalars(ids).partitions(2))
          .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
      Result<Integer> result = connection.scalars(ids);
      assertThat(result.fetch(2)).containsExactly(1, 2);
      assertThat(result.all()).containsExactly(3, 4, 5);
      assertThat(result.all()).isEmpty();
    }

    @Test
    void stream_closedEarly_releasesTheResult() {
      try (var stream = connection.scalars(select(items.id).orderBy(items.id)).stream()) {
        assertThat(stream.limit(2).toList()).containsExactly(1, 2);
      }
      assertThat(connection.engine().statistics().openResults()).isZero();
    }

    @Test
    void unique_repeatedValues_givesEachOnce() {
      assertThat(connection
              .scalars(select(orders.userId).orderBy(orders.userId))
              .unique()
              .all())
          .containsExactly(1, 2, 4);
    }

    @Test
    @Parity("ORM-SQL-14")
    void literal_withoutTable_isSelected() {
      assertThat(rows(select(literal(7), literal("x"), literal(true))))
          .containsExactly(List.of(7, "x", true));
    }
  }

  @Test
  @Parity("ORM-SQL-13")
  void allOf_list_joinsConditions() {
    assertThat(values(
            select(users.name).where(allOf(List.of(users.age.eq(30), users.name.ne("ann"))))))
        .containsExactly("dov");
  }
}
