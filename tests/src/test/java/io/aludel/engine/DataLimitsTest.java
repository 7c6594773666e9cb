package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;

class DataLimitsTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> name = column("name", STRING(5));
  private final Table table = Table.of("things", metadata, id, name);

  /** SQLite does not limit the length of text: it keeps the whole, and never cuts it. */
  @ForEachDatabase
  @Parity({"ORM-ERR-13", "ORM-ERR-14"})
  void value_tooLong_isADataFailureOrKeptWhole(Engine engine) {
    metadata.createAll(engine);

    try {
      add(engine, "abcdefghi");
      try (Connection connection = engine.connect()) {
        assertThat(connection.scalar(select(name))).isEqualTo("abcdefghi");
      }
    } catch (DataException e) {
      assertThat(e)
          .hasMessageContaining("INSERT INTO things (name)")
          .hasMessageContaining("Parameters: ['abcdefghi']")
          .hasMessageEndingWith("[DB-102]");
    }
  }

  @ForEachDatabase
  void engine_afterAValueTooLong_worksOn(Engine engine) {
    metadata.createAll(engine);
    try {
      add(engine, "abcdefghi");
    } catch (DataException refused) {
      assertThat(refused.connectionInvalidated()).isFalse();
    }

    add(engine, "abc");
    try (Connection connection = engine.connect()) {
      assertThat(connection.scalars(select(name)).all()).contains("abc");
    }
    assertThat(engine.statistics().openConnections()).isZero();
  }

  private void add(Engine engine, String text) {
    engine.inTransaction(c -> c.execute(insert(table).values(row("name", text))));
  }
}
