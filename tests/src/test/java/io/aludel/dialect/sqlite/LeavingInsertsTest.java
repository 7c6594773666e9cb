package io.aludel.dialect.sqlite;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.IsolationLevel;
import io.aludel.engine.Transaction;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Insert;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** INSERTs of so many rows that SQLite need not undo those before a refused one; and where it must. */
@Parity({"ORM-SQL-27", "ORM-DIA-01"})
class LeavingInsertsTest {
  private static final int MANY = 600;

  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<Integer> number = column("number", INTEGER);
  private final Table things = Table.of("things", metadata, id, number);
  private Engine engine;
  private Connection connection;
  private StatementRecorder recorder;

  @BeforeEach
  void open() {
    use(Engine.create("jdbc:sqlite::memory:"));
  }

  private void use(Engine created) {
    engine = created;
    recorder = StatementRecorder.on(engine);
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  private void given(String... statements) {
    for (String sql : statements) {
      connection.driverSql(sql);
    }
    connection.commit();
  }

  /** Numbers from 1 on, the greatest first. */
  private static List<Map<String, Integer>> rows(int count) {
    List<Map<String, Integer>> rows = new ArrayList<>();
    for (int i = count; i > 0; i--) {
      rows.add(Map.of("number", i));
    }
    return rows;
  }

  private List<String> inserting(Insert statement, int count) {
    recorder.clear();
    connection.execute(statement, rows(count));
    return recorder.statements().stream().map(ExecutedStatement::sql).toList();
  }

  private void assertUndoing(Table table) {
    List<String> sent = inserting(insert(table), MANY);
    assertThat(sent.get(1)).startsWith("SELECT 1 WHERE NOT EXISTS");
    assertThat(sent).noneMatch(sql -> sql.contains("OR FAIL"));
  }

  private void assertLeaving(Table table) {
    List<String> sent = inserting(insert(table), MANY);
    assertThat(sent.subList(2, sent.size()))
        .isNotEmpty()
        .allMatch(sql -> sql.startsWith("INSERT OR FAIL INTO "));
    assertThat(count(table)).isEqualTo(MANY);
  }

  private long count(Table table) {
    Long count = connection.scalar(select(func.count()).from(table));
    return count == null ? -1 : count;
  }

  // What is sent

  @Test
  void insert_ofFewerThanTwoPages_asksNothing() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)");

    assertThat(inserting(insert(things), 255))
        .allMatch(sql -> sql.startsWith("INSERT INTO things (number) VALUES (?)"));
    assertThat(count(things)).isEqualTo(255);
  }

  /** A transaction that begins by reading cannot write any more once another has written. */
  @Test
  void insert_ofTwoPages_beginsWithAWriteThenAsksOnce() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)");

    List<String> sent = inserting(insert(things), 256);

    assertThat(sent).hasSize(3);
    assertThat(sent.get(0)).startsWith("INSERT INTO things (number) VALUES (?), (?), ");
    assertThat(sent.get(1))
        .isEqualTo("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM \"main\".sqlite_schema"
            + " WHERE type = 'table' AND name = 'things' COLLATE NOCASE)"
            + " UNION ALL SELECT 1 FROM \"main\".sqlite_schema"
            + " WHERE tbl_name = 'things' COLLATE NOCASE AND (type = 'trigger'"
            + " OR sql LIKE '%conflict%' OR sql LIKE 'create virtual%')"
            + " UNION ALL SELECT 1 FROM temp.sqlite_schema"
            + " WHERE tbl_name = 'things' COLLATE NOCASE"
            + " UNION ALL SELECT 1 FROM pragma_foreign_keys,"
            + " pragma_foreign_key_list('things', 'main') WHERE foreign_keys LIMIT 1");
    assertThat(sent.get(2)).startsWith("INSERT OR FAIL INTO things (number) VALUES (?), (?), ");
    assertThat(count(things)).isEqualTo(256);
  }

  @Test
  void insert_whoseKeysAreWanted_givesEachRowItsOwn() {
    given(
        "CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)",
        "CREATE INDEX by_number ON things (number)");

    recorder.clear();
    List<Integer> keys = connection
        .execute(insert(things).returning(id), rows(1_301))
        .scalars(id)
        .all();
    assertThat(recorder.statements())
        .filteredOn(sent -> sent.sql().startsWith("INSERT OR FAIL INTO things"))
        .hasSize(12)
        .allMatch(sent -> sent.sql().endsWith(" RETURNING id"));

    assertThat(keys).hasSize(1_301);
    List<Integer> numbers = connection.scalars(select(number).orderBy(id.asc())).all();
    for (int i = 0; i < keys.size(); i++) {
      assertThat(numbers.get(keys.get(i) - 1)).isEqualTo(1_301 - i);
    }
  }

  @Test
  void insert_ofPagesWhoseSizeIsStated_asksNothing() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)");
    recorder.clear();

    connection.execute(insert(things), rows(MANY), ExecutionOptions.NONE.insertPageSize(128));

    assertThat(recorder.statements()).allMatch(sent -> sent.sql().startsWith("INSERT INTO things"));
  }

  @Test
  void insert_thatSaysWhatToDoInAConflict_asksNothing() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER UNIQUE)");

    assertThat(inserting(insert(things).prefix("OR REPLACE"), MANY))
        .allMatch(sql -> sql.startsWith("INSERT OR REPLACE INTO things"));
    assertThat(inserting(
            insert(things)
                .onConflict(number)
                .doUpdate(change -> change.set(number, excluded(number))),
            MANY))
        .allMatch(sql -> sql.startsWith("INSERT INTO things"));
    assertThat(count(things)).isEqualTo(MANY);
  }

  // A row is refused

  @Test
  void refusedRow_rolledBack_leavesNothing() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER CHECK (number <> 10))");

    assertThatThrownBy(() -> inserting(insert(things), MANY))
        .isInstanceOf(IntegrityException.class)
        .hasMessageContaining("CHECK constraint failed");
    connection.rollback();

    assertThat(count(things)).isZero();
  }

  @Test
  void refusedRow_withinASavepoint_leavesWhatWasBefore() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER CHECK (number <> 10))");
    connection.execute(insert(things), Map.of("number", 7));

    Transaction savepoint = connection.beginNested();
    assertThatThrownBy(() -> inserting(insert(things), MANY))
        .isInstanceOf(IntegrityException.class);
    savepoint.rollback();
    connection.commit();

    assertThat(connection.scalars(select(number)).all()).containsExactly(7);
  }

  /** So do single statements that are sent together. */
  @Test
  void refusedRow_whenItsTransactionIsGoneOnWith_leavesAllRowsBeforeIt() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER CHECK (number <> 10))");

    assertThatThrownBy(() -> inserting(insert(things), MANY))
        .isInstanceOf(IntegrityException.class);
    connection.commit();

    assertThat(connection.scalars(select(number).orderBy(number.asc())).all())
        .hasSize(MANY - 10)
        .startsWith(11);
  }

  @Test
  void refusedRow_withEachStatementForItself_leavesAllRowsBeforeIt() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER CHECK (number <> 10))");
    connection.isolation(IsolationLevel.AUTOCOMMIT);

    assertThatThrownBy(() -> inserting(insert(things), MANY))
        .isInstanceOf(IntegrityException.class);

    assertThat(count(things)).isEqualTo(MANY - 10);
  }

  // What the table says goes before

  @Test
  void tableThatIgnoresConflicts_ignoresThem() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER UNIQUE on Conflict IGNORE)");
    connection.execute(insert(things), Map.of("number", 10));

    assertUndoing(things);
    assertThat(count(things)).isEqualTo(MANY);
  }

  @Test
  void tableThatReplacesInConflicts_replaces() {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER,"
        + " UNIQUE (number) ON /* or so */ CONFLICT REPLACE)");
    connection.execute(insert(things), Map.of("id", 5_000, "number", 10));

    assertUndoing(things);
    assertThat(count(things)).isEqualTo(MANY);
  }

  @Test
  void trigger_doesAsItSays() {
    given(
        "CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)",
        "CREATE TABLE kinds (kind INTEGER PRIMARY KEY)",
        "CREATE TRIGGER kind AFTER INSERT ON Things"
            + " BEGIN INSERT OR IGNORE INTO kinds VALUES (new.number % 3); END");

    assertUndoing(things);
    assertThat(connection.driverSql("SELECT count(*) FROM kinds").scalar()).isEqualTo(3);
  }

  @Test
  void temporaryTrigger_doesAsItSays() {
    given(
        "CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)",
        "CREATE TABLE kinds (kind INTEGER PRIMARY KEY)",
        "CREATE TEMP TRIGGER kind AFTER INSERT ON main.things"
            + " BEGIN INSERT OR IGNORE INTO kinds VALUES (new.number % 3); END");

    assertUndoing(things);
    assertThat(connection.driverSql("SELECT count(*) FROM kinds").scalar()).isEqualTo(3);
  }

  @Test
  void temporaryTableInFrontOfAnother_isTheOneLookedAt() {
    given(
        "CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)",
        "CREATE TEMP TABLE things (id INTEGER PRIMARY KEY, number INTEGER UNIQUE ON CONFLICT IGNORE)");
    connection.execute(insert(things), Map.of("number", 10));

    assertUndoing(things);
    assertThat(count(things)).isEqualTo(MANY);
  }

  @Test
  void viewWithTrigger_isWrittenThroughIt() {
    given(
        "CREATE TABLE kinds (kind INTEGER PRIMARY KEY)",
        "CREATE VIEW things AS SELECT kind AS id, kind AS number FROM kinds",
        "CREATE TRIGGER kind INSTEAD OF INSERT ON things"
            + " BEGIN INSERT OR IGNORE INTO kinds VALUES (new.number % 3); END");

    assertUndoing(things);
    assertThat(count(things)).isEqualTo(3);
  }

  @Test
  void virtualTable_isLeftAlone() {
    given("CREATE VIRTUAL TABLE things USING fts5(number)");
    Table words = Table.of("things", new MetaData(), column("number", INTEGER));

    assertUndoing(words);
    assertThat(count(words)).isEqualTo(MANY);
  }

  @Test
  void enforcedForeignKey_makesItUndoAllTheSame() {
    givenThingsOfKinds();

    assertUndoing(things);
    assertThat(count(things)).isEqualTo(MANY);
  }

  @Test
  void foreignKeyThatIsDeclared_isNotAskedFor() {
    MetaData declared = new MetaData();
    Table.of("kinds", declared, column("kind", INTEGER).primaryKey());
    Table parts = Table.of(
        "things",
        declared,
        column("id", INTEGER).primaryKey(),
        column("number", INTEGER).references("kinds.kind"));
    givenThingsOfKinds();

    assertThat(inserting(insert(parts), MANY))
        .hasSize(1)
        .allMatch(sql -> sql.startsWith("INSERT INTO things"));
  }

  @Test
  void foreignKeyThatIsNotEnforced_hindersNothing() {
    close();
    use(Engine.create("jdbc:sqlite::memory:?foreign_keys=false"));
    givenThingsOfKinds();

    assertLeaving(things);
  }

  private void givenThingsOfKinds() {
    given(
        "CREATE TABLE kinds (kind INTEGER PRIMARY KEY)",
        "CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER REFERENCES kinds (kind))",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < " + MANY + ")"
            + " INSERT INTO kinds SELECT n FROM n");
  }

  /** Rows of other tables that name a row need not be looked at for one that is new. */
  @Test
  void foreignKeyOfAnotherTable_hindersNothing() {
    given(
        "CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)",
        "CREATE TABLE parts (thing INTEGER NOT NULL REFERENCES things (id))");

    assertLeaving(things);
  }

  /** Not kept: another connection may change the table at any time. */
  @Test
  void trigger_madeBetweenTwoInserts_isSeen() {
    given(
        "CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)",
        "CREATE TABLE kinds (kind INTEGER PRIMARY KEY)");
    assertLeaving(things);
    given("CREATE TRIGGER kind AFTER INSERT ON things"
        + " BEGIN INSERT OR IGNORE INTO kinds VALUES (new.number % 3); END");

    assertUndoing(things);
    assertThat(connection.driverSql("SELECT count(*) FROM kinds").scalar()).isEqualTo(3);
  }

  // Which table is looked at

  @Test
  void tableWithAHostileName_isFound() {
    String name = "o'things\"; DROP TABLE things; --";
    Table hostile =
        Table.of(name, metadata, column("id", INTEGER).primaryKey(), column("number", INTEGER));
    hostile.create(connection);
    assertLeaving(hostile);
  }

  @Test
  void tableOfAnAttachedDatabase_isLookedAtThere(@TempDir Path folder) {
    given("CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER UNIQUE ON CONFLICT IGNORE)");
    connection.driverSql(
        "ATTACH DATABASE ? AS \"other\"\"s\"", List.of(List.of(folder + "/other.db")));
    given("CREATE TABLE \"other\"\"s\".things (id INTEGER PRIMARY KEY, number INTEGER)");
    Table there = Table.of(
        "things",
        new MetaData("other\"s"),
        column("id", INTEGER).primaryKey(),
        column("number", INTEGER));

    assertLeaving(there);
  }

  @Test
  void tableOfATranslatedSchema_isLookedAtThere(@TempDir Path folder) {
    connection.driverSql("ATTACH DATABASE ? AS tenant", List.of(List.of(folder + "/tenant.db")));
    given(
        "CREATE TABLE tenant.things (id INTEGER PRIMARY KEY,"
            + " number INTEGER UNIQUE ON CONFLICT IGNORE)",
        "CREATE TABLE things (id INTEGER PRIMARY KEY, number INTEGER)");
    connection.options(ExecutionOptions.NONE.schemaTranslateMap(Map.of("", "tenant")));
    connection.execute(insert(things), Map.of("number", 10));

    assertUndoing(things);
    assertThat(connection.driverSql("SELECT count(*) FROM tenant.things").scalar())
        .isEqualTo(MANY);
  }
}
