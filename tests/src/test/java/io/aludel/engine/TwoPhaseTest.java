package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.InvalidRequestException;
import io.aludel.dialect.Capability;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.SeveralConnections;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Transactions of two phases, where there are any. */
class TwoPhaseTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Table table = Table.of("things", metadata, id);
  private final String name = "it's " + UUID.randomUUID();

  private void add(Connection connection, int key) {
    connection.execute(insert(table).values(row("id", key)));
  }

  private List<Integer> stored(Engine engine) {
    try (Connection connection = engine.connect()) {
      return connection.scalars(select(id).orderBy(id.asc())).all();
    }
  }

  /** A server takes a moment to notice that the connection has gone which prepared a transaction. */
  private static void eventually(Runnable end) throws InterruptedException {
    for (int attempts = 0; attempts < 500; attempts++) {
      try {
        end.run();
        return;
      } catch (DatabaseException e) {
        Thread.sleep(10);
      }
    }
    end.run();
  }

  @Nested
  @ForEachDatabase
  @SeveralConnections
  @Requires(Capability.TWO_PHASE)
  @Parity("ORM-ENG-09")
  class Supported {
    @Test
    @Parity("ORM-EVT-41")
    void prepared_thenCommitted_isStoredAndToldStepByStep(Engine engine) {
      metadata.createAll(engine);
      List<String> heard = new ArrayList<>();
      engine
          .events()
          .onTwoPhase(
              (connection, transaction, step) -> heard.add(step + " " + transaction.equals(name)));
      try (Connection connection = engine.connect()) {
        Transaction transaction = connection.beginTwoPhase(name);
        add(connection, 1);
        transaction.prepare();
        assertThatThrownBy(() -> add(connection, 2))
            .isInstanceOf(TransactionStateException.class)
            .hasMessageContaining("is prepared");
        transaction.commit();
        assertThat(transaction.isActive()).isFalse();
        add(connection, 3);
      }
      assertThat(stored(engine)).containsExactly(1);
      assertThat(heard).containsExactly("BEGIN true", "PREPARE true", "COMMIT true");
    }

    @Test
    void committed_withoutPreparing_isStored(Engine engine) {
      metadata.createAll(engine);
      try (Connection connection = engine.connect()) {
        connection.beginTwoPhase(name);
        add(connection, 1);
        connection.commit();
        assertThat(connection.preparedTransactions()).doesNotContain(name);
      }
      assertThat(stored(engine)).containsExactly(1);
    }

    @Test
    void rolledBack_preparedOrNot_leavesNothing(Engine engine) {
      metadata.createAll(engine);
      try (Connection connection = engine.connect()) {
        connection.beginTwoPhase(name);
        add(connection, 1);
        connection.rollback();
        Transaction second = connection.beginTwoPhase(name);
        add(connection, 2);
        second.prepare();
        second.close();
        assertThat(connection.preparedTransactions()).doesNotContain(name);
        connection.beginTwoPhase(name);
        add(connection, 3);
      }
      assertThat(stored(engine)).isEmpty();
    }

    @Test
    void prepared_byALostConnection_isRecoveredByAnother(Engine engine) throws Exception {
      metadata.createAll(engine);
      String other = name + " again";
      for (String each : List.of(name, other)) {
        Connection lost = engine.connect();
        Transaction transaction = lost.beginTwoPhase(each);
        add(lost, each.length());
        transaction.prepare();
        lost.invalidate();
        lost.close();
      }
      try (Connection connection = engine.connect()) {
        assertThat(connection.preparedTransactions()).contains(name, other);
        eventually(() -> connection.commitPrepared(name));
        eventually(() -> connection.rollbackPrepared(other));
        assertThat(connection.preparedTransactions()).doesNotContain(name, other);
        assertThatThrownBy(() -> connection.commitPrepared("absent"))
            .isInstanceOf(DatabaseException.class);
      }
      assertThat(stored(engine)).containsExactly(name.length());
      assertThat(engine.statistics().openTransactions()).isZero();
    }

    @Test
    void statement_thatFails_leavesATransactionToRollBack(Engine engine) {
      metadata.createAll(engine);
      try (Connection connection = engine.connect()) {
        Transaction transaction = connection.beginTwoPhase(name);
        add(connection, 1);
        assertThatThrownBy(() -> add(connection, 1)).isInstanceOf(IntegrityException.class);
        transaction.rollback();
        connection.beginTwoPhase(name);
        Transaction savepoint = connection.beginNested();
        add(connection, 2);
        savepoint.rollback();
        add(connection, 3);
        connection.commit();
        assertThat(connection.preparedTransactions()).doesNotContain(name);
      }
      assertThat(stored(engine)).containsExactly(3);
    }

    @Test
    void name_inUse_isRefusedAtTheLatestWhenPreparing(Engine engine) {
      metadata.createAll(engine);
      try (Connection first = engine.connect();
          Connection second = engine.connect()) {
        Transaction prepared = first.beginTwoPhase(name);
        add(first, 1);
        prepared.prepare();
        assertThatThrownBy(() -> {
              second.beginTwoPhase(name);
              add(second, 2);
              second.commit();
            })
            .isInstanceOf(DatabaseException.class);
        second.rollback();
        add(second, 3);
        second.commit();
        prepared.commit();
      }
      assertThat(stored(engine)).containsExactly(1, 3);
      assertThat(engine.statistics().openTransactions()).isZero();
    }

    @Test
    void name_tooLong_isRefusedAtTheDoor(Engine engine) {
      String tooLong = "x".repeat(engine.dialect().twoPhase().longestName() - 1) + "ü";
      try (Connection connection = engine.connect()) {
        assertThatThrownBy(() -> connection.beginTwoPhase(tooLong))
            .isInstanceOf(ArgumentException.class)
            .hasMessageContaining("cannot be begun: its name has")
            .hasMessageEndingWith("Choose a shorter name. [ARG-101]");
        connection.beginTwoPhase(tooLong.substring(2)).prepare();
        connection.rollback();
      }
    }

    @Test
    void misuse_isNamed(Engine engine) {
      try (Connection connection = engine.connect()) {
        Transaction plain = connection.begin();
        assertThatThrownBy(plain::prepare)
            .isInstanceOf(TransactionStateException.class)
            .hasMessageContaining("Begin it with beginTwoPhase(…).");
        assertThatThrownBy(() -> connection.beginTwoPhase(name))
            .isInstanceOf(TransactionStateException.class);
        assertThatThrownBy(connection::preparedTransactions)
            .isInstanceOf(TransactionStateException.class);
      }
    }
  }

  @Test
  @Parity("ORM-ENG-09")
  void beginTwoPhase_whereThereIsNone_saysSo() {
    try (Engine engine = Engine.create("jdbc:sqlite::memory:");
        Connection connection = engine.connect()) {
      assertThatThrownBy(() -> connection.beginTwoPhase(name))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessage(
              "A transaction of two phases cannot be begun: sqlite has none. Use begin() and"
                  + " commit(). [ENG-118]");
    }
  }
}
