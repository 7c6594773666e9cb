package io.aludel.schema;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.primaryKey;
import static io.aludel.schema.Schema.unique;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Engine;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.ProgrammingException;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.sql.NewRow;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class SchemaExecutionTest {
  private final MetaData metadata = new MetaData();

  private static long count(Engine engine, Table table) {
    return engine.fromTransaction(
        connection -> connection.scalar(select(func.count()).from(table)));
  }

  private static void add(Engine engine, Table table, NewRow row) {
    engine.inTransaction(connection -> connection.execute(insert(table).values(row)));
  }

  /** The tables that were created or dropped, in order. */
  private static List<String> tablesOf(StatementRecorder recorder, String words) {
    return recorder.statements().stream()
        .map(ExecutedStatement::sql)
        .map(sql -> sql.strip().replaceAll("[\"`]", ""))
        .filter(sql -> sql.toUpperCase(Locale.ROOT).startsWith(words))
        .map(sql -> sql.substring(words.length()).strip().split("[\\s(]")[0])
        .collect(Collectors.toList());
  }

  @Nested
  @Parity({"ORM-DDL-15", "ORM-DDL-16"})
  class CreateAndDrop {
    @Test
    void createAll_dependentTables_comesParentsFirst(Engine engine, StatementRecorder recorder) {
      new Shop().metadata.createAll(engine);

      assertThat(tablesOf(recorder, "CREATE TABLE"))
          .hasSize(7)
          .containsSubsequence("users", "addresses", "orders", "order_items")
          .containsSubsequence("items", "order_items")
          .containsSubsequence("keywords", "item_keywords");
    }

    @Test
    void dropAll_filledTables_goesChildrenFirst(Engine engine, StatementRecorder recorder) {
      Shop shop = new Shop();
      ShopData.create(engine, shop);

      shop.metadata.dropAll(engine);

      assertThat(tablesOf(recorder, "DROP TABLE"))
          .hasSize(7)
          .containsSubsequence("order_items", "orders", "addresses", "users");
      assertThatThrownBy(() -> count(engine, shop.users.table))
          .isInstanceOf(ProgrammingException.class);
    }

    @Test
    void createAll_again_leavesWhatIsThere(Engine engine, StatementRecorder recorder) {
      Shop shop = new Shop();
      ShopData.create(engine, shop);
      recorder.clear();

      shop.metadata.createAll(engine);

      assertThat(tablesOf(recorder, "CREATE TABLE")).isEmpty();
      assertThat(count(engine, shop.users.table)).isEqualTo(4);
    }

    @Test
    void dropAll_nothingThere_doesNothing(Engine engine, StatementRecorder recorder) {
      new Shop().metadata.dropAll(engine);

      assertThat(tablesOf(recorder, "DROP TABLE")).isEmpty();
    }

    @Test
    void createAll_someTables_createsThoseOnly(Engine engine, StatementRecorder recorder) {
      Shop shop = new Shop();

      shop.metadata.createAll(engine, List.of(shop.items.table, shop.users.table), CheckFirst.ON);

      assertThat(tablesOf(recorder, "CREATE TABLE")).containsExactlyInAnyOrder("users", "items");
    }

    @Test
    void createAll_cycleOfTables_worksAndIsEnforced(Engine engine) {
      Table left = Table.of(
          "lefts",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("right_id", INTEGER)
              .foreignKey(ForeignKey.to("rights.id").named("fk_left_right")));
      Table right = Table.of(
          "rights",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("left_id", INTEGER).foreignKey(ForeignKey.to("lefts.id").named("fk_right_left")));
      metadata.createAll(engine);

      add(engine, left, row("id", 1));
      add(engine, right, row("id", 1, "left_id", 1));
      assertThatThrownBy(() -> add(engine, left, row("id", 2, "right_id", 99)))
          .isInstanceOf(IntegrityException.class);
      engine.inTransaction(connection -> connection.execute(delete(right)));
      metadata.dropAll(engine);
      metadata.createAll(engine);
      assertThat(count(engine, left)).isZero();
    }

    @Test
    void createAll_tableReferringToItself_isEnforced(Engine engine) {
      Table node = Table.of(
          "nodes",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("parent_id", INTEGER).references("nodes.id"));
      metadata.createAll(engine);

      add(engine, node, row("id", 1));
      add(engine, node, row("id", 2, "parent_id", 1));
      assertThatThrownBy(() -> add(engine, node, row("id", 3, "parent_id", 9)))
          .isInstanceOf(IntegrityException.class);
    }
  }

  @Nested
  class Constraints {
    @Test
    @Parity("ORM-DDL-05")
    void foreignKey_missingParent_isRefused(Engine engine) {
      Shop shop = new Shop();
      shop.metadata.createAll(engine);

      assertThatThrownBy(() ->
              add(engine, shop.addresses.table, row("id", 1, "user_id", 99, "email", "x@x.org")))
          .isInstanceOf(IntegrityException.class);
    }

    @Test
    @Parity("ORM-DDL-05")
    void foreignKey_onDeleteCascade_deletesChildren(Engine engine) {
      Table parent = Table.of("parents", metadata, column("id", INTEGER).primaryKey());
      Table child = Table.of(
          "children",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("parent_id", INTEGER)
              .foreignKey(ForeignKey.to("parents.id").onDelete(ReferentialAction.CASCADE)));
      metadata.createAll(engine);
      add(engine, parent, row("id", 1));
      add(engine, child, row("id", 1, "parent_id", 1));

      engine.inTransaction(connection -> connection.execute(delete(parent)));

      assertThat(count(engine, child)).isZero();
    }

    @Test
    @Parity("ORM-DDL-05")
    void foreignKey_onDeleteSetNull_clearsTheColumn(Engine engine) {
      Table parent = Table.of("parents", metadata, column("id", INTEGER).primaryKey());
      Column<Integer> parentId =
          column("parent_id", ForeignKey.to("parents.id").onDelete(ReferentialAction.SET_NULL));
      Table child = Table.of("children", metadata, column("id", INTEGER).primaryKey(), parentId);
      metadata.createAll(engine);
      add(engine, parent, row("id", 1));
      add(engine, child, row("id", 1, "parent_id", 1));

      engine.inTransaction(connection -> connection.execute(delete(parent)));

      List<Object> left = engine.fromTransaction(
          connection -> connection.execute(select(parentId)).one().asList());
      assertThat(left).hasSize(1).containsOnlyNulls();
    }

    @Test
    @Parity("ORM-DDL-05")
    void foreignKey_composite_checksBothColumns(Engine engine) {
      Table parent = Table.of(
          "parents", metadata, column("a", INTEGER), column("b", INTEGER), primaryKey("a", "b"));
      Table child = Table.of(
          "children",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("pa", INTEGER),
          column("pb", INTEGER),
          ForeignKey.of(List.of("pa", "pb"), List.of("parents.a", "parents.b")));
      metadata.createAll(engine);
      add(engine, parent, row("a", 1, "b", 2));

      add(engine, child, row("id", 1, "pa", 1, "pb", 2));
      assertThatThrownBy(() -> add(engine, child, row("id", 2, "pa", 2, "pb", 1)))
          .isInstanceOf(IntegrityException.class);
    }

    @Test
    @Parity("ORM-DDL-06")
    void unique_secondValue_isRefusedAndNullsAreNot(Engine engine) {
      Table table = Table.of(
          "things",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("code", STRING(10)).unique());
      metadata.createAll(engine);
      add(engine, table, row("id", 1, "code", "x"));
      add(engine, table, row("id", 2));
      add(engine, table, row("id", 3));

      assertThatThrownBy(() -> add(engine, table, row("id", 4, "code", "x")))
          .isInstanceOf(IntegrityException.class);
    }

    @Test
    @Parity("ORM-DDL-06")
    void unique_overTwoColumns_isRefusedForBothOnly(Engine engine) {
      Table table = Table.of(
          "things",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("a", INTEGER),
          column("b", INTEGER),
          unique("a", "b").named("uq_things_ab"));
      metadata.createAll(engine);
      add(engine, table, row("id", 1, "a", 1, "b", 1));
      add(engine, table, row("id", 2, "a", 1, "b", 2));

      assertThatThrownBy(() -> add(engine, table, row("id", 3, "a", 1, "b", 1)))
          .isInstanceOf(IntegrityException.class);
    }

    @Test
    @Parity("ORM-DDL-06")
    void check_violated_isRefused(Engine engine) {
      Table table = Table.of(
          "things",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("amount", INTEGER),
          check("amount > 0").named("ck_amount"));
      metadata.createAll(engine);
      add(engine, table, row("id", 1, "amount", 1));

      assertThatThrownBy(() -> add(engine, table, row("id", 2, "amount", 0)))
          .isInstanceOf(IntegrityException.class);
    }

    @Test
    @Parity("ORM-DDL-06")
    void primaryKey_composite_isRefusedForBothOnly(Engine engine) {
      Table table = Table.of(
          "pairs", metadata, column("a", INTEGER), column("b", INTEGER), primaryKey("a", "b"));
      metadata.createAll(engine);
      add(engine, table, row("a", 1, "b", 1));
      add(engine, table, row("a", 1, "b", 2));

      assertThatThrownBy(() -> add(engine, table, row("a", 1, "b", 2)))
          .isInstanceOf(IntegrityException.class);
    }

    @Test
    @Parity("ORM-DDL-03")
    void notNull_null_isRefused(Engine engine) {
      Table table = Table.of(
          "things",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("name", STRING(10)).notNull());
      metadata.createAll(engine);

      assertThatThrownBy(() -> add(engine, table, row("id", 1, "name", null)))
          .isInstanceOf(IntegrityException.class);
    }

    @Test
    @Parity("ORM-DDL-07")
    void index_uniqueOfColumn_isEnforced(Engine engine) {
      Table table = Table.of(
          "things",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("a", INTEGER).index(),
          column("b", INTEGER),
          index("b").unique().named("ix_things_b"));
      metadata.createAll(engine);
      add(engine, table, row("id", 1, "a", 1, "b", 1));
      add(engine, table, row("id", 2, "a", 1, "b", 2));

      assertThatThrownBy(() -> add(engine, table, row("id", 3, "b", 1)))
          .isInstanceOf(IntegrityException.class);
    }
  }

  @Nested
  @Parity("ORM-DDL-21")
  class Names {
    @Test
    void names_reservedMixedCaseAndStrange_areQuoted(Engine engine) {
      Column<Integer> id = column("order", INTEGER);
      Column<String> mixed = column("MixedCase", STRING(10));
      Column<String> strange = column("with space", STRING(10));
      Table table = Table.of("select", metadata, id.primaryKey(), mixed, strange);
      metadata.createAll(engine);
      metadata.createAll(engine);
      add(engine, table, row("order", 1, "MixedCase", "a", "with space", "b"));

      List<Object> values = engine.fromTransaction(connection -> connection
          .execute(select(table).where(table.<Integer>c("order").eq(1)))
          .one()
          .asList());
      assertThat(values).containsExactly(1, "a", "b");
      metadata.dropAll(engine);
      assertThatThrownBy(() -> count(engine, table)).isInstanceOf(ProgrammingException.class);
    }

    @Test
    void names_withQuotes_areEscaped(Engine engine) {
      Table table = Table.of("o\"k`x", metadata, column("i\"d", INTEGER).primaryKey());
      metadata.createAll(engine);
      add(engine, table, row("i\"d", 5));

      assertThat(count(engine, table)).isEqualTo(1);
    }
  }

  @Nested
  class GeneratedKeys {
    @Test
    @Parity("ORM-DDL-04")
    void autoincrement_integerKey_isGenerated(Engine engine) {
      Table table =
          Table.of("things", metadata, column("id", INTEGER).primaryKey(), column("n", INTEGER));
      metadata.createAll(engine);
      add(engine, table, row("n", 1));
      add(engine, table, row("n", 2));

      assertThat(engine.<List<Integer>>fromTransaction(connection -> connection
              .scalars(select(table.<Integer>c("id")).orderBy(table.<Integer>c("n")))
              .all()))
          .containsExactly(1, 2);
    }

    @Test
    @Parity("ORM-DDL-13")
    void serverDefault_absentValue_isFilledByTheDatabase(Engine engine) {
      Table table = Table.of(
          "things",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("n", INTEGER).serverDefault("42").notNull());
      metadata.createAll(engine);
      add(engine, table, row("id", 1));

      assertThat(engine.<Integer>fromTransaction(
              connection -> connection.scalar(select(table.<Integer>c("n")))))
          .isEqualTo(42);
    }
  }
}
