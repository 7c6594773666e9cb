package io.aludel.bench;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.types.SqlTypes.DOUBLE;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Inserts 100,000 rows of four values with generated keys into an empty table, in one transaction: in
 * batches of 1,000 by hand, by one call of Aludel, and by the same call with the option for bulk loads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InsertBenchmark {
  private static final int ROWS = 100_000;
  private static final int BATCH = 1_000;

  /** The database to write to. */
  @Param
  Database database = Database.H2;

  private final MetaData metadata = new MetaData();
  private final Table writers = Table.of(
      "writers",
      metadata,
      column("id", INTEGER).primaryKey(),
      column("name", STRING(60)).notNull(),
      column("email", STRING(80)),
      column("born", INTEGER),
      column("rating", DOUBLE));
  private final List<PlainAuthor> authors = new ArrayList<>();
  private @Nullable Place place;
  private @Nullable Engine engine;
  private java.sql.@Nullable Connection jdbc;

  /** Creates the table. */
  @Setup(Level.Trial)
  public void open() throws SQLException {
    place = Place.open(database);
    engine = place.engine();
    jdbc = place.jdbc();
    metadata.createAll(engine);
    for (int i = 0; i < ROWS; i++) {
      String email = i % 3 == 0 ? null : "author" + i + "@example.org";
      authors.add(new PlainAuthor(i, "Author " + i, email, 1900 + i % 100, i % 50 / 4.0));
    }
  }

  /** Empties the table. */
  @Setup(Level.Invocation)
  public void clear() throws SQLException {
    connection().setAutoCommit(true);
    try (Statement statement = connection().createStatement()) {
      statement.execute("DELETE FROM writers");
      if (database == Database.POSTGRESQL) {
        statement.execute("VACUUM writers");
      }
    }
  }

  /** Closes the database. */
  @TearDown(Level.Trial)
  public void close() throws SQLException {
    connection().close();
    engine().close();
    if (place != null) {
      place.close();
    }
  }

  /** JDBC, written by hand: one prepared statement, batches. */
  @Benchmark
  public int jdbc() throws SQLException {
    java.sql.Connection connection = connection();
    connection.setAutoCommit(false);
    int count = 0;
    try (PreparedStatement statement = connection.prepareStatement(
        "INSERT INTO writers (name, email, born, rating) VALUES (?, ?, ?, ?)")) {
      for (PlainAuthor author : authors) {
        statement.setString(1, author.name());
        statement.setString(2, author.email());
        statement.setInt(3, author.born());
        statement.setDouble(4, author.rating());
        statement.addBatch();
        if (++count % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
    connection.commit();
    return count;
  }

  /** One call with a map for each row. */
  @Benchmark
  public int aludel() {
    return insertAll(ExecutionOptions.NONE);
  }

  /** The same with the option for bulk loads. */
  @Benchmark
  public int aludelBulk() {
    return insertAll(ExecutionOptions.NONE.bulkLoad(true));
  }

  private int insertAll(ExecutionOptions options) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(ROWS);
    for (PlainAuthor author : authors) {
      Map<String, @Nullable Object> row = new HashMap<>(8);
      row.put("name", author.name());
      row.put("email", author.email());
      row.put("born", author.born());
      row.put("rating", author.rating());
      rows.add(row);
    }
    try (Connection connection = engine().connect()) {
      int count = connection.execute(insert(writers), rows, options).rowCount();
      connection.commit();
      return count;
    }
  }

  private Engine engine() {
    return opened(engine);
  }

  private java.sql.Connection connection() {
    return opened(jdbc);
  }

  private static <T> T opened(@Nullable T present) {
    if (present == null) {
      throw new IllegalStateException("the trial has not begun");
    }
    return present;
  }
}
