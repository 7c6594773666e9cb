package io.aludel.dialect.sqlite;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Dates and times as others keep them in SQLite; they work wherever text and numbers do. */
@ForEachDatabase
class SqliteTypesTest {
  private <T, S> void comesBack(
      Engine engine, SqlType<T> type, T value, SqlType<S> kept, S stored) {
    Column<T> val = column("val", type);
    MetaData metadata = new MetaData();
    Table table = Table.of("moments", metadata, val);
    metadata.createAll(engine);
    engine.inTransaction(connection -> {
      connection.execute(insert(table).values(row("val", value)));
      assertThat(connection.scalar(select(val))).isEqualTo(value);
      assertThat(connection.scalar(select(val.readAs(kept)))).isEqualTo(stored);
    });
    metadata.dropAll(engine);
  }

  @Test
  void formats_ofText_areKept(Engine engine) {
    comesBack(
        engine,
        SqliteTypes.DATETIME("yyyyMMddHHmmss"),
        LocalDateTime.of(2024, 2, 29, 1, 2, 3),
        SqlTypes.TEXT,
        "20240229010203");
    comesBack(
        engine,
        SqliteTypes.DATE("dd.MM.yyyy"),
        LocalDate.of(2024, 2, 29),
        SqlTypes.TEXT,
        "29.02.2024");
    comesBack(engine, SqliteTypes.TIME("HH-mm"), LocalTime.of(1, 2), SqlTypes.TEXT, "01-02");
  }

  @Test
  void numbers_sinceTheEpoch_areKept(Engine engine) {
    Instant moment = Instant.parse("2024-02-29T01:02:03Z");
    comesBack(engine, SqliteTypes.EPOCH_SECONDS, moment, SqlTypes.BIGINT, moment.getEpochSecond());
    comesBack(engine, SqliteTypes.EPOCH_MILLIS, moment, SqlTypes.BIGINT, moment.toEpochMilli());
  }

  @Test
  void pattern_wrong_isRefused() {
    assertThatThrownBy(() -> SqliteTypes.DATE("{"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("DateTimeFormatter");
  }
}
