package io.aludel.sql;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.Result;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class DmlExecutionTest {
  private final MetaData metadata = new MetaData();
  private final AtomicInteger defaults = new AtomicInteger();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> name = column("name", STRING(20));
  private final Column<Integer> rank =
      column("rank_no", INTEGER).defaultFrom(defaults::incrementAndGet);
  private final Column<String> state = column("state", STRING(10)).serverDefault("'new'");
  private final Table table = Table.of("things", metadata, id, name, rank, state);
  private Connection connection;

  @BeforeEach
  void open(Engine engine) {
    metadata.createAll(engine);
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private List<List<Object>> all() {
    List<List<Object>> rows = new ArrayList<>();
    connection.execute(select(table).orderBy(id)).forEach(row -> rows.add(row.asList()));
    return rows;
  }

  private void three() {
    connection.execute(insert(table)
        .values(
            row("id", 1, "name", "a", "rank_no", 10),
            row("id", 2, "name", "b", "rank_no", 20),
            row("id", 3, "name", "c", "rank_no", 30)));
  }

  private Table others() {
    Table others = Table.of("others", new MetaData(), column("n", INTEGER));
    others.create(connection);
    connection.execute(insert(others).values(row("n", 77)));
    return others;
  }

  @Nested
  @Parity("ORM-SQL-23")
  class Inserts {
    @Test
    void insert_oneRow_appliesDefaults() {
      Result<Row> result = connection.execute(insert(table).values(row("name", "a")));

      assertThat(result.rowCount()).isEqualTo(1);
      assertThat(all()).containsExactly(List.of(1, "a", 1, "new"));
    }

    @Test
    @Parity({"ORM-ENG-14", "ORM-DDL-04"})
    void insertedKeys_generated_areGivenBack() {
      assertThat(connection.execute(insert(table).values(row("name", "a"))).insertedKeys())
          .containsExactly(List.of(1));
      assertThat(connection.execute(insert(table).values(row("name", "b"))).insertedKeys())
          .containsExactly(List.of(2));
    }

    @Test
    @Parity("ORM-DDL-12")
    void insert_explicitNull_suppressesTheDefault() {
      connection.execute(insert(table).values(row("id", 1, "rank_no", null)));

      assertThat(connection.execute(select(rank, state)).one().asList())
          .containsExactly(null, "new");
      assertThat(defaults).hasValue(0);
    }

    @Test
    void insert_severalRows_areOneStatement() {
      three();

      assertThat(all())
          .containsExactly(
              List.of(1, "a", 10, "new"), List.of(2, "b", 20, "new"), List.of(3, "c", 30, "new"));
    }

    @Test
    void insert_rowsOfDifferentColumns_areRefused() {
      assertThatThrownBy(() -> insert(table).values(row("name", "a"), row("rank_no", 1)))
          .isInstanceOf(AludelException.class);
    }

    @Test
    void insert_unknownColumn_isNamed() {
      assertThatThrownBy(() -> connection.execute(insert(table).values(row("nam", "a"))))
          .isInstanceOf(AludelException.class)
          .hasMessageContaining("nam")
          .hasMessageContaining("things");
    }

    @Test
    @Parity("ORM-ENG-12")
    void execute_listOfMaps_isABatch() {
      connection.execute(
          insert(table), List.of(Map.of("id", 1, "name", "a"), Map.of("id", 2, "name", "b")));

      assertThat(all()).containsExactly(List.of(1, "a", 1, "new"), List.of(2, "b", 2, "new"));
    }

    @Test
    @Parity("ORM-ENG-12")
    void execute_oneMap_givesTheValues() {
      connection.execute(insert(table), Map.of("id", 5, "name", "e"));

      assertThat(all()).containsExactly(List.of(5, "e", 1, "new"));
    }

    @Test
    void insert_expression_isCalculatedByTheDatabase() {
      Table others = others();
      connection.execute(insert(table)
          .set(id, 4)
          .set(name, literal("d").concat("d"))
          .set(rank, select(func.max(others.<Integer>c("n"))).asScalar()));

      assertThat(all()).containsExactly(List.of(4, "dd", 77, "new"));
    }

    @Test
    void insert_fromSelect_copiesRows() {
      three();
      int copied = connection
          .execute(insert(table)
              .fromSelect(
                  List.of("id", "name", "rank_no"),
                  select(id.plus(10), name, rank).where(id.ge(2))))
          .rowCount();

      assertThat(copied).isEqualTo(2);
      assertThat(all().get(4)).containsExactly(13, "c", 30, "new");
    }

    @Test
    void insert_withoutValues_isARowOfDefaults() {
      connection.execute(insert(table));

      assertThat(all()).hasSize(1);
      assertThat(all().get(0).get(3)).isEqualTo("new");
    }

    @Test
    @Requires(Capability.INSERT_RETURNING)
    @Parity("ORM-SQL-26")
    void returning_insert_givesGeneratedAndDefaultValues() {
      Row row = connection
          .execute(insert(table).values(row("name", "a")).returning(id, state, name.upper()))
          .one();

      assertThat(row.asList()).containsExactly(1, "new", "A");
    }

    @Test
    @Requires(Capability.INSERT_RETURNING)
    @Parity({"ORM-SQL-26", "ORM-SQL-27"})
    void returning_batch_givesRowsInTheOrderOfTheParameters() {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (int i = 0; i < 1200; i++) {
        rows.add(Map.of("name", "n" + i));
      }
      List<String> names = new ArrayList<>();
      List<Integer> ids = new ArrayList<>();
      for (Row row : connection.execute(insert(table).returning(id, name), rows)) {
        ids.add(row.get(id));
        names.add(row.get(name));
      }

      assertThat(names).hasSize(1200).startsWith("n0", "n1", "n2").endsWith("n1198", "n1199");
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(connection.scalar(select(name).where(id.eq(ids.get(777))))).isEqualTo("n777");
    }
  }

  @Nested
  @Parity("ORM-SQL-24")
  class Updates {
    @Test
    void update_where_changesAndCounts() {
      three();
      Result<Row> result = connection.execute(update(table).set(name, "x").where(id.ge(2)));

      assertThat(result.rowCount()).isEqualTo(2);
      assertThat(connection.scalars(select(name).orderBy(id)).all()).containsExactly("a", "x", "x");
    }

    @Test
    void update_expression_usesTheOldValue() {
      three();
      connection.execute(update(table).set(rank, rank.plus(id)));

      assertThat(connection.scalars(select(rank).orderBy(id)).all()).containsExactly(11, 22, 33);
    }

    @Test
    void update_toNull_clears() {
      three();
      connection.execute(update(table).setNull(name).where(id.eq(1)));
      connection.execute(update(table).set(name, (String) null).where(id.eq(2)));

      assertThat(connection.scalars(select(name).orderBy(id)).all())
          .containsExactly(null, null, "c");
    }

    @Test
    void update_none_countsZero() {
      three();

      assertThat(
              connection.execute(update(table).set(name, "x").where(id.eq(9))).rowCount())
          .isZero();
    }

    @Test
    @Requires(Capability.COUNTS_MATCHED_ROWS)
    @Parity("ORM-DIA-03")
    void update_toEqualValues_countsTheMatchedRows() {
      three();

      assertThat(
              connection.execute(update(table).set(name, "a").where(id.eq(1))).rowCount())
          .isEqualTo(1);
    }

    @Test
    void update_subquery_takesItsValue() {
      three();
      Table others = others();
      connection.execute(
          update(table).set(rank, select(others.<Integer>c("n")).asScalar()).where(id.eq(1)));

      assertThat(connection.scalar(select(rank).where(id.eq(1)))).isEqualTo(77);
    }

    @Test
    @Parity({"ORM-ENG-12", "ORM-SQL-14"})
    void update_namedParameters_runAsABatch() {
      three();
      Update statement = update(table)
          .set(name, parameter("new_name", STRING))
          .where(id.eq(parameter("key", INTEGER)));
      connection.execute(
          statement, List.of(Map.of("key", 1, "new_name", "x"), Map.of("key", 3, "new_name", "z")));

      assertThat(connection.scalars(select(name).orderBy(id)).all()).containsExactly("x", "b", "z");
    }

    @Test
    @Requires(Capability.UPDATE_RETURNING)
    @Parity("ORM-SQL-26")
    void returning_update_givesNewValues() {
      three();

      assertThat(connection
              .scalars(update(table).set(rank, rank.times(2)).where(id.le(2)).returning(rank))
              .all())
          .containsExactlyInAnyOrder(20, 40);
    }
  }

  @Nested
  @Parity("ORM-SQL-25")
  class Deletes {
    @Test
    void delete_where_removesAndCounts() {
      three();

      assertThat(connection.execute(delete(table).where(id.ne(2))).rowCount()).isEqualTo(2);
      assertThat(connection.scalars(select(id)).all()).containsExactly(2);
    }

    @Test
    void delete_all_removesAll() {
      three();

      assertThat(connection.execute(delete(table)).rowCount()).isEqualTo(3);
      assertThat(all()).isEmpty();
    }

    @Test
    @Requires(Capability.DELETE_RETURNING)
    @Parity("ORM-SQL-26")
    void returning_delete_givesWhatWasThere() {
      three();

      assertThat(
              connection.scalars(delete(table).where(id.gt(1)).returning(name)).all())
          .containsExactlyInAnyOrder("b", "c");
      assertThat(connection.scalars(select(id)).all()).containsExactly(1);
    }
  }

  @Test
  @Parity("ORM-SQL-25")
  void delete_withSubqueryOnAnotherTable_usesIt() {
    Shop shop = new Shop();
    ShopData.create(connection, shop);

    connection.execute(delete(shop.orderItems.table)
        .where(
            shop.orderItems.orderId.in(select(shop.orders.id).where(shop.orders.open.isFalse()))));

    assertThat(connection.scalar(select(func.count()).from(shop.orderItems.table)))
        .isEqualTo(3L);
  }
}
