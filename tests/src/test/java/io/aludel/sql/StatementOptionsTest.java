package io.aludel.sql;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is said of a statement beside its clauses: how it runs, and values given late. */
@ForEachDatabase
@Parity("ORM-SQL-32")
class StatementOptionsTest {
  private static final ExecutionOptions FIRST = ExecutionOptions.NONE.with("who", "first");
  private static final ExecutionOptions SECOND =
      ExecutionOptions.NONE.with("who", "second").with("more", 1);

  private final Shop shop = new Shop();
  private final Shop.Users users = shop.users;

  @Test
  void options_attached_areReadFromAnyStatement() {
    assertThat(ExecutionOptions.of(select(users.id))).isSameAs(ExecutionOptions.NONE);
    for (Executable statement : new Executable[] {
      select(users.id).options(FIRST).options(SECOND),
      select(users.id).union(select(users.age)).options(FIRST).options(SECOND),
      insert(users.table).options(FIRST, SECOND),
      update(users.table).options(FIRST).options(SECOND),
      delete(users.table).options(FIRST, SECOND),
      text("select 1").options(FIRST).options(SECOND)
    }) {
      ExecutionOptions options = ExecutionOptions.of(statement);
      assertThat(options.get("who")).as(statement.toString()).isEqualTo("second");
      assertThat(options.get("more")).isEqualTo(1);
    }
    Select<Integer> plain = select(users.id);
    assertThat(plain.options(FIRST)).isNotSameAs(plain);
    assertThat(ExecutionOptions.of(plain)).isSameAs(ExecutionOptions.NONE);
  }

  @Test
  void options_ofAStatement_doNotShapeItsSql(Engine engine) {
    ShopData.create(engine, shop);
    engine.inTransaction(connection -> {
      Select<String> name = select(users.name).where(users.id.eq(1));
      connection.scalar(name);
      long compiled = engine.statistics().cache().compilations();
      assertThat(connection.scalar(name.options(FIRST))).isEqualTo("ann");
      assertThat(connection.scalar(name.options(ExecutionOptions.NONE.streamResults(true))))
          .isEqualTo("ann");
      assertThat(engine.statistics().cache().compilations()).isEqualTo(compiled);
      connection.scalar(name.options(ExecutionOptions.NONE.compiledCache(false)));
      assertThat(engine.statistics().cache().compilations()).isEqualTo(compiled + 1);
    });
  }

  @Test
  void params_givenToAStatement_areItsValues(Engine engine) {
    ShopData.create(engine, shop);
    Condition named = users.name.eq(parameter("name", SqlTypes.STRING));
    engine.inTransaction(connection -> {
      Select<Integer> find = select(users.id).where(named).orderBy(users.id);
      assertThat(connection.scalars(find.params(Map.of("name", "bea"))).all()).containsExactly(2);
      assertThat(connection.scalars(find.params(Map.of("name", "cem"))).all()).containsExactly(3);
      assertThat(connection.scalars(find, Map.of("name", "dov")).all()).containsExactly(4);
      Update rename = update(users.table).set(users.age, 77).where(named);
      assertThat(connection.execute(rename.params(Map.of("name", "ann"))).rowCount())
          .isEqualTo(1);
      Select<Integer> twice = select(users.id)
          .where(named, users.name.ne(parameter("other", SqlTypes.STRING)))
          .params(Map.of("name", "ann"));
      assertThat(connection.scalars(twice, Map.of("other", "x")).all()).containsExactly(1);
      assertThat(connection
              .scalars(twice.union(find.params(Map.of("name", "bea"))).params(Map.of("other", "x")))
              .all())
          .containsExactlyInAnyOrder(1, 2);
      connection.execute(delete(users.table).where(named).params(Map.of("name", "nobody")));
      connection.execute(insert(users.table)
          .values(row("id", 95, "name", parameter("n", SqlTypes.STRING), "age", 1))
          .params(Map.of("n", "eve")));
      assertThat(connection.scalars(find, Map.of("name", "eve")).all()).containsExactly(95);
      connection.rollback();
    });
  }

  @Test
  void params_otherValues_areCompiledOnce(Engine engine) {
    ShopData.create(engine, shop);
    Select<Integer> find =
        select(users.id).where(users.name.eq(parameter("name", SqlTypes.STRING)));
    engine.inTransaction(connection -> {
      connection.scalars(find.params(Map.of("name", "ann"))).all();
      long compiled = engine.statistics().cache().compilations();
      connection.scalars(find.params(Map.of("name", "bea"))).all();
      assertThat(engine.statistics().cache().compilations()).isEqualTo(compiled);
    });
    assertThatThrownBy(() -> find.params(Map.of("nobody", 1)))
        .isInstanceOfSatisfying(
            ArgumentException.class, e -> assertThat(e.code()).isEqualTo(CoreError.PARAMETERS))
        .hasMessageContaining("[nobody]", "[name]");
    assertThatThrownBy(() -> find.params(null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  void options_ofTheApplication_reachListeners(Engine engine) {
    ShopData.create(engine, shop);
    AtomicReference<Object> seen = new AtomicReference<>();
    engine
        .events()
        .beforeExecute((connection, statement, parameters) ->
            seen.set(ExecutionOptions.of(statement).get("who")));
    try (Connection connection = engine.connect()) {
      connection.execute(select(users.id).options(FIRST)).close();
    }
    assertThat(seen.get()).isEqualTo("first");
  }

  /** What the reference says by options of a dialect is said by typed words for one dialect. */
  @Test
  void words_forOneDialect_areIgnoredElsewhere(Engine engine) {
    ShopData.create(engine, shop);
    String name = engine.dialect().name();
    Select<Integer> ids = select(users.id).where(users.id.eq(1));
    try (Connection connection = engine.connect()) {
      assertThat(connection.scalar(ids.prefix("/* mine */", name))).isEqualTo(1);
      assertThat(connection.scalar(ids.prefix("not sql at all", "nobodys"))).isEqualTo(1);
      assertThat(connection.scalar(ids.suffix("not sql at all", "nobodys"))).isEqualTo(1);
    }
  }
}
