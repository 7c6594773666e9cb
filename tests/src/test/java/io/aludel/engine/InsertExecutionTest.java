package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.Column;
import io.aludel.schema.Identity;
import io.aludel.schema.MetaData;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ForEachDatabase
@Parity("ORM-SQL-27")
class InsertExecutionTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<Integer> number = column("number", INTEGER);
  private final Column<String> state = column("state", STRING(10)).notNull().serverDefault("'new'");
  private final Table table = Table.of("things", metadata, id, number, state);
  private Connection connection;

  @BeforeEach
  void create(Engine engine) {
    connection = engine.connect();
    metadata.createAll(connection);
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private static List<Map<String, Integer>> numbers(int count) {
    Random random = new Random(7);
    List<Map<String, Integer>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(Map.of("number", random.nextInt(1_000_000)));
    }
    return rows;
  }

  @Test
  void plan_ofManyRows_givesTheKeysBackInTheirOrder(TestDatabase database) {
    var statement = insert(table).columns("number").statementNode();
    InsertPlan plan = connection.engine().insertPlan(statement, List.of(id), CompileOptions.NONE);
    List<Object[]> rows = new ArrayList<>();
    numbers(301).forEach(row -> rows.add(new Object[] {row.get("number")}));

    List<Object[]> keys = connection.runner().insert(plan, rows);

    assertThat(keys).hasSize(301);
    Map<Object, Object> stored = new LinkedHashMap<>();
    connection.execute(select(id, number)).forEach(row -> stored.put(row.get(id), row.get(number)));
    for (int i = 0; i < rows.size(); i++) {
      assertThat(keys.get(i)).hasSize(1);
      assertThat(stored.get(keys.get(i)[0])).as("row %s", i).isEqualTo(rows.get(i)[0]);
    }
    assertThat(database.has(Capability.MULTI_ROW_INSERT)).isTrue();
  }

  @Test
  @Requires({Capability.ORDERED_INSERT_RETURNING, Capability.MULTI_ROW_INSERT})
  void plan_ofManyRows_sendsFewStatementsAndCompilesEachLengthOnce(StatementRecorder recorder) {
    var statement = insert(table).columns("number").statementNode();
    InsertPlan plan = connection.engine().insertPlan(statement, List.of(id), CompileOptions.NONE);
    List<Object[]> rows = new ArrayList<>();
    numbers(237).forEach(row -> rows.add(new Object[] {row.get("number")}));
    recorder.clear();

    connection.runner().insert(plan, rows);
    assertThat(recorder.statements()).hasSize(6); // of 128, 64, 32, 8, 4 and 1 rows

    long compiled = connection.engine().statistics().cache().compilations();
    connection.runner().insert(plan, rows);
    assertThat(connection.engine().statistics().cache().compilations()).isEqualTo(compiled);
    recorder.clear();
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returning_ofABatch_givesRowsInTheOrderOfTheParameters() {
    List<Map<String, Integer>> rows = numbers(50);

    List<Row> returned =
        connection.execute(insert(table).returning(number, id, state), rows).all();

    assertThat(returned)
        .extracting(row -> row.get(number))
        .containsExactlyElementsOf(rows.stream().map(row -> row.get("number")).toList());
    assertThat(returned)
        .extracting(row -> row.get(id))
        .doesNotHaveDuplicates()
        .doesNotContainNull();
    assertThat(returned).extracting(row -> row.get(state)).containsOnly("new");
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returning_ofABatchWithGivenKeys_givesRowsInTheOrderOfTheParameters() {
    List<Map<String, Integer>> rows = new ArrayList<>();
    for (int key : new int[] {5, 3, 9, 1}) {
      rows.add(Map.of("id", key, "number", key * 2));
    }

    assertThat(connection.execute(insert(table).returning(id), rows).scalars().all())
        .containsExactly(5, 3, 9, 1);
  }

  /** Keys that descend, or begin anew, do not say which row is whose. */
  @Test
  @Requires({Capability.INSERT_RETURNING, Capability.IDENTITY_COLUMNS})
  void returning_ofKeysThatDoNotAscend_givesRowsInTheOrderOfTheParameters() {
    SequenceOptions down = SequenceOptions.NONE.increment(-1).start(-1);
    SequenceOptions round = SequenceOptions.NONE.start(7).minimum(1).maximum(9).cycling();
    for (SequenceOptions counting : List.of(down, round)) {
      MetaData made = new MetaData();
      Column<Integer> key =
          column("id", INTEGER).primaryKey().serverDefault(Identity.byDefault().with(counting));
      Column<Integer> sent = column("sent", INTEGER);
      Table counted = Table.of("counted", made, key, sent);
      made.createAll(connection);
      List<Map<String, Integer>> rows =
          List.of(Map.of("sent", 40), Map.of("sent", 10), Map.of("sent", 30), Map.of("sent", 20));

      List<Row> returned =
          connection.execute(insert(counted).returning(sent, key), rows).all();

      assertThat(returned).extracting(row -> row.get(sent)).containsExactly(40, 10, 30, 20);
      var plan = connection
          .engine()
          .insertPlan(
              insert(counted).columns("sent").statementNode(), List.of(key), CompileOptions.NONE);
      List<Object[]> keys = connection
          .runner()
          .insert(plan, List.of(new Object[] {5}, new Object[] {4}, new Object[] {6}));
      for (int i = 0; i < 3; i++) {
        assertThat(connection.scalar(select(sent).where(key.eq((Integer) keys.get(i)[0]))))
            .isEqualTo(List.of(5, 4, 6).get(i));
      }
      made.dropAll(connection);
    }
  }

  @Test
  @Parity("ORM-ENG-14")
  void insertedKeys_ofOneRow_holdTheGeneratedKey() {
    Result<Row> first = connection.execute(insert(table).values(row("number", 1)));
    Result<Row> second = connection.execute(insert(table).values(row("number", 2)));

    assertThat(first.rowCount()).isEqualTo(1);
    assertThat(first.insertedKeys()).containsExactly(List.of(1));
    assertThat(second.insertedKeys()).containsExactly(List.of(2));
    assertThat(
            connection.execute(insert(table).values(row("id", 9, "number", 1))).insertedKeys())
        .containsExactly(List.of(9));
  }

  @Test
  @Parity("ORM-ENG-12")
  void batch_withoutReturning_countsItsRows() {
    Result<Row> result = connection.execute(insert(table), numbers(300));

    assertThat(result.rowCount()).isEqualTo(300);
    assertThat(connection.scalar(select(func.count()).from(table))).isEqualTo(300L);
  }

  @Test
  @Parity("ORM-ENG-12")
  void batch_ofNothing_orOfOtherNames_isRefused() {
    assertThatThrownBy(() -> connection.execute(insert(table), List.of()))
        .isInstanceOf(ArgumentException.class)
        .hasMessageEndingWith("[ENG-117]");
    assertThatThrownBy(() ->
            connection.execute(insert(table), List.of(Map.of("number", 1), Map.of("state", "old"))))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("must be [number], and [state] were given");
    assertThatThrownBy(() -> connection.execute(insert(table), Map.of("colour", "red")))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Table 'things' has no column 'colour'");
  }

  @Test
  @Parity("ORM-DDL-12")
  void clientDefaults_applyOncePerRowWhereTheColumnIsAbsent() {
    AtomicInteger calls = new AtomicInteger();
    Column<Integer> key = column("id", INTEGER).primaryKey().autoincrement(Autoincrement.NEVER);
    Column<Integer> serial = column("serial", INTEGER).defaultFrom(calls::incrementAndGet);
    Column<Integer> fixed = column("fixed", INTEGER).defaultTo(7);
    Column<Integer> changes = column("changes", INTEGER).onUpdateFrom(() -> 42);
    Table counted = Table.of("counted", metadata, key, serial, fixed, changes);
    counted.create(connection);

    connection.execute(insert(counted).values(row("id", 1)));
    connection.execute(insert(counted), List.of(Map.of("id", 2), Map.of("id", 3)));
    connection.execute(insert(counted).values(row("id", 4, "serial", null, "fixed", null)));
    connection.execute(insert(counted).values(row("id", 5), row("id", 6)));
    connection.execute(update(counted).set(fixed, 8).where(key.eq(1)));

    assertThat(connection.execute(select(counted).orderBy(key.asc())).all())
        .extracting(Row::asList)
        .containsExactly(
            java.util.Arrays.asList(1, 1, 8, 42),
            java.util.Arrays.asList(2, 2, 7, null),
            java.util.Arrays.asList(3, 3, 7, null),
            java.util.Arrays.asList(4, null, null, null),
            java.util.Arrays.asList(5, 4, 7, null),
            java.util.Arrays.asList(6, 5, 7, null));
  }

  @Test
  void executeMany_ofAnUpdate_countsTheRowsTouched() {
    connection.execute(insert(table), numbers(3));
    var one = update(table)
        .set(state, "old")
        .where(id.eq(io.aludel.sql.Sql.parameter("wanted", INTEGER)));

    int touched = connection
        .execute(one, List.of(Map.of("wanted", 1), Map.of("wanted", 3), Map.of("wanted", 9)))
        .rowCount();

    assertThat(touched).isIn(2, -1);
    assertThat(connection
            .scalars(select(id).where(state.eq("old")).orderBy(id.asc()))
            .all())
        .containsExactly(1, 3);
  }

  /** What inserts.md relies on: keys are generated in the order of VALUES, and ascend. */
  @Test
  @Requires({Capability.ORDERED_INSERT_RETURNING, Capability.MULTI_ROW_INSERT})
  void keysOfOneStatement_ascendInTheOrderOfItsValues() {
    StringBuilder values = new StringBuilder();
    List<Integer> sent = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      sent.add(random.nextInt(1_000));
      values.append(i == 0 ? "" : ", ").append('(').append(sent.get(i)).append(')');
    }
    for (int round = 0; round < 4; round++) {
      connection.driverSql("INSERT INTO things (number) VALUES " + values);
      connection.driverSql("DELETE FROM things WHERE id % 3 = " + round % 3);
      connection.driverSql("DELETE FROM things");
      connection.driverSql("INSERT INTO things (number) VALUES " + values);
      assertThat(connection.scalars(select(number).orderBy(id.asc())).all()).isEqualTo(sent);
      connection.driverSql("DELETE FROM things WHERE number < 500");
    }
  }

  @Test
  @Parity("ORM-ENG-11")
  void insertPageSize_boundsTheRowsOfAStatement(StatementRecorder recorder) {
    recorder.clear();
    ExecutionOptions pages = ExecutionOptions.NONE.insertPageSize(4);
    connection.execute(insert(table), numbers(9), pages);

    assertThat(recorder.statements()).hasSize(3);
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENG-11")
  void insert_ofManyRowsWithNothingBack_goesInFewPieces(StatementRecorder recorder) {
    List<Map<String, Integer>> rows = numbers(1_301);
    recorder.clear();
    connection.execute(insert(table), rows);
    Dialect dialect = connection.engine().dialect();
    InsertNode one = (InsertNode) insert(table).values(row("number", 1)).statementNode();
    int pieces;
    if (dialect.leavingRows(one, CompileOptions.NONE) != null) {
      pieces = 6; // 128 rows, a question, 9 times 128 together, 16, 4 and 1
    } else if (dialect.batchedInsertRows() <= rows.size() || dialect.inColumns(one) != null) {
      pieces = 2; // batches, or a list for each column, of 1,000 and 301
    } else {
      pieces = 4; // 10 times 128 together, 16, 4 and 1
    }
    assertThat(recorder.statements()).hasSize(pieces);
    recorder.clear();

    assertThat(connection.scalars(select(number).orderBy(id.asc())).all())
        .isEqualTo(rows.stream().map(row -> row.get("number")).toList());
    recorder.clear();
  }

  @Test
  void insert_ofManyRowsOfWhichOneIsRefused_storesNone(StatementRecorder recorder) {
    connection.commit();
    List<Map<String, Integer>> rows = new ArrayList<>();
    for (int key = 1; key <= 1_301; key++) {
      rows.add(Map.of("id", key == 1_200 ? 7 : key, "number", key));
    }

    assertThatThrownBy(() -> connection.execute(insert(table), rows))
        .isInstanceOf(IntegrityException.class);
    connection.rollback();

    assertThat(connection.scalars(select(id)).all()).isEmpty();
    recorder.clear();
  }
}
