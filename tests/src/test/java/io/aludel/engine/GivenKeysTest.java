package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.BIGINT;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static io.aludel.types.SqlTypes.UUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.StatementRecorder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows whose keys the application gives, of which something comes back. */
@ForEachDatabase
@Requires(Capability.INSERT_RETURNING)
@Parity("ORM-SQL-27")
class GivenKeysTest {
  private final MetaData metadata = new MetaData();
  private Connection connection;
  private StatementRecorder recorder;

  @BeforeEach
  void open(Engine engine, StatementRecorder statements) {
    connection = engine.connect();
    recorder = statements;
  }

  @AfterEach
  void close() {
    recorder.clear();
    connection.close();
  }

  private List<String> sent(Runnable work) {
    recorder.clear();
    work.run();
    List<String> sql =
        recorder.statements().stream().map(ExecutedStatement::sql).toList();
    recorder.clear();
    return sql;
  }

  private static Column<String> state() {
    return column("state", STRING(10)).notNull().serverDefault("'new'");
  }

  private void create(Table table) {
    table.create(connection);
    connection.commit();
  }

  @Test
  void uuids_comeBackInTheOrderSent_inFewStatements() {
    Column<UUID> id = column("id", UUID).primaryKey();
    Column<Integer> number = column("number", INTEGER);
    Column<String> state = state();
    Table table = Table.of("things", metadata, id, number, state);
    create(table);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 237; i++) {
      rows.add(Map.of("id", new UUID(i * 7_919L << 40, -i), "number", i));
    }

    List<Row> returned = new ArrayList<>();
    List<String> sql = sent(() -> returned.addAll(
        connection.execute(insert(table).returning(number, state), rows).all()));

    assertThat(sql).hasSize(6); // of 128, 64, 32, 8, 4 and 1 rows
    assertThat(returned).hasSize(237);
    for (int i = 0; i < returned.size(); i++) {
      assertThat(returned.get(i).asList()).containsExactly(i, "new");
    }
  }

  @Test
  void severalColumns_tellRowsApartTogether() {
    Column<Integer> left = column("l", INTEGER).primaryKey().autoincrement(Autoincrement.NEVER);
    Column<Long> right = column("r", BIGINT).primaryKey();
    Column<String> state = state();
    Table table = Table.of("links", metadata, left, right, state);
    create(table);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      rows.add(Map.of("r", i % 8L, "l", 8 - i / 8));
    }

    List<Row> returned = new ArrayList<>();
    List<String> sql = sent(() -> returned.addAll(
        connection.execute(insert(table).returning(state, right, left), rows).all()));

    assertThat(sql).hasSize(1);
    for (int i = 0; i < returned.size(); i++) {
      assertThat(returned.get(i).asList()).containsExactly("new", (long) (i % 8), 8 - i / 8);
    }
  }

  /** Databases pad text, and compare it by collations. */
  @Test
  void text_isTrustedOneByOne() {
    Column<String> id = column("id", STRING(10)).primaryKey();
    Column<String> state = state();
    Table table = Table.of("words", metadata, id, state);
    create(table);

    List<String> sql = sent(() -> connection
        .execute(insert(table).returning(state), List.of(Map.of("id", "b"), Map.of("id", "a")))
        .all());

    assertThat(sql).hasSize(2);
  }

  @Test
  void keyThatIsNull_isMadeByTheDatabaseOrRefused_asWhenRowsGoOneByOne() {
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Column<Integer> number = column("number", INTEGER);
    Table table = Table.of("things", metadata, id, number);
    create(table);
    List<Map<String, Integer>> rows = new ArrayList<>();
    for (Integer key : Arrays.asList(30, null, 20)) {
      Map<String, Integer> row = new HashMap<>();
      row.put("id", key);
      row.put("number", key == null ? 0 : key + 1);
      rows.add(row);
    }

    List<Integer> returned = new ArrayList<>();
    try {
      returned.addAll(connection
          .execute(insert(table).returning(number), rows)
          .scalars(number)
          .all());
    } catch (IntegrityException refused) {
      connection.rollback();
      return;
    }
    assertThat(returned).containsExactly(31, 0, 21);
  }

  /** A table may lack the key that is declared, or be a view. */
  @Test
  void equalKeys_whereTheDatabaseTakesThem_areSentOneByOne() {
    Column<Integer> id = column("id", INTEGER).primaryKey().autoincrement(Autoincrement.NEVER);
    Column<Integer> number = column("number", INTEGER);
    Table table = Table.of("loose", metadata, id, number);
    connection.driverSql("CREATE TABLE loose (id INTEGER NOT NULL, number INTEGER)");
    connection.commit();

    assertThat(connection
            .execute(
                insert(table).returning(number),
                List.of(
                    Map.of("id", 1, "number", 10),
                    Map.of("id", 2, "number", 20),
                    Map.of("id", 1, "number", 30)))
            .scalars(number)
            .all())
        .containsExactly(10, 20, 30);
    connection.driverSql("DROP TABLE loose");
    connection.commit();
  }

  @Test
  void keyThatIsThereAlready_isRefusedAndLeavesNothing() {
    Column<UUID> id = column("id", UUID).primaryKey();
    Column<String> state = state();
    Table table = Table.of("things", metadata, id, state);
    create(table);
    List<Map<String, UUID>> rows = new ArrayList<>(
        IntStream.range(0, 10).mapToObj(i -> Map.of("id", new UUID(1, i))).toList());
    rows.add(rows.get(3));
    Collections.shuffle(rows, new java.util.Random(3));

    assertThatThrownBy(() -> connection.execute(insert(table).returning(state), rows))
        .isInstanceOf(IntegrityException.class);
    connection.rollback();

    assertThat(connection.scalar(select(func.count()).from(table))).isZero();
  }

  @Test
  @Requires(Capability.RANGES)
  void keyThatATriggerChanges_isAnError() {
    Column<Integer> id = column("id", INTEGER).primaryKey().autoincrement(Autoincrement.NEVER);
    Column<String> state = state();
    Table table = Table.of("things", metadata, id, state);
    create(table);
    connection.driverSql("CREATE FUNCTION other_key() RETURNS trigger LANGUAGE plpgsql AS"
        + " 'BEGIN NEW.id := NEW.id + 100; RETURN NEW; END'");
    connection.driverSql("CREATE TRIGGER other_key BEFORE INSERT ON things"
        + " FOR EACH ROW EXECUTE FUNCTION other_key()");
    connection.commit();

    assertThatThrownBy(() -> connection.execute(
            insert(table).returning(state), List.of(Map.of("id", 1), Map.of("id", 2))))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("An INSERT of 2 rows gave other keys back")
        .hasMessageContaining("[ENG-119]");
    connection.rollback();
  }
}
