package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.select;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.StatementRecorder;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many rows by the option for bulk loads: COPY on PostgreSQL, and the same answer everywhere. */
@ForEachDatabase
@Parity("ORM-ENG-11")
class BulkLoadTest {
  private static final ExecutionOptions BULK = ExecutionOptions.NONE.bulkLoad(true);

  private final MetaData metadata = new MetaData();
  private final Column<Integer> id =
      column("id", SqlTypes.INTEGER).primaryKey().autoincrement(Autoincrement.NEVER);
  private final Column<String> name = column("name", SqlTypes.STRING(200));
  private final Table table = Table.of(
      "things",
      metadata,
      id,
      name,
      column("big", SqlTypes.BIGINT),
      column("amount", SqlTypes.NUMERIC(20, 4)),
      column("ratio", SqlTypes.DOUBLE),
      column("yes", SqlTypes.BOOLEAN),
      column("day", SqlTypes.DATE),
      column("clock", SqlTypes.TIME),
      column("moment", SqlTypes.TIMESTAMP),
      column("instant", SqlTypes.INSTANT),
      column("mark", SqlTypes.UUID),
      column("bytes", SqlTypes.BINARY));
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

  private static Map<String, Object> row(int key) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", key);
    row.put("name", key % 3 == 0 ? null : "tab\t line\n feed\r back\\slash \\N é € 😀 '" + key);
    row.put("big", Long.MIN_VALUE + key);
    row.put("amount", new BigDecimal("-12345678.5678").add(BigDecimal.valueOf(key)));
    row.put("ratio", key / 7.0);
    row.put("yes", key % 2 == 0);
    row.put("day", LocalDate.of(2024, 2, 29).minusYears(key));
    row.put("clock", LocalTime.of(23, 59, 58));
    row.put("moment", LocalDateTime.of(1999, 12, 31, 23, 59, 59).plusDays(key));
    row.put("instant", Instant.ofEpochSecond(1_700_000_000L + key));
    row.put("mark", new UUID(key, ~key));
    row.put("bytes", new byte[] {0, (byte) key, -1, 92});
    return row;
  }

  private static List<Map<String, Object>> rows(int count) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(row(i));
    }
    return rows;
  }

  private List<List<Object>> stored() {
    List<List<Object>> stored = new ArrayList<>();
    for (Row row : connection.execute(select(table).orderBy(id.asc()))) {
      List<Object> values = new ArrayList<>(row.asList());
      values.replaceAll(value -> value instanceof byte[] bytes ? bytesOf(bytes) : value);
      stored.add(values);
    }
    return stored;
  }

  private static List<Byte> bytesOf(byte[] bytes) {
    List<Byte> list = new ArrayList<>();
    for (byte each : bytes) {
      list.add(each);
    }
    return list;
  }

  @Test
  void load_ofEveryPlainType_storesWhatAnInsertStores() {
    connection.execute(insert(table), rows(50));
    List<List<Object>> inserted = stored();
    connection.rollback();
    metadata.createAll(connection);

    int count = connection.execute(insert(table), rows(50), BULK).rowCount();

    assertThat(count).isEqualTo(50);
    assertThat(stored()).isEqualTo(inserted);
  }

  @Test
  @Requires(Capability.BULK_LOAD)
  void load_whereThereIsAProtocol_isOneStatement(StatementRecorder recorder) {
    recorder.clear();
    connection.execute(insert(table), List.of(Map.of("id", 1), Map.of("id", 2)), BULK);

    recorder.assertStatements(sql("COPY things (id) FROM STDIN").batch(List.of(1), List.of(2)));
  }

  @Test
  @Requires(Capability.BULK_LOAD)
  void load_ofWhatTheDatabaseCannotHold_failsAndLeavesAConnectionThatWorks() {
    connection.commit();
    for (String impossible : List.of("a\0b", "a\ud800b")) {
      assertThatThrownBy(() ->
              connection.execute(insert(table), List.of(Map.of("id", 1, "name", impossible)), BULK))
          .isInstanceOf(StatementException.class);
      connection.rollback();
    }
    assertThat(connection.scalar(select(func.count()).from(table))).isEqualTo(0L);
  }

  @Test
  void load_againstAConstraint_failsAsAnInsertDoes() {
    connection.commit();
    assertThatThrownBy(() ->
            connection.execute(insert(table), List.of(Map.of("id", 1), Map.of("id", 1)), BULK))
        .isInstanceOf(IntegrityException.class);
    connection.rollback();

    assertThat(connection.scalar(select(func.count()).from(table))).isEqualTo(0L);
  }
}
