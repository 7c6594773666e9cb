package io.aludel.sql.extension;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literalColumn;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.fixture.ClauseWords;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.sql.Executable;
import io.aludel.sql.Select;
import io.aludel.sql.Sql;
import io.aludel.sql.tree.Adaptation;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.statement.Additions.Point;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clauses that Aludel does not know, at named points of its statements. */
@ForEachDatabase
@Parity("ORM-SQL-37")
class ClauseTest {
  private final Shop shop = new Shop();
  private final Shop.Users users = shop.users;
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

  private String sql(Executable statement) {
    return engine
        .dialect()
        .compile(statement.statementNode(), CompileOptions.NONE)
        .sql(statement.statementNode().keyed().values());
  }

  private List<String> names() {
    return connection
        .scalars(select(users.name).where(users.id.le(4)).orderBy(users.id))
        .all();
  }

  @Test
  void select_clausesAtEachPoint_standWhereTheyShould() {
    Select<Integer> statement = select(users.id)
        .distinct()
        .where(users.id.ge(2))
        .orderBy(users.id)
        .clause(Point.BEFORE_COLUMNS, ClauseWords.of("/* all of */"))
        .clause(Point.AFTER_CONDITIONS, ClauseWords.of("AND users.id < ", Sql.literal(4), ""))
        .clause(Point.END, ClauseWords.of("LIMIT ", Sql.literal(1), ""))
        .suffix("/* end */");

    assertThat(connection.scalars(statement).all()).containsExactly(2);
    assertThat(sql(statement).replaceAll("CAST\\(\\? AS INTEGER\\)", "?").replaceAll(" +", " "))
        .startsWith("SELECT DISTINCT /* all of */ users.id FROM users WHERE users.id >= ? AND"
            + " users.id < ?")
        .contains(" ORDER BY users.id LIMIT")
        .endsWith(" /* end */");
  }

  @Test
  void select_namedWindow_isUsedByItsColumns() {
    Select<Long> ranks = select(
            literalColumn("ROW_NUMBER() OVER w", SqlTypes.BIGINT).as("place"))
        .from(users.table)
        .clause(
            Point.AFTER_CONDITIONS, ClauseWords.of("WINDOW w AS (ORDER BY ", users.id, " DESC)"))
        .orderBy(users.id)
        .limit(2);

    assertThat(connection.scalars(ranks).all()).containsExactly(4L, 3L);
    assertThat(
            connection.scalars(select(func.max(ranks.as("r").<Long>c("place")))).all())
        .containsExactly(4L);
  }

  @Test
  void compound_clauseAtItsEnd_standsBehindItsOrder() {
    var both = select(users.id)
        .union(select(users.id.plus(10)))
        .orderBy(Sql.named("id"))
        .clause(Point.END, ClauseWords.of("LIMIT 2"));

    assertThat(connection.scalars(both).all()).containsExactly(1, 2);
  }

  @Test
  void writes_clausesBehindTheirConditions_areHeeded() {
    connection.execute(update(users.table)
        .set(users.name, "new")
        .where(users.id.gt(1))
        .clause(Point.AFTER_CONDITIONS, ClauseWords.of("AND users.id < ", Sql.literal(3), "")));
    assertThat(names()).containsExactly("ann", "new", "cem", "dov");

    connection.execute(insert(users.table)
        .values(row("id", 90, "name", "x"))
        .clause(Point.AFTER_VALUES, ClauseWords.of("/* rows */"))
        .clause(Point.END, ClauseWords.of("/* done */")));
    connection.execute(delete(users.table)
        .where(users.id.gt(4))
        .clause(Point.AFTER_CONDITIONS, ClauseWords.of("AND users.id < ", Sql.literal(100), ""))
        .clause(Point.END, ClauseWords.of("/* done */")));
    assertThat(names()).hasSize(4);
  }

  @Test
  void insert_clauseBehindItsRows_comesBeforeTheUpsert() {
    Executable upsert = insert(users.table)
        .values(row("id", 1, "name", "x"))
        .onConflict(users.id)
        .doNothing()
        .clause(Point.AFTER_VALUES, ClauseWords.of("/* rows */"));
    switch (engine.dialect().name()) {
      case "sqlite", "postgresql" ->
        assertThat(sql(upsert))
            .isEqualTo("INSERT INTO users (id, name) VALUES (?, ?) /* rows */ ON CONFLICT (id) DO"
                + " NOTHING");
      case "h2" ->
        assertThatThrownBy(() -> sql(upsert))
            .isInstanceOf(CompileException.class)
            .hasMessageContaining("to H2 an upsert is a MERGE");
      default ->
        assertThat(sql(insert(users.table)
                .values(row("id", 1, "name", "x"))
                .clause(Point.AFTER_VALUES, ClauseWords.of("ON DUPLICATE KEY UPDATE id = id"))))
            .isEqualTo(
                "INSERT INTO users (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = id");
    }
  }

  @Test
  void clauses_ofOtherValuesOrClauseWords_haveKeysOfTheirOwn() {
    Select<Integer> ids = select(users.id);
    var three = ids.clause(Point.END, ClauseWords.of("LIMIT ", Sql.literal(3), ""));
    var two = ids.clause(Point.END, ClauseWords.of("LIMIT ", Sql.literal(2), ""));

    assertThat(three.statementNode().keyed().key())
        .isEqualTo(two.statementNode().keyed().key());
    assertThat(three.statementNode().keyed().key())
        .isNotEqualTo(ids.statementNode().keyed().key())
        .isNotEqualTo(ids.clause(Point.END, ClauseWords.of("/* LIMIT */"))
            .statementNode()
            .keyed()
            .key())
        .isNotEqualTo(
            ids.clause(Point.AFTER_CONDITIONS, ClauseWords.of("LIMIT ", Sql.literal(3), ""))
                .statementNode()
                .keyed()
                .key());
    assertThat(connection.scalars(two).all()).hasSize(2);
    assertThat(connection.scalars(three).all()).hasSize(3);
  }

  @Test
  void clauses_areWalkedAndAdapted() {
    var statement = select(users.id)
        .where(users.id.gt(0))
        .clause(Point.AFTER_CONDITIONS, ClauseWords.of("AND ", users.id, " = 2"));
    var alias = users.table.as("u");
    var adapted = Adaptation.to(alias.fromNode()).statement(statement.statementNode());

    assertThat(Traversal.find(statement.statementNode(), ClauseWords.class)).hasSize(1);
    assertThat(connection.scalar(Typed.<Integer>rows(adapted))).isEqualTo(2);
    assertThat(sql(Typed.rows(adapted)).replaceAll(" +", " ")).endsWith("AND u.id = 2");
  }

  @Test
  void points_thatAStatementLacks_areRefusedAtTheDoor() {
    ClauseWords words = ClauseWords.of("x");
    assertThatThrownBy(() -> delete(users.table).clause(Point.BEFORE_COLUMNS, words))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("A clause cannot stand at BEFORE_COLUMNS of DELETE FROM users")
        .hasMessageEndingWith("[SQL-104]");
    assertThatThrownBy(() -> insert(users.table).clause(Point.AFTER_CONDITIONS, words))
        .hasMessageContaining("no such point");
    assertThatThrownBy(() -> select(users.id).clause(Point.AFTER_VALUES, words))
        .hasMessageContaining("no such point");
    assertThatThrownBy(() -> select(users.id).clause(Point.END, null))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> select(users.id).clause(null, words))
        .isInstanceOf(ArgumentException.class);
  }
}
