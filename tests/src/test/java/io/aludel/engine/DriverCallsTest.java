package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ListenerHandle;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Listeners that do what the engine would do with the driver. */
@Parity("ORM-EVT-44")
class DriverCallsTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> word = column("word", STRING(20));
  private final Table table = Table.of("calls", metadata, id, word);
  private final List<String> heard = new ArrayList<>();

  @ForEachDatabase
  void performer_thatExecutes_leavesRowsAndCounts(Engine engine) {
    metadata.createAll(engine);
    ListenerHandle handle = engine.events().performExecute((connection, statement, sent) -> {
      heard.add(sent.sql() + sent.parameters());
      if (statement instanceof PreparedStatement prepared) {
        prepared.execute();
      } else {
        statement.execute(sent.sql());
      }
      return true;
    });
    engine.events().performExecute((connection, statement, sent) -> {
      heard.add("never asked");
      return false;
    });

    try (Connection connection = engine.connect()) {
      connection.execute(insert(table).values(row("id", 1, "word", "a")));
      assertThat(
              connection.execute(update(table).set(word, "b").where(id.eq(1))).rowCount())
          .isEqualTo(1);
      assertThat(connection.scalar(select(word))).isEqualTo("b");
      assertThat(connection.execute(text("select word from calls")).scalar()).isEqualTo("b");
      assertThat(connection.driverSql("select word from calls").scalar()).isEqualTo("b");
      assertThat(connection.driverSql("update calls set word = 'c'").rowCount()).isEqualTo(1);
      List<List<Object>> rows = List.of(List.of("d"));
      assertThat(connection.driverSql("update calls set word = ?", rows).rowCount())
          .isEqualTo(1);
      assertThat(heard).hasSize(7).contains("UPDATE calls SET word = ? WHERE calls.id = ?[[b, 1]]");
      handle.remove();
      heard.clear();
      assertThat(connection.scalar(select(word))).isEqualTo("d");
      assertThat(heard).containsExactly("never asked");
    }
  }

  @ForEachDatabase
  void performer_thatFails_failsLikeTheDriver(Engine engine) {
    metadata.createAll(engine);
    engine.events().performExecute((connection, statement, sent) -> {
      throw new SQLException("no paper left", "23505");
    });

    try (Connection connection = engine.connect()) {
      assertThatThrownBy(() -> connection.execute(select(id)))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("no paper left")
          .hasMessageContaining("SELECT calls.id FROM calls");
    }
  }

  @ForEachDatabase
  void batchPerformer_mayExecuteBatches(Engine engine) {
    metadata.createAll(engine);
    engine.events().performBatch((connection, statement, sent) -> {
      heard.add(sent.parameters().size() + " rows");
      return sent.sql().startsWith("UPDATE") ? statement.executeBatch() : null;
    });

    try (Connection connection = engine.connect()) {
      connection.execute(insert(table).values(row("id", 1, "word", "a")));
      connection.execute(
          update(table)
              .set(word, io.aludel.sql.Sql.parameter("w", STRING))
              .where(id.eq(io.aludel.sql.Sql.parameter("i", INTEGER))),
          List.of(Map.of("w", "x", "i", 1), Map.of("w", "y", "i", 1)));
      assertThat(connection.scalar(select(word))).isEqualTo("y");
      List<List<Object>> rows = List.of(List.of("p"), List.of("q"));
      connection.driverSql("update calls set word = ?", rows);
      assertThat(connection.scalar(select(word))).isEqualTo("q");
    }
    assertThat(heard).containsExactly("2 rows", "2 rows");
  }

  @ForEachDatabase
  void binder_mayGiveValuesItself(Engine engine) {
    metadata.createAll(engine);
    engine.events().bindParameter((statement, index, type, value) -> {
      heard.add(index + ":" + value);
      if ("secret".equals(value)) {
        statement.setString(index, "******");
        return true;
      }
      return false;
    });

    try (Connection connection = engine.connect()) {
      connection.execute(insert(table).values(row("id", 1, "word", "secret")));
      assertThat(connection.scalar(select(word).where(id.eq(1)))).isEqualTo("******");
      assertThat(connection.scalar(select(word).where(word.in("secret", "x"))))
          .isEqualTo(engine.dialect().name().equals("postgresql") ? null : "******");
    }
    assertThat(heard).startsWith("1:1", "2:secret", "1:1");
  }

  @Test
  void open_byAListener_givesTheDriversConnection() {
    try (Engine engine = Engine.create("jdbc:h2:mem:never_opened")) {
      engine
          .events()
          .pool()
          .onOpen(properties -> DriverManager.getConnection("jdbc:h2:mem:opened_instead"));
      try (Connection connection = engine.connect()) {
        assertThat(connection.driverSql("select database()").scalar())
            .asString()
            .containsIgnoringCase("opened_instead");
      }
    }
  }
}
