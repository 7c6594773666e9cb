package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.TransactionStep.BEGIN;
import static io.aludel.testing.TransactionStep.COMMIT;
import static io.aludel.testing.TransactionStep.RELEASE_SAVEPOINT;
import static io.aludel.testing.TransactionStep.ROLLBACK;
import static io.aludel.testing.TransactionStep.ROLLBACK_TO_SAVEPOINT;
import static io.aludel.testing.TransactionStep.SAVEPOINT;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class TransactionExecutionTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Table table = Table.of("things", metadata, id);

  @BeforeEach
  void create(Engine engine, StatementRecorder recorder) {
    metadata.createAll(engine);
    recorder.clear();
  }

  private void add(Connection connection, int key) {
    connection.execute(insert(table).values(row("id", key)));
  }

  private long stored(Engine engine) {
    try (Connection connection = engine.connect()) {
      return stored(connection);
    }
  }

  private long stored(Connection connection) {
    Long count = connection.scalar(select(func.count()).from(table));
    return count == null ? -1 : count;
  }

  @Nested
  @Parity("ORM-ENG-07")
  class Outer {
    @Test
    void statement_first_beginsATransaction(Engine engine, StatementRecorder recorder) {
      try (Connection connection = engine.connect()) {
        assertThat(connection.transaction()).isNull();
        add(connection, 1);
        assertThat(connection.transaction()).isNotNull();
        connection.commit();
        assertThat(connection.transaction()).isNull();
      }
      recorder.assertSteps(BEGIN, count(1), COMMIT);
      assertThat(stored(engine)).isEqualTo(1);
    }

    @Test
    void close_withoutCommit_rollsBack(Engine engine, StatementRecorder recorder) {
      try (Connection connection = engine.connect()) {
        add(connection, 1);
      }
      recorder.assertSteps(BEGIN, count(1), ROLLBACK);
      assertThat(stored(engine)).isZero();
    }

    @Test
    void rollback_afterStatements_undoesThem(Engine engine) {
      try (Connection connection = engine.connect()) {
        add(connection, 1);
        connection.commit();
        add(connection, 2);
        connection.rollback();
        assertThat(stored(connection)).isEqualTo(1);
      }
    }

    @Test
    void begin_transactionInProgress_isRefused(Engine engine) {
      try (Connection connection = engine.connect()) {
        add(connection, 1);

        assertThatThrownBy(connection::begin)
            .isInstanceOf(TransactionStateException.class)
            .hasMessageContaining("in progress");
        connection.commit();
      }
      assertThat(stored(engine)).isEqualTo(1);
    }

    @Test
    void begin_explicit_endsWithItsTransaction(Engine engine) {
      try (Connection connection = engine.connect()) {
        try (Transaction transaction = connection.begin()) {
          add(connection, 1);
          transaction.commit();
          assertThat(transaction.isActive()).isFalse();
        }
        try (Transaction transaction = connection.begin()) {
          add(connection, 2);
          assertThat(transaction.isActive()).isTrue();
        }
      }
      assertThat(stored(engine)).isEqualTo(1);
    }

    @Test
    void inTransaction_failure_rollsBackAndRethrows(Engine engine) {
      IllegalStateException failure = new IllegalStateException("stop");

      assertThatThrownBy(() -> engine.inTransaction(connection -> {
            add(connection, 1);
            throw failure;
          }))
          .isSameAs(failure);
      assertThat(stored(engine)).isZero();
    }

    @Test
    void inTransaction_endedInside_refusesFurtherStatements(Engine engine) {
      assertThatThrownBy(() -> engine.inTransaction(connection -> {
            add(connection, 1);
            connection.commit();
            add(connection, 2);
          }))
          .isInstanceOf(TransactionStateException.class);
      assertThat(stored(engine)).isEqualTo(1);
    }

    @Test
    void execute_afterClose_isRefused(Engine engine) {
      Connection connection = engine.connect();
      connection.close();

      assertThatThrownBy(() -> add(connection, 1)).isInstanceOf(ResourceClosedException.class);
      connection.close();
    }
  }

  @Nested
  @Parity("ORM-ENG-08")
  class Savepoints {
    @Test
    void rollback_ofSavepoint_keepsTheOuterWork(Engine engine, StatementRecorder recorder) {
      try (Connection connection = engine.connect()) {
        add(connection, 1);
        Transaction inner = connection.beginNested();
        add(connection, 2);
        inner.rollback();
        add(connection, 3);
        connection.commit();
      }
      recorder.assertSteps(
          BEGIN, count(1), SAVEPOINT, count(1), ROLLBACK_TO_SAVEPOINT, count(1), COMMIT);
      assertThat(stored(engine)).isEqualTo(2);
    }

    @Test
    void commit_ofSavepoint_keepsItsWork(Engine engine, StatementRecorder recorder) {
      try (Connection connection = engine.connect()) {
        try (Transaction inner = connection.beginNested()) {
          add(connection, 1);
          inner.commit();
        }
        connection.commit();
      }
      recorder.assertSteps(BEGIN, SAVEPOINT, count(1), RELEASE_SAVEPOINT, COMMIT);
      assertThat(stored(engine)).isEqualTo(1);
    }

    @Test
    void savepoints_stacked_endOneByOne(Engine engine) {
      try (Connection connection = engine.connect()) {
        Transaction outer = connection.beginNested();
        add(connection, 1);
        Transaction inner = connection.beginNested();
        add(connection, 2);
        assertThat(connection.nestedTransaction()).isSameAs(inner);
        inner.rollback();
        assertThat(connection.nestedTransaction()).isSameAs(outer);
        outer.commit();
        assertThat(connection.nestedTransaction()).isNull();
        connection.commit();
      }
      assertThat(stored(engine)).isEqualTo(1);
    }

    @Test
    void failure_inSavepoint_leavesTheOuterUsable(Engine engine) {
      try (Connection connection = engine.connect()) {
        add(connection, 1);
        Transaction inner = connection.beginNested();
        assertThatThrownBy(() -> add(connection, 1)).isInstanceOf(IntegrityException.class);
        inner.rollback();
        add(connection, 2);
        connection.commit();
      }
      assertThat(stored(engine)).isEqualTo(2);
    }

    @Test
    void rollback_ofOuter_endsTheSavepoints(Engine engine) {
      try (Connection connection = engine.connect()) {
        Transaction inner = connection.beginNested();
        add(connection, 1);
        connection.rollback();

        assertThat(inner.isActive()).isFalse();
        assertThatThrownBy(inner::commit).isInstanceOf(TransactionStateException.class);
      }
      assertThat(stored(engine)).isZero();
    }
  }

  @Nested
  class Isolation {
    @Test
    @SeveralConnections
    void commit_others_seeItThenOnly(Engine engine) {
      try (Connection writer = engine.connect();
          Connection reader = engine.connect()) {
        assertThat(stored(reader)).isZero();
        reader.rollback();
        add(writer, 1);
        writer.commit();
        assertThat(stored(reader)).isEqualTo(1);
      }
    }

    @Test
    @Parity("ORM-ENG-10")
    void autocommit_statement_isStoredAtOnce(Engine engine) {
      try (Connection connection = engine.connect()) {
        connection.isolation(IsolationLevel.AUTOCOMMIT);
        add(connection, 1);
        connection.rollback();
      }
      assertThat(stored(engine)).isEqualTo(1);
      try (Connection connection = engine.connect()) {
        assertThat(connection.isolation()).isNotEqualTo(IsolationLevel.AUTOCOMMIT);
      }
    }

    @Test
    @Parity("ORM-ENG-10")
    void isolation_insideTransaction_isRefused(Engine engine) {
      try (Connection connection = engine.connect()) {
        add(connection, 1);

        assertThatThrownBy(() -> connection.isolation(IsolationLevel.SERIALIZABLE))
            .isInstanceOf(TransactionStateException.class);
      }
    }

    /** It would take a connection from the pool that nobody gives back. */
    @Test
    @Parity("ORM-ENG-10")
    void isolation_ofAClosedConnection_isRefused(Engine engine) {
      Connection closed = engine.connect();
      closed.close();

      assertThatThrownBy(closed::isolation).isInstanceOf(ResourceClosedException.class);
      assertThatThrownBy(closed::defaultIsolation).isInstanceOf(ResourceClosedException.class);
      assertThat(engine.poolStatus().active()).isZero();
    }

    @Test
    @Parity("ORM-ENG-10")
    void isolation_chosen_endsWithTheConnection(Engine engine) {
      IsolationLevel before;
      try (Connection connection = engine.connect()) {
        before = connection.isolation();
        connection.isolation(IsolationLevel.SERIALIZABLE);
        assertThat(connection.isolation()).isEqualTo(IsolationLevel.SERIALIZABLE);
        add(connection, 1);
        connection.commit();
      }
      try (Connection connection = engine.connect()) {
        assertThat(connection.isolation()).isEqualTo(before);
      }
    }
  }
}
