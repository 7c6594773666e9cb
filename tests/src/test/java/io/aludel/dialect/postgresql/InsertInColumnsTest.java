package io.aludel.dialect.postgresql;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Connection;
import io.aludel.engine.DataException;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineBuilder;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.InsertPlan;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.Result;
import io.aludel.engine.StatementException;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.ParameterRows;
import io.aludel.sql.Row;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Requires;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** INSERTs of so many rows that PostgreSQL, the one that has ranges, is given an array for each column. */
@ForEachDatabase
@Requires(Capability.RANGES)
class InsertInColumnsTest {
  private static final String LISTS =
      "INSERT INTO things (number, name) SELECT * FROM unnest(?::int4[], ?::varchar[])";

  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
  private final Column<Integer> number = column("number", SqlTypes.INTEGER).unique();
  private final Column<String> name = column("name", SqlTypes.STRING(20));
  private final Column<String> state =
      column("state", SqlTypes.STRING(10)).notNull().serverDefault("'new'");
  private final Table table = Table.of("things", metadata, id, number, name, state);
  private final Column<Integer> key =
      column("key", SqlTypes.INTEGER).primaryKey().autoincrement(Autoincrement.NEVER);
  private final Table keyed = Table.of("keyed", metadata, key);
  private Connection connection;
  private StatementRecorder recorder;

  @BeforeEach
  void create(TestDatabase database) {
    metadata.createAll(database.engine());
    connection = database.engine().connect();
    recorder = database.recorder();
    recorder.clear();
  }

  @AfterEach
  void close() {
    recorder.clear();
    connection.close();
  }

  /** Rows whose numbers descend, so that an order by number is not the order given. */
  private static List<Map<String, Object>> rows(int count) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(Map.of("number", count - i, "name", "n" + i));
    }
    return rows;
  }

  private List<String> sent(Runnable work) {
    recorder.clear();
    work.run();
    List<String> sql =
        recorder.statements().stream().map(ExecutedStatement::sql).toList();
    recorder.clear();
    return sql;
  }

  private long count() {
    Long count = connection.scalar(select(func.count()).from(table));
    return count == null ? -1 : count;
  }

  private void insertAll(List<? extends Map<String, ?>> rows) {
    assertThat(connection.execute(insert(table).columns("number", "name"), rows).rowCount())
        .isEqualTo(rows.size());
  }

  // How many statements

  @Test
  void insert_oneRowLessThanMany_sendsValues() {
    assertThat(sent(() -> insertAll(rows(255))))
        .isNotEmpty()
        .allSatisfy(sql -> assertThat(sql).contains(" VALUES (?, ?)"));
    assertThat(count()).isEqualTo(255);
  }

  @Test
  void insert_manyRows_sendsAThousandAtATimeInOneSpelling() {
    assertThat(sent(() -> insertAll(rows(256)))).containsExactly(LISTS);
    connection.rollback();
    assertThat(sent(() -> insertAll(rows(1_000)))).containsExactly(LISTS);
    connection.rollback();
    assertThat(sent(() -> insertAll(rows(1_001)))).containsExactly(LISTS, LISTS);
    connection.rollback();
    assertThat(sent(() -> insertAll(rows(2_300)))).containsExactly(LISTS, LISTS, LISTS);
    assertThat(count()).isEqualTo(2_300);
  }

  @Test
  void insert_manyRows_sendsOneListForEachColumn() {
    insertAll(rows(256));

    List<List<Object>> parameters = recorder.statements().get(0).parameters();
    assertThat(parameters).hasSize(1);
    assertThat(parameters.get(0)).hasSize(2);
    assertThat(parameters.get(0).get(0))
        .isEqualTo(IntStream.range(0, 256).mapToObj(i -> 256 - i).toList());
  }

  @Test
  void insert_sizeOfPagesIsStated_sendsValuesOfThatSize() {
    ExecutionOptions pages = ExecutionOptions.NONE.insertPageSize(64);

    List<String> sent =
        sent(() -> connection.execute(insert(table).columns("number", "name"), rows(256), pages));

    assertThat(sent).hasSize(4).allSatisfy(sql -> assertThat(sql).contains(" VALUES (?, ?), ("));
  }

  @Test
  void insert_oneColumnOnly_takesOneList() {
    List<Map<String, Integer>> keys =
        IntStream.range(0, 256).mapToObj(i -> Map.of("key", i)).toList();

    assertThat(sent(() -> connection.execute(insert(keyed), keys)))
        .containsExactly("INSERT INTO keyed (key) SELECT * FROM unnest(?::int4[])");
    assertThat(connection.scalars(select(key).orderBy(key)).all())
        .isEqualTo(IntStream.range(0, 256).boxed().toList());
  }

  @Test
  void insert_parameterRowsInAnotherOrder_goToTheirColumns() {
    ParameterRows rows = ParameterRows.named("name", "number");
    rows(300).forEach(row -> rows.row(row.get("name"), row.get("number")));

    assertThat(sent(() -> insertAll(rows))).containsExactly(LISTS);
    List<Row> stored = connection.execute(select(number, name).orderBy(number)).all();
    assertThat(stored).hasSize(300);
    assertThat(stored)
        .allSatisfy(row -> assertThat(row.get(name)).isEqualTo("n" + (300 - row.get(number))));
  }

  @Test
  void insert_columnsWithDefaultsOfTheClient_getOneForEachRow() {
    AtomicInteger next = new AtomicInteger();
    Table ranked = Table.of(
        "ranked",
        new MetaData(),
        column("n", SqlTypes.INTEGER).primaryKey(),
        column("rank_no", SqlTypes.INTEGER).defaultFrom(next::incrementAndGet));
    ranked.create(connection);
    List<Map<String, Integer>> rows =
        IntStream.rangeClosed(1, 300).mapToObj(i -> Map.of("n", i)).toList();

    connection.execute(insert(ranked), rows);

    assertThat(connection.execute(select(ranked)).all())
        .hasSize(300)
        .allSatisfy(
            row -> assertThat(row.asList().get(0)).isEqualTo(row.asList().get(1)));
  }

  @Test
  void insert_intoATranslatedSchema_goesThere() {
    ExecutionOptions there = ExecutionOptions.NONE.schemaTranslateMap(Map.of("", "other Place"));
    connection.driverSql("CREATE SCHEMA \"other Place\"");
    connection.driverSql("CREATE TABLE \"other Place\".keyed (key INTEGER)");
    List<Map<String, Integer>> keys =
        IntStream.range(0, 256).mapToObj(i -> Map.of("key", i)).toList();

    assertThat(sent(() -> connection.execute(insert(keyed), keys, there)))
        .containsExactly("INSERT INTO \"other Place\".keyed (key) SELECT * FROM unnest(?::int4[])");
    connection.rollback();
  }

  // What comes back

  @Test
  void returning_manyRows_givesTheKeyOfEachRow() {
    List<Map<String, Object>> rows = rows(2_300);
    List<Row> returned = new ArrayList<>();

    List<String> sent = sent(() -> returned.addAll(connection
        .execute(insert(table).columns("number", "name").returning(number, id, state), rows)
        .all()));

    assertThat(sent)
        .hasSize(3)
        .containsOnly(LISTS + " RETURNING things.number, things.id, things.state");
    assertThat(returned)
        .extracting(row -> (Object) row.get(number))
        .isEqualTo(rows.stream().map(row -> row.get("number")).toList());
    assertThat(returned).extracting(row -> row.get(state)).containsOnly("new");
    Map<Object, Object> stored = new LinkedHashMap<>();
    connection.execute(select(id, number)).forEach(row -> stored.put(row.get(id), row.get(number)));
    assertThat(returned)
        .allSatisfy(row -> assertThat(stored.get(row.get(id))).isEqualTo(row.get(number)));
  }

  @Test
  void plan_thatGivesKeysBack_hasThemInTheOrderOfTheRows() {
    InsertPlan plan = connection
        .engine()
        .insertPlan(
            insert(table).columns("number").statementNode(), List.of(id), CompileOptions.NONE);
    List<Object[]> rows = new ArrayList<>();
    rows(1_001).forEach(row -> rows.add(new Object[] {row.get("number")}));

    List<Object[]> keys = connection.runner().insert(plan, rows);

    assertThat(keys).hasSize(1_001).allSatisfy(each -> assertThat(each).hasSize(1));
    Map<Object, Object> stored = new LinkedHashMap<>();
    connection.execute(select(id, number)).forEach(row -> stored.put(row.get(id), row.get(number)));
    for (int i = 0; i < rows.size(); i++) {
      assertThat(stored.get(keys.get(i)[0])).as("row %s", i).isEqualTo(rows.get(i)[0]);
    }
  }

  @Test
  void returning_keysOfTheApplication_comeBackTogetherInTheirOrder() {
    List<Map<String, Integer>> keys =
        IntStream.range(0, 256).mapToObj(i -> Map.of("key", (i * 7) % 256)).toList();

    List<Object> returned = new ArrayList<>();
    List<String> sent = sent(() -> returned.addAll(
        connection.execute(insert(keyed).returning(key), keys).scalars().all()));

    assertThat(returned).isEqualTo(keys.stream().map(row -> row.get("key")).toList());
    assertThat(sent)
        .containsExactly(
            "INSERT INTO keyed (key) SELECT * FROM unnest(?::int4[]) RETURNING keyed.key");
  }

  @Test
  void outcome_ofManyMaps_isThatOfFew() {
    List<Map<String, Object>> rows = rows(300);

    Result<?> result = connection.execute(insert(table).columns("number", "name"), rows);

    assertThat(result.rowCount()).isEqualTo(300);
    assertThat(result.outcome().sentValues()).isEqualTo(rows);
  }

  // Upserts

  @Test
  void upsert_manyRows_changesWhatIsThere() {
    insertAll(rows(10));
    var upsert = insert(table)
        .columns("number", "name")
        .onConflict(number)
        .doUpdate(change -> change.set(name, excluded(name)));

    Result<?> result = connection.execute(upsert, rows(300));

    assertThat(result.rowCount()).isEqualTo(300);
    assertThat(count()).isEqualTo(300);
    assertThat(connection.scalar(select(name).where(number.eq(10)))).isEqualTo("n290");
  }

  // Failures

  @Test
  void violation_amongManyRows_isThatOfFew() {
    List<Map<String, Object>> rows = rows(300);
    rows.set(299, rows.get(0));

    assertThatThrownBy(() -> insertAll(rows))
        .isInstanceOf(IntegrityException.class)
        .hasMessageContaining("(number)=(300)")
        .satisfies(e -> assertThat(((IntegrityException) e).sqlState()).isEqualTo("23505"));
    connection.rollback();
  }

  @Test
  void failure_ofManyRows_isToldInBoundedText() {
    List<Map<String, Object>> rows = rows(1_000);
    rows.set(999, Map.of("number", 1_000, "name", "x".repeat(20)));

    assertThatThrownBy(() -> insertAll(rows))
        .isInstanceOf(IntegrityException.class)
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(2_000))
        .hasMessageContaining("[1000, 999, 998, ")
        .hasMessageContaining("characters left out");
    connection.rollback();
  }

  @Test
  @SeveralConnections
  void failure_hiddenParameters_areNotShown(TestDatabase database) {
    List<Map<String, Object>> rows = rows(300);
    rows.set(7, Map.of("number", 293, "name", "secret".repeat(5)));
    rows.set(8, Map.of("number", 987_654, "name", "secret"));
    rows.set(9, Map.of("number", 987_654, "name", "secret"));
    try (Engine hiding = builder(database).hideParameters(true).create();
        Connection hidden = hiding.connect()) {
      for (int last : new int[] {300, 10}) {
        assertThatThrownBy(() -> hidden.execute(
                insert(table).columns("number", "name"),
                Collections.nCopies(last == 300 ? 1 : 30, rows).stream()
                    .flatMap(List::stream)
                    .toList()))
            .isInstanceOf(DatabaseException.class)
            .satisfies(e -> {
              for (Throwable each = e; each != null; each = each.getCause()) {
                assertThat(String.valueOf(each.getMessage()))
                    .doesNotContain("secret")
                    .doesNotContain("987654");
              }
            });
        hidden.rollback();
      }
    }
  }

  private static EngineBuilder builder(TestDatabase database) {
    EngineBuilder builder = Engine.builder(database.address().url());
    String user = database.address().user();
    String password = database.address().password();
    builder = user == null ? builder : builder.user(user);
    return password == null ? builder : builder.password(password);
  }

  /** In this mode the server is told no types of parameters. */
  @Test
  @SeveralConnections
  void insert_driverSendsPlainText_isTheSame(TestDatabase database) {
    EngineBuilder simple = builder(database).property("preferQueryMode", "simple");
    try (Engine plain = simple.create();
        Connection there = plain.connect()) {
      List<Map<String, Object>> rows = rows(300);
      rows.set(0, Map.of("number", 300, "name", "'{\"a\\b\"},NULL"));
      there.execute(insert(table).columns("number", "name"), rows);

      assertThat(there.scalars(select(name).orderBy(number.desc())).all())
          .hasSize(300)
          .startsWith("'{\"a\\b\"},NULL", "n1", "n2");
    }
  }

  /** Text goes to columns of other types, too, where the driver is told to leave its type open. */
  @Test
  @SeveralConnections
  void insert_driverLeavesTypesOfTextOpen_isTheSame(TestDatabase database) {
    EngineBuilder open = builder(database).property("stringtype", "unspecified");
    try (Engine untyped = open.create();
        Connection there = untyped.connect()) {
      there.driverSql("CREATE TABLE open_types (key INTEGER, name JSONB)");
      Table declared = Table.of(
          "open_types",
          new MetaData(),
          column("key", SqlTypes.INTEGER),
          column("name", SqlTypes.STRING));
      for (int count : new int[] {255, 256}) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          rows.add(Map.of("key", i, "name", "[" + i + "]"));
        }
        assertThat(there.execute(insert(declared), rows).rowCount()).isEqualTo(count);
      }
    }
  }

  /** How the driver sends text stays as it is while the connection lives, whoever has it. */
  @Test
  @SeveralConnections
  void insert_again_doesNotAskTheDriverAgain(TestDatabase database) {
    AtomicInteger asked = new AtomicInteger();
    EngineBuilder counting = builder(database)
        .opener(
            told -> counted(DriverManager.getConnection(database.address().url(), told), asked));
    try (Engine engine = counting.create()) {
      for (int i = 0; i < 3; i++) {
        int first = 1_000 * i;
        List<Map<String, Object>> rows = new ArrayList<>();
        IntStream.range(first, first + 300).forEach(n -> rows.add(Map.of("number", n)));
        engine.inTransaction(there -> {
          there.execute(insert(table).columns("number"), rows);
        });
      }
    }

    assertThat(count()).isEqualTo(900);
    assertThat(asked).hasValue(1);
  }

  /** A connection that counts how often it is asked for what the driver has beneath. */
  private static java.sql.Connection counted(java.sql.Connection real, AtomicInteger asked) {
    Class<java.sql.Connection> type = java.sql.Connection.class;
    return type.cast(Proxy.newProxyInstance(
        InsertInColumnsTest.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          boolean beneath = method.getName().equals("unwrap")
              && ((Class<?>) arguments[0]).getSimpleName().equals("BaseConnection");
          asked.addAndGet(beneath ? 1 : 0);
          return method.invoke(real, arguments);
        }));
  }

  @Test
  void insert_tooLongText_failsAsBefore() {
    for (int count : new int[] {255, 256}) {
      List<Map<String, Object>> rows = rows(count);
      rows.set(3, Map.of("number", -1, "name", "x".repeat(21)));
      assertThatThrownBy(() -> insertAll(rows))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("value too long");
      connection.rollback();
    }
  }

  @Test
  void insert_valueOfAnotherClass_isRefusedAsBefore() {
    for (int count : new int[] {255, 256}) {
      List<Map<String, Object>> rows = rows(count);
      rows.set(3, Map.of("number", "x", "name", "y"));
      assertThatThrownBy(() -> connection.execute(insert(table).columns("number", "name"), rows))
          .isInstanceOf(StatementException.class)
          .isNotInstanceOf(DatabaseException.class)
          .hasMessageContaining("A parameter cannot be given to the driver");
      connection.rollback();
    }
  }

  // Listeners

  @Test
  void listeners_ofManyRows_hearOneStatementAndAllRows() {
    List<Object> told = new ArrayList<>();
    Engine engine = connection.engine();
    engine.events().beforeExecute((on, statement, rows) -> told.add(rows.size()));
    engine.events().beforeCursorExecute((on, sent) -> told.add("before " + sent.sql()));
    engine.events().afterCursorExecute((on, sent) -> told.add("after " + sent.sql()));

    insertAll(rows(300));

    assertThat(told).containsExactly(300, "before " + LISTS, "after " + LISTS);
  }

  @Test
  void binder_ofParameters_isAskedForEachValue() {
    List<Object> asked = new ArrayList<>();
    connection.engine().events().bindParameter((statement, index, type, value) -> {
      asked.add(value);
      return false;
    });

    List<String> sent = sent(() -> insertAll(rows(300)));

    assertThat(sent).allSatisfy(sql -> assertThat(sql).contains(" VALUES (?, ?)"));
    assertThat(asked).hasSize(600).contains("n0", "n299", 300, 1);
  }
}
