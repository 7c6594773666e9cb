package io.aludel.sql;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.sql.Sql.tuple;
import static io.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.aludel.AludelException;
import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever comes in is only ever a bound value or a quoted name. */
@ForEachDatabase
class HostileInputTest {
  private static final List<String> HOSTILE = List.of(
      "'",
      "''",
      "\"",
      "`",
      "\\",
      "\\'",
      "\\\"",
      ";",
      "--",
      "/*",
      "*/",
      "?",
      "??",
      ":x",
      "::text",
      "$1",
      "${x}",
      "{d '2020-01-01'}",
      "%_",
      "[x]",
      "a.b",
      "' OR 1=1 --",
      "\"; DROP TABLE users; --",
      "`; DROP TABLE users; --",
      "'; DROP TABLE users; --",
      "\\'; DROP TABLE users; --",
      "x\ny\r\tz",
      "ü€",
      "\uD83D\uDE00");

  /** These a database may refuse, as long as it is an error of ours and nothing else happens. */
  private static final List<String> UNSTORABLE = List.of("\0", "a\0'; DROP TABLE users; --");

  /** Halves of characters; what drivers make of them is no text any more. */
  private static final List<String> HALVES = List.of("\uD800", "\uDC00'; DROP TABLE users; --");

  private final Shop shop = new Shop();
  private final Shop.Users users = shop.users;
  private Engine engine;

  @BeforeEach
  void open(Engine given) {
    engine = given;
    ShopData.create(engine, shop);
  }

  @AfterEach
  void everythingIsStillThere() {
    try (Connection connection = engine.connect()) {
      assertThat(connection
              .scalars(select(users.name).where(users.id.lt(5)).orderBy(users.id))
              .all())
          .containsExactly("ann", "bea", "cem", "dov");
    }
  }

  private void each(List<String> inputs, boolean mayFail, Check check) {
    for (String input : inputs) {
      try (Connection connection = engine.connect()) {
        check.with(connection, input);
      } catch (AludelException refused) {
        if (!mayFail) {
          fail("For " + escaped(input), refused);
        }
      }
    }
  }

  private static String escaped(String input) {
    StringBuilder text = new StringBuilder();
    input.chars().forEach(c -> text.append(c < 127 && c > 31 ? (char) c + "" : "<" + c + ">"));
    return text.toString();
  }

  private interface Check {
    void with(Connection connection, String input);
  }

  private void values(Connection connection, String input) {
    String name = input.length() > 30 ? input.substring(0, 30) : input;
    connection.execute(insert(users.table).values(row("id", 90, "name", name, "age", 1)));
    Select<String> stored = select(users.name).where(users.id.eq(90));
    assertThat(connection.scalars(stored).all()).containsExactly(name);
    List<Condition> conditions = List.of(
        users.name.eq(name),
        users.name.in(name, "other"),
        users.name.contains(name),
        users.name.startsWith(name).and(users.name.endsWith(name)),
        users.name.between(name, name),
        tuple(users.name, users.id).in(List.of(name, 90)),
        users.name.isNotDistinctFrom(name),
        users.name.eq(parameter("given", SqlTypes.STRING)),
        users.name.eq(select(literal(name)).asScalar()));
    for (Condition condition : conditions) {
      Select<String> found = stored.where(condition);
      boolean named = condition == conditions.get(7);
      assertThat(
              named
                  ? connection.execute(found, Map.of("given", name)).scalars().all()
                  : connection.scalars(found).all())
          .as(escaped(input) + " by " + condition)
          .containsExactly(name);
    }
    connection.execute(update(users.table).set(users.name, name).where(users.name.eq(name)));
    assertThat(connection
            .execute(text("select name from users where name = :n").bind("n", name))
            .scalars()
            .all())
        .containsExactly(name);
    literals(connection, name);
    connection.execute(delete(users.table).where(users.name.eq(name)));
    connection.rollback();
  }

  /** Values written into the SQL, for people and tools. */
  private void literals(Connection connection, String name) {
    var statement = select(users.id).where(users.name.eq(name)).statementNode();
    String sql = engine
        .dialect()
        .compile(statement, CompileOptions.of(CompileOptions.Values.LITERAL))
        .sql(statement.keyed().values());
    assertThat(connection.execute(text(sql)).scalars().all()).containsExactly(90);
    assertThat(connection
            .scalars(select(users.id).where(users.name.eq(Sql.inlined(name, SqlTypes.STRING))))
            .all())
        .containsExactly(90);
  }

  @Test
  void values_hostile_areOnlyValues() {
    each(HOSTILE, false, this::values);
    each(UNSTORABLE, true, this::values);
    each(HALVES, true, (connection, half) -> {
      connection.execute(
          insert(users.table).values(row("id", 91, "name", half.substring(0, 1), "age", 1)));
      assertThat(connection.scalars(select(users.name).where(users.id.eq(91))).one())
          .isIn(half.substring(0, 1), "?");
      connection.rollback();
    });
  }

  private void names(Connection connection, String input) {
    String name = input + "n";
    MetaData metadata = new MetaData();
    Column<Integer> id = column("i" + name, SqlTypes.INTEGER).primaryKey();
    Column<String> word = column(name, SqlTypes.STRING(20));
    Table table = Table.of("t" + name, metadata, id, word);
    metadata.createAll(connection);
    try {
      connection.execute(insert(table).values(row("i" + name, 1, name, "x")));
      connection.execute(
          insert(table).columns("i" + name, name), List.of(Map.of("i" + name, 2, name, "y")));
      Alias alias = table.as("a" + name);
      Row found = connection
          .execute(select(alias.c(name), alias.<Integer>c("i" + name).as("l" + name))
              .where(alias.<String>c(name).eq("y"))
              .orderBy(Sql.named("l" + name)))
          .one();
      assertThat(found.asMap()).isEqualTo(Map.of(name, "y", "l" + name, 2));
      Cte cte = select(id, word.as("w" + name)).cte("c" + name);
      assertThat(connection.scalars(select(func.max(cte.<String>c("w" + name)))).all())
          .containsExactly("y");
      Alias rows = Sql.values(Sql.named("v" + name, SqlTypes.INTEGER)).row(7).as("r" + name);
      assertThat(connection.scalars(select(rows.<Integer>c("v" + name))).all()).containsExactly(7);
      assertThat(connection.scalars(select(id).filterBy(name, "x")).all()).containsExactly(1);
      connection.execute(update(table).set(word, "z").where(id.eq(1)));
      connection.execute(delete(table).where(word.eq("z")));
      assertThat(connection.scalars(select(func.count()).from(table)).all()).containsExactly(1L);
    } finally {
      metadata.dropAll(connection);
      connection.commit();
    }
  }

  @Test
  void names_hostile_areOnlyNames() {
    each(HOSTILE.stream().filter(HostileInputTest::isBasic).toList(), false, this::names);
    each(HOSTILE.stream().filter(input -> !isBasic(input)).toList(), true, this::names);
    each(UNSTORABLE, true, this::names);
    each(HALVES, true, this::names);
  }

  /** MySQL has no names with characters beyond the basic plane. */
  private static boolean isBasic(String input) {
    return input.codePoints().noneMatch(Character::isSupplementaryCodePoint);
  }

  @Test
  void functionsAndCollations_hostile_areQuotedOrRefused() {
    Consumer<String> check = input -> {
      try (Connection connection = engine.connect()) {
        assertThatThrownBy(() -> connection
                .scalars(select(func.call(input, SqlTypes.INTEGER, 1)).from(users.table))
                .all())
            .as(escaped(input))
            .isInstanceOf(AludelException.class);
      }
      try (Connection connection = engine.connect()) {
        assertThatThrownBy(() -> connection
                .scalars(select(users.id).orderBy(users.name.collate(input)))
                .all())
            .as(escaped(input))
            .isInstanceOf(AludelException.class);
      }
      assertThatThrownBy(() -> users.id.op("= 1 " + input, 1, SqlTypes.INTEGER))
          .isInstanceOf(AludelException.class);
      assertThatThrownBy(() -> users.name.matches("x", input)).isInstanceOf(AludelException.class);
    };
    HOSTILE.forEach(check);
    UNSTORABLE.forEach(check);
  }

  @Test
  void separator_hostile_isOnlyText() {
    each(
        HOSTILE,
        false,
        (connection, input) -> assertThat(connection
                .scalars(select(func.aggregateStrings(users.name, input).ordered(users.id))
                    .where(users.id.lt(3)))
                .all())
            .containsExactly("ann" + input + "bea"));
  }

  @Test
  void schemas_hostile_areQuoted() {
    MetaData metadata = new MetaData("s'\"; DROP TABLE users; --");
    Table elsewhere = Table.of("t", metadata, column("x", SqlTypes.INTEGER));
    try (Connection connection = engine.connect()) {
      assertThatThrownBy(() -> connection.execute(select(elsewhere)))
          .isInstanceOf(AludelException.class);
    }
  }
}
