package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Kept statements, lost connections, data sources, and pools that come and go. */
class ConnectionLifeTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Table table = Table.of("things", metadata, id);

  @ForEachDatabase
  @SeveralConnections
  void statements_ofOneShape_arePreparedOnceOverCheckouts(Engine engine) {
    metadata.createAll(engine);
    for (int i = 0; i < 3; i++) {
      lookUp(engine, i);
    }
    long prepared = engine.statistics().prepared();

    for (int i = 0; i < 20; i++) {
      lookUp(engine, i);
    }

    assertThat(engine.statistics().prepared()).isEqualTo(prepared);
  }

  private void lookUp(Engine engine, int key) {
    try (Connection connection = engine.connect()) {
      assertThat(connection.scalar(select(id).where(id.eq(key)))).isNull();
    }
  }

  @Test
  void statements_beyondTheBound_areClosedEldestFirst() {
    try (Engine engine = Engine.builder("jdbc:h2:mem:").keptStatements(2).create();
        Connection connection = engine.connect()) {
      for (String sql : List.of("select 1", "select 2", "select 1", "select 3", "select 1")) {
        connection.execute(text(sql)).all();
      }
      assertThat(engine.statistics().prepared()).isEqualTo(3);
      connection.execute(text("select 2")).all();
      assertThat(engine.statistics().prepared()).isEqualTo(4);
    }
  }

  @ForEachDatabase
  void statement_whoseResultIsOpen_isNotUsedTwice(Engine engine) {
    try (Connection connection = engine.connect()) {
      Result<?> first = connection.execute(text("select 1"));
      Result<?> second = connection.execute(text("select 1"));

      assertThat(first.scalar()).isEqualTo(second.scalar());
    }
    assertThat(engine.statistics().openResults()).isZero();
  }

  @ForEachDatabase
  @SeveralConnections
  @Parity({"ORM-ENG-22", "ORM-ERR-07"})
  void connection_invalidated_refusesUntilRolledBackThenReconnects(Engine engine) {
    metadata.createAll(engine);
    try (Connection connection = engine.connect()) {
      connection.execute(insert(table).values(row("id", 1)));
      java.sql.Connection lost = connection.jdbc();
      connection.invalidate();

      assertThat(connection.isInvalidated()).isTrue();
      assertThatThrownBy(() -> connection.execute(select(id)))
          .isInstanceOf(PendingRollbackException.class)
          .hasMessageEndingWith("[ENG-110]");
      connection.rollback();
      assertThat(connection.scalar(select(func.count()).from(table))).isEqualTo(0L);
      assertThat(connection.jdbc()).isNotSameAs(lost);
    }
    assertThat(engine.statistics().openConnections()).isZero();
    assertThat(engine.statistics().openTransactions()).isZero();
  }

  @ForEachDatabase
  @SeveralConnections
  @Parity("ORM-ENG-22")
  void connection_closedBehindOurBack_isNoticedAndReplaced(Engine engine)
      throws java.sql.SQLException {
    metadata.createAll(engine);
    try (Connection connection = engine.connect()) {
      connection.jdbc().close();
      assertThatThrownBy(() -> connection.execute(select(id)))
          .isInstanceOf(DatabaseException.class)
          .satisfies(
              e -> assertThat(((DatabaseException) e).connectionInvalidated()).isTrue());
      connection.rollback();
      assertThat(connection.scalars(select(id)).all()).isEmpty();
    }
  }

  @Test
  @Parity("ORM-ENG-23")
  void dispose_thenUse_opensANewPool() {
    try (Engine engine = Engine.create("jdbc:h2:mem:phoenix")) {
      metadata.createAll(engine);
      engine.dispose();
      assertThat(engine.poolStatus()).isEqualTo(io.aludel.engine.pool.PoolStatus.EMPTY);

      metadata.createAll(engine);
      try (Connection connection = engine.connect()) {
        assertThat(connection.scalars(select(id)).all()).isEmpty();
      }
    }
  }

  @Test
  void namedMemoryOfH2_livesAsLongAsTheEngine() {
    try (Engine engine = Engine.create("jdbc:h2:mem:lasting")) {
      metadata.createAll(engine);
      try (Connection first = engine.connect();
          Connection second = engine.connect()) {
        first.execute(insert(table).values(row("id", 1)));
        first.commit();
        assertThat(second.scalars(select(id)).all()).containsExactly(1);
      }
    }
    try (Engine engine = Engine.create("jdbc:h2:mem:lasting");
        Connection connection = engine.connect()) {
      assertThatThrownBy(() -> connection.execute(select(id)))
          .isInstanceOf(ProgrammingException.class);
    }
  }

  @Test
  @Parity("ORM-ENG-06")
  void engine_overADataSource_learnsItsDialectAndGivesConnectionsBackAsTheyWere()
      throws java.sql.SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:owned;DB_CLOSE_DELAY=-1");
    List<java.sql.Connection> given = new ArrayList<>();
    try (Engine engine = Engine.of(source)) {
      assertThat(engine.dialect().name()).isEqualTo("h2");
      engine.events().pool().onCheckin(given::add);
      metadata.createAll(engine);
      engine.inTransaction(connection -> connection.execute(insert(table).values(row("id", 1))));
      try (Connection connection = engine.connect()) {
        assertThat(connection.scalars(select(id)).all()).containsExactly(1);
      }
    }
    assertThat(given).isNotEmpty().allMatch(ConnectionLifeTest::isClosed);
    assertThatThrownBy(() -> Engine.builder(source).user("ann").create())
        .isInstanceOf(io.aludel.ArgumentException.class)
        .hasMessageContaining("they belong to the data source");
  }

  private static boolean isClosed(java.sql.Connection connection) {
    try {
      return connection.isClosed();
    } catch (java.sql.SQLException e) {
      return false;
    }
  }
}
