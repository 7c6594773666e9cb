package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import io.aludel.testing.spi.DatabaseAddress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Results larger than memory, and the portions they come in. */
class StreamingTest {
  private static final int SIDE = 2_237;
  private static final long ROWS = 1L * SIDE * SIDE;

  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> name = column("name", STRING(100));
  private final Table table = Table.of("side", metadata, id, name);

  private void fill(Engine engine, int count) {
    metadata.createAll(engine);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(Map.of("id", i + 1, "name", "a name of forty characters, or nearly: " + (1000 + i)));
    }
    engine.inTransaction(connection -> connection.execute(insert(table), rows));
  }

  /** A table of 2,237 rows, each beside each: five million rows, 200 megabytes of text. */
  @ForEachDatabase
  @SeveralConnections
  @Parity("ORM-ENG-15")
  void fiveMillionRows_readByAProcessOf48Megabytes_allArrive(TestDatabase database)
      throws Exception {
    fill(database.engine(), SIDE);
    DatabaseAddress address = database.address();
    boolean shared = !address.url().contains(":mem:");
    String sql = "SELECT a.id, b.name FROM side a CROSS JOIN side b";
    String url = address.url();
    if (!shared) {
      url = "jdbc:h2:mem:;LAZY_QUERY_EXECUTION=1";
      sql = "SELECT x, 'a name of forty characters, or nearly: ' || (1000 + MOD(x, " + SIDE
          + ")) FROM SYSTEM_RANGE(1, " + ROWS + ")";
    }

    assertThat(read(url, address, sql)).contains(ROWS + " rows of ");
  }

  private static String read(String url, DatabaseAddress address, String sql)
      throws IOException, InterruptedException {
    Process reader = new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-Xmx48m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            StreamReader.class.getName(),
            url,
            Objects.requireNonNullElse(address.user(), "-"),
            Objects.requireNonNullElse(address.password(), "-"),
            sql)
        .redirectErrorStream(true)
        .start();
    CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS).execute(reader::destroyForcibly);
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @ForEachDatabase
  @Requires(Capability.SERVER_CURSORS)
  @Parity({"ORM-ENG-15", "ORM-ENG-11"})
  void portions_beginSmallAndGrowToTheBuffer(Engine engine) throws Exception {
    fill(engine, 300);
    ExecutionOptions options = ExecutionOptions.NONE.streamResults(true).maxRowBuffer(200);
    try (Connection connection = engine.connect()) {
      RowCursor cursor = connection.runner().with(options).query(compiled(engine), new Object[0]);
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.jdbc().getFetchSize()).isEqualTo(50);
      for (int i = 0; i < 60; i++) {
        cursor.next();
      }
      assertThat(cursor.jdbc().getFetchSize()).isEqualTo(200);
      cursor.close();

      RowCursor whole = connection.runner().query(compiled(engine), new Object[0]);
      assertThat(whole.next()).isTrue();
      assertThat(whole.jdbc().getFetchSize()).isNotEqualTo(50);
      whole.close();
    }
  }

  private CompiledStatement compiled(Engine engine) {
    return engine
        .compile(select(id, name).orderBy(id.asc()).statementNode(), CompileOptions.NONE)
        .statement();
  }

  @Test
  @DatabaseTest
  @Parity({"ORM-ENG-15", "ORM-ENG-11"})
  void yieldPer_onStatementConnectionOrCall_makesPartitionsOfThatSize(Engine engine) {
    fill(engine, 25);
    var all = select(id).orderBy(id.asc());
    ExecutionOptions tens = ExecutionOptions.NONE.yieldPer(10);
    try (Connection connection = engine.connect()) {
      assertThat(sizes(connection.execute(all.options(tens)).partitions()))
          .containsExactly(10, 10, 5);
      assertThat(sizes(connection.execute(all, Map.of(), tens).partitions()))
          .containsExactly(10, 10, 5);
      assertThat(sizes(connection.execute(all).yieldPer(20).partitions())).containsExactly(20, 5);
      connection.options(tens);
      assertThat(sizes(connection.scalars(all).partitions())).containsExactly(10, 10, 5);
      assertThat(sizes(connection.execute(all).partitions(7))).containsExactly(7, 7, 7, 4);
    }
    try (Connection connection = engine.connect()) {
      assertThat(sizes(connection.execute(all).partitions())).containsExactly(25);
    }
    assertThatThrownBy(() -> tens.yieldPer(0)).isInstanceOf(ArgumentException.class);
  }

  private static List<Integer> sizes(Iterable<? extends List<?>> partitions) {
    List<Integer> sizes = new ArrayList<>();
    partitions.forEach(part -> sizes.add(part.size()));
    return sizes;
  }

  @ForEachDatabase
  @Parity("ORM-ENG-15")
  void stream_closedInTheMiddle_leavesAConnectionThatWorks(Engine engine) {
    fill(engine, 500);
    try (Connection connection = engine.connect()) {
      connection.options(ExecutionOptions.NONE.streamResults(true));
      try (Stream<Integer> rows = connection.scalars(select(id).orderBy(id.asc())).stream()) {
        assertThat(rows.limit(120).count()).isEqualTo(120);
      }
      assertThat(connection.execute(text("select count(*) from side")).scalar().toString())
          .isEqualTo("500");
    }
  }
}
