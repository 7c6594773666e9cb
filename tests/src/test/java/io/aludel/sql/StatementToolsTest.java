package io.aludel.sql;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.Result;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.sql.Select.Lock;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.Adaptation;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class StatementToolsTest {
  private final Shop shop = new Shop();
  private final Shop.Users users = shop.users;
  private final Shop.Orders orders = shop.orders;
  private final Shop.Items items = shop.items;
  private Engine engine;
  private Connection connection;

  @BeforeEach
  void open(Engine given) {
    engine = given;
    ShopData.create(engine, shop);
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private <T> List<T> values(RowStatement<T> statement) {
    return connection.scalars(statement).all();
  }

  @Nested
  @Parity("ORM-SQL-38")
  class Adaptations {
    @Test
    void adapted_toAnAlias_findsTheSameRows() {
      Alias u = users.table.as("u");
      Select<Integer> statement = select(users.id)
          .where(
              users.age.eq(30),
              select(orders.id).where(orders.userId.eq(users.id)).exists())
          .orderBy(users.id);
      SelectNode adapted =
          (SelectNode) Adaptation.to(u.fromNode()).statement(statement.statementNode());

      assertThat(values(Select.of(adapted))).isEqualTo(values(statement)).containsExactly(1, 4);
      assertThat(Traversal.find(adapted, io.aludel.schema.Column.class))
          .noneMatch(column -> column.table() == users.table);
    }

    @Test
    void adapted_toASubquery_findsTheSameRows() {
      Alias page =
          select(users.id.as("key_1"), users.name).where(users.id.lt(4)).as("page");
      Node condition = Adaptation.to(page.fromNode())
          .node(users
              .id
              .gt(1)
              .and(users.name.startsWith("b").or(users.name.eq("cem")))
              .node());

      assertThat(values(select(page.<Integer>c("key_1"))
              .where(new Words.Truth(condition))
              .orderBy(page.<Integer>c("key_1"))))
          .containsExactly(2, 3);
    }
  }

  @Nested
  @Parity("ORM-SQL-33")
  class Literals {
    private final CompileOptions literal = CompileOptions.of(CompileOptions.Values.LITERAL);

    private List<List<Object>> run(Executable statement) {
      CompiledStatement compiled = engine.dialect().compile(statement.statementNode(), literal);
      assertThat(compiled.placeholders()).isEmpty();
      Result<Row> result =
          connection.execute(text(compiled.sql(statement.statementNode().keyed().values())));
      List<List<Object>> rows = new ArrayList<>();
      if (result.givesRows()) {
        result.forEach(row -> rows.add(row.asList()));
      }
      return rows;
    }

    /** Two minus signs would begin a comment. */
    @Test
    void literals_withASign_areNegated() {
      Select<Integer> statement = select(users.id)
          .where(
              literal(-3).negated().eq(users.id.plus(2)),
              users.id.minus(literal(-2)).eq(3),
              Sql.inlined(-3, SqlTypes.INTEGER).negated().eq(literal(3)));
      assertThat(run(statement)).containsExactly(List.of(1));
      assertThat(values(statement)).containsExactly(1);
    }

    @Test
    void literals_inConditions_findWhatParametersFind() {
      Select<Integer> statement = select(items.id)
          .where(
              items.description.ne("it's; -- \\ \" ? {x} %"),
              items.id.in(1, 2, 3),
              items.price.lt(new BigDecimal("100.5")))
          .orderBy(items.id)
          .limit(2);

      assertThat(run(statement)).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void literals_ofText_comeBackUnchanged() {
      for (String text :
          List.of("", "'", "''", "\\", "\\'", "\"", "a\nb", "ü€😀", "--", ";", "%_")) {
        assertThat(run(select(literal(text, SqlTypes.STRING(40)).as("x"))))
            .as(text)
            .containsExactly(List.of(text));
      }
    }

    @Test
    void literals_ofEachType_equalTheirParameters() {
      assertSame(true, SqlTypes.BOOLEAN);
      assertSame(-7, SqlTypes.INTEGER);
      assertSame(Long.MIN_VALUE + 1, SqlTypes.BIGINT);
      assertSame(new BigDecimal("-12.50"), SqlTypes.NUMERIC(10, 2));
      assertSame(1.5e-3, SqlTypes.DOUBLE);
      assertSame(LocalDate.of(2024, 2, 29), SqlTypes.DATE);
      assertSame(LocalTime.of(23, 59, 58), SqlTypes.TIME);
      assertSame(LocalDateTime.of(2024, 2, 29, 23, 59, 58), SqlTypes.TIMESTAMP);
      assertSame(UUID.fromString("00000000-0000-0001-0000-00000000000f"), SqlTypes.UUID);
    }

    private <T> void assertSame(T value, SqlType<T> type) {
      Executable statement =
          select(users.id).where(users.id.eq(1), literal(value, type).eq(literal(value, type)));

      assertThat(run(statement)).as(String.valueOf(value)).containsExactly(List.of(1));
    }

    @Test
    void literals_ofWrites_areWritten() {
      run(insert(items.table)
          .values(row("id", 70, "description", "o'clock", "price", new BigDecimal("1.25"))));
      run(update(items.table).set(items.description, "\\'").where(items.id.eq(70)));

      assertThat(values(select(items.description).where(items.id.eq(70)))).containsExactly("\\'");
      run(delete(items.table).where(items.id.in(70)));
      assertThat(values(select(items.id).where(items.id.eq(70)))).isEmpty();
    }

    @Test
    void toString_ofAStatement_needsNoDialect() {
      assertThat(select(users.id).where(users.name.eq("x")))
          .hasToString("SELECT users.id FROM users WHERE users.name = ?");
    }
  }

  @Nested
  @Parity("ORM-SQL-29")
  @Requires(Capability.ROW_LOCKS)
  class Locks {
    @Test
    void lock_everyKind_isAccepted() {
      Select<Integer> ids = select(users.id).where(users.id.lt(3)).orderBy(users.id);

      for (Lock lock : List.of(
          Lock.forUpdate(),
          Lock.forShare(),
          Lock.forNoKeyUpdate(),
          Lock.forKeyShare(),
          Lock.forUpdate().noWait(),
          Lock.forShare().skipLocked(),
          Lock.forUpdate().of(users.table).skipLocked())) {
        assertThat(values(ids.lock(lock))).containsExactly(1, 2);
      }
      assertThat(values(ids.limit(1).forUpdate())).containsExactly(1);
    }

    @Test
    void lock_heldByAnother_failsOrSkips() {
      try (Connection other = engine.connect()) {
        other.scalars(select(users.id).where(users.id.eq(1)).forUpdate()).all();

        assertThat(values(
                select(users.id).where(users.id.lt(3)).lock(Lock.forUpdate().skipLocked())))
            .containsExactly(2);
        assertThatThrownBy(() -> values(
                select(users.id).where(users.id.eq(1)).lock(Lock.forUpdate().noWait())))
            .isInstanceOf(AludelException.class);
        connection.rollback();
      }
    }
  }

  @Nested
  @Parity("ORM-SQL-03")
  class FilterBy {
    @Test
    void filterBy_oneTable_isEquality() {
      assertThat(values(select(users.id).filterBy("name", "bea"))).containsExactly(2);
      assertThat(values(select(users.id).filterBy("age", null))).containsExactly(3);
      assertThat(values(select(users.id).filterBy("age", 30).filterBy("name", "dov")))
          .containsExactly(4);
    }

    @Test
    void filterBy_joined_findsTheOneThatHasTheName() {
      assertThat(values(select(users.name)
              .join(orders.table, orders.userId.eq(users.id))
              .filterBy("description", "second")))
          .containsExactly("bea");
      Alias u = users.table.as("u");
      assertThat(values(select(u.<Integer>c("id")).filterBy("name", "ann"))).containsExactly(1);
      Alias sub = select(users.id, users.name.as("word")).as("sub");
      assertThat(values(select(sub.<Integer>c("id")).filterBy("word", "cem"))).containsExactly(3);
    }

    @Test
    void filterBy_noneOrSeveral_isRefused() {
      assertThatThrownBy(() -> values(select(users.id).filterBy("size", 1)))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("none of ['users'] has it");
      assertThatThrownBy(() -> values(
              select(users.name).join(orders.table, orders.userId.eq(users.id)).filterBy("id", 1)))
          .isInstanceOfSatisfying(
              CompileException.class,
              e -> assertThat(e.code()).isEqualTo(CoreError.AMBIGUOUS_COLUMN))
          .hasMessageContaining("all of [users, orders] have it");
    }
  }

  /** The larger of two values, spelt by each database as it can. */
  private record Larger(Node one, Node other) implements ExtensionNode {
    @Override
    public SqlType<?> type(CompileScope scope) {
      return one.type(scope);
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(Larger.class).element(one).element(other);
    }

    @Override
    public void forEachPart(
        java.util.function.Consumer<? super io.aludel.sql.tree.Element> action) {
      action.accept(one);
      action.accept(other);
    }

    @Override
    public void write(Writer out) {
      out.text(out.dialect().equals("sqlite") ? "max(" : "greatest(");
      out.node(one).text(", ").node(other).text(")");
    }
  }

  @Nested
  class Extensions {
    @Test
    void extension_ofAnApplication_isSpeltByDialect() {
      Expression<Integer> larger =
          new Words.Any<>(new Larger(users.id.node(), literal(2).plus(1).node()));

      assertThat(values(select(larger).orderBy(users.id))).containsExactly(3, 3, 3, 4);
      assertThat(values(select(users.id).where(larger.eq(4)))).containsExactly(4);
      assertThat(Traversal.find(larger.node(), io.aludel.schema.Column.class))
          .containsExactly(users.id);
    }
  }

  @Nested
  @Parity("ORM-SQL-39")
  class Roles {
    @Test
    void argument_ofAnotherKind_isRefusedWhereItIsMade() {
      assertThatThrownBy(() -> update(users.table).values(row("nobody", 1)))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("Cannot write to column 'nobody'");
      assertThatThrownBy(() -> users.name.asCondition())
          .hasMessageContaining("it needs a truth value");
      assertThatThrownBy(() -> users.id.collate("x")).hasMessageContaining("it needs text");
      assertThatThrownBy(() -> users.id.eq(users.id).node().equals(select((FromClause) null)))
          .hasMessageContaining("its source is null");
      assertThatThrownBy(() -> select(users.id).orderBy((OrderKey) null))
          .hasMessageContaining("Cannot make orderBy: its key is null");
      assertThatThrownBy(() -> select(users.id).as("")).hasMessageContaining("its name is empty");
      assertThatThrownBy(() -> Sql.values(users.id)).hasMessageContaining("no name of a column");
      assertThatThrownBy(() -> insert(users.table).onConflict((Expression<?>) null))
          .hasMessageContaining("Cannot make onConflict: its expression is null");
      assertThatThrownBy(() -> func.rowNumber().over(null))
          .hasMessageContaining("Cannot make over: its window is null");
      assertThatThrownBy(() -> select(users.id).with((Cte) null))
          .hasMessageContaining("its common table expression is null");
    }

    @Test
    void strings_areNamesOnlyWhereARoleAllowsThem() {
      assertThat(values(select(users.age.plus(1).as("next_age"))
              .where(users.age.isNotNull())
              .orderBy(named("next_age"))))
          .containsExactly(26, 31, 31);
      assertThatThrownBy(() -> users.table.c("name; drop table users"))
          .isInstanceOf(ArgumentException.class);
    }
  }

  @Nested
  @Parity("ORM-SQL-31")
  class Remarks {
    @Test
    void remarks_comments_areAccepted() {
      assertThat(values(select(users.id)
              .prefix("/* first */")
              .suffix("/* last */")
              .hint(users.table, "/* table */", engine.dialect().name())
              .where(users.id.eq(1))))
          .containsExactly(1);
      assertThat(connection
              .execute(update(users.table)
                  .set(users.age, 5)
                  .prefix("/* why */")
                  .where(users.id.eq(1))
                  .suffix("/* how */"))
              .rowCount())
          .isEqualTo(1);
    }
  }

  @Nested
  @Parity("ORM-SQL-42")
  class Groups {
    @Test
    void groupBy_labelByName_groups() {
      Label<Integer> decade = users.age.dividedWholeBy(10).as("decade");

      assertThat(values(select(func.count(), decade)
              .where(users.age.isNotNull())
              .groupBy(named("decade"))
              .orderBy(named("decade"))))
          .containsExactly(1L, 2L);
      assertThat(values(select(func.count(), users.age.as("years"))
              .groupBy(users.age)
              .orderBy(func.count().desc(), users.age)))
          .startsWith(2L);
    }

    @Test
    void distinct_keywordAndColumn_countsOnce() {
      assertThat(values(select(users.age).where(users.age.isNotNull()).distinct()))
          .hasSize(2);
      assertThat(values(select(func.count(Sql.distinct(users.age))))).containsExactly(2L);
    }

    @Test
    @Requires(Capability.DISTINCT_ON)
    void distinctOn_values_keepsOneRowEach() {
      assertThat(values(select(users.id)
              .where(users.age.isNotNull())
              .distinctOn(users.age)
              .orderBy(users.age, users.id)))
          .containsExactly(2, 1);
    }

    @Test
    @Requires(Capability.LIMITED_WRITES)
    void limit_ofADelete_stopsIt() {
      assertThat(connection.execute(delete(shop.itemKeywords.table).limit(2)).rowCount())
          .isEqualTo(2);
    }
  }

  @Nested
  @Parity("ORM-SQL-19")
  class TableFunctions {
    @Test
    @Requires(Capability.LATERAL)
    void table_ofAFunction_isSelectedFrom() {
      if (!engine.dialect().supports(Capability.DERIVED_COLUMN_NAMES)) {
        assertThat(engine.dialect().name()).isEqualTo("mysql");
        return;
      }
      Call.Any<Integer> series = func.call("generate_series", SqlTypes.INTEGER, 1, 3);
      Alias numbered = series.asNumberedTable(
          "s", named("n", SqlTypes.INTEGER), named("place", SqlTypes.BIGINT));
      Alias each = func.call("generate_series", SqlTypes.INTEGER, literal(1), users.id)
          .asTable("g", named("n", SqlTypes.INTEGER))
          .lateral();

      assertThat(values(select(series.asTable("g", named("n", SqlTypes.INTEGER)).<Integer>c("n"))))
          .containsExactly(1, 2, 3);
      assertThat(values(select(numbered.<Long>c("place")))).containsExactly(1L, 2L, 3L);
      assertThat(values(select(series.asColumn("x")))).containsExactly(1, 2, 3);
      assertThat(values(select(each.<Integer>c("n")).from(users.table, each).where(users.id.eq(2))))
          .containsExactly(1, 2);
    }

    @Test
    void table_ofAFunctionWithNamesOfItsOwn_isSelectedFrom() {
      if (engine.dialect().name().equals("sqlite")) {
        Alias members = func.call("json_each", SqlTypes.UNKNOWN, "[5, 7]")
            .asTable("m", named("value", SqlTypes.INTEGER));
        assertThat(values(select(members.<Integer>c("value")))).containsExactly(5, 7);
      }
      if (engine.dialect().name().equals("h2")) {
        Alias range = func.call("system_range", SqlTypes.UNKNOWN, 1, 3)
            .asTable("r", named("n", SqlTypes.BIGINT));
        assertThat(values(select(range.<Long>c("n")))).isEqualTo(Arrays.asList(1L, 2L, 3L));
      }
    }
  }
}
