package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.types.SqlTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many rows in one call beside a batch written by hand on the same connection, in turns; the best of each
 * counts. How they compare is left in {@code target/insert-speed-DIALECT.txt}. Ordinarily a tenth of
 * what {@code docs/performance.md} tells of, which is had with {@code -Daludel.rows=100000}.
 */
class InsertSpeedTest {
  private static final int ROWS = Integer.getInteger("aludel.rows", 10_000);
  private static final int ROUNDS = 5;
  private static final int BATCH = 1_000;

  private final Table table = Table.of(
      "speed",
      new MetaData(),
      column("id", SqlTypes.BIGINT).primaryKey(),
      column("name", SqlTypes.STRING(50)),
      column("age", SqlTypes.INTEGER),
      column("score", SqlTypes.DOUBLE),
      column("note", SqlTypes.STRING(50)));

  @ForEachDatabase
  void manyRows_inOneCall_areNoSlowerThanABatchByHand(Engine engine)
      throws SQLException, IOException {
    long byHand = Long.MAX_VALUE;
    long ours = Long.MAX_VALUE;
    try (Connection connection = engine.connect()) {
      table.create(connection);
      connection.commit();
      for (int i = 0; i < ROUNDS; i++) {
        byHand = Math.min(byHand, timed(connection, () -> byHand(connection)));
        ours = Math.min(ours, timed(connection, () -> ours(connection)));
      }
      table.drop(connection);
      connection.commit();
    }
    double ratio = (double) ours / byHand;
    Files.writeString(
        Path.of("target", "insert-speed-" + engine.dialect().name() + ".txt"),
        String.format(Locale.ROOT, "%d rows: %.2f of by hand%n", ROWS, ratio));
    assertThat(ratio).as("the time of one call by that of a batch by hand").isLessThan(1.5);
  }

  /** What is timed. */
  private interface Work {
    void run() throws SQLException;
  }

  private long timed(Connection connection, Work work) throws SQLException {
    long start = System.nanoTime();
    work.run();
    connection.commit();
    long time = System.nanoTime() - start;
    assertThat(connection.execute(delete(table)).rowCount()).isEqualTo(ROWS);
    connection.commit();
    return time;
  }

  private void byHand(Connection connection) throws SQLException {
    connection.begin();
    try (PreparedStatement statement = connection
        .jdbc()
        .prepareStatement("INSERT INTO speed (name, age, score, note) VALUES (?, ?, ?, ?)")) {
      for (int i = 1; i <= ROWS; i++) {
        statement.setString(1, "name " + i);
        statement.setInt(2, i);
        statement.setDouble(3, i / 4.0);
        statement.setString(4, "a note on " + i);
        statement.addBatch();
        if (i % BATCH == 0 || i == ROWS) {
          statement.executeBatch();
        }
      }
    }
  }

  private void ours(Connection connection) {
    List<Map<String, Object>> rows = new ArrayList<>(ROWS);
    for (int i = 1; i <= ROWS; i++) {
      rows.add(Map.of("name", "name " + i, "age", i, "score", i / 4.0, "note", "a note on " + i));
    }
    connection.execute(insert(table), rows);
  }
}
