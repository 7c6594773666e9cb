package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;

class DataLimitsTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> name = column("name", STRING(5));
  private final Table table = Table.of("things", metadata, id, name);

  @ForEachDatabase
  @Requires(Capability.TEXT_LENGTH_LIMITS)
  @Parity({"ORM-ERR-13", "ORM-ERR-14"})
  void value_tooLong_isADataFailure(Engine engine) {
    metadata.createAll(engine);
    assertThatThrownBy(() -> add(engine, "abcdefghi"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("INSERT INTO things (name)")
        .hasMessageContaining("Parameters: ['abcdefghi']")
        .hasMessageEndingWith("[DB-102]");
  }

  @ForEachDatabase
  @Requires(Capability.TEXT_LENGTH_LIMITS)
  void engine_afterAValueTooLong_worksOn(Engine engine) {
    metadata.createAll(engine);
    assertThatThrownBy(() -> add(engine, "abcdefghi"))
        .isInstanceOfSatisfying(
            DataException.class,
            refused -> assertThat(refused.connectionInvalidated()).isFalse());

    add(engine, "abc");
    try (Connection connection = engine.connect()) {
      assertThat(connection.scalars(select(name)).all()).containsExactly("abc");
    }
    assertThat(engine.statistics().openConnections()).isZero();
  }

  /** Where the length of text has no limit, the whole is kept, and never cut. */
  @ForEachDatabase
  void value_tooLong_isKeptWholeElsewhere(TestDatabase database) {
    metadata.createAll(database.engine());
    if (!database.has(Capability.TEXT_LENGTH_LIMITS)) {
      add(database.engine(), "abcdefghi");
      try (Connection connection = database.engine().connect()) {
        assertThat(connection.scalar(select(name))).isEqualTo("abcdefghi");
      }
    }
  }

  private void add(Engine engine, String text) {
    engine.inTransaction(c -> c.execute(insert(table).values(row("name", text))));
  }
}
