package io.aludel.testing.compliance;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aludel.InvalidRequestException;
import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.Engine;
import io.aludel.engine.Transaction;
import io.aludel.sql.Select;
import io.aludel.sql.Select.Lock;
import io.aludel.testing.Requires;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions hold their locks, and those that can be prepared survive the connection that prepared them. */
public abstract class TransactionCompliance {
  private static final int ATTEMPTS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** For the classes of authors. */
  protected TransactionCompliance() {}

  private static String name() {
    return "it's " + Long.toHexString(System.nanoTime());
  }

  @Test
  @Requires(Capability.ROW_LOCKS)
  void locks_onRows_areTaken(Engine engine) {
    People people = People.in(engine);
    assertEquals(
        List.of(1), People.all(engine, select(people.id).where(people.id.eq(1)).forUpdate()));
  }

  @Test
  @SeveralConnections
  @Requires({Capability.ROW_LOCKS, Capability.SHARED_ROW_LOCKS})
  void locks_thatAreShared_areTakenByTwo(Engine engine) {
    People people = People.in(engine);
    Select<Integer> locking = select(people.id).where(people.id.eq(1)).lock(Lock.forShare());
    try (Connection one = engine.connect()) {
      assertEquals(List.of(1), one.scalars(locking).all());
      assertTimeoutPreemptively(
          PATIENCE, () -> assertEquals(List.of(1), People.all(engine, locking)));
    }
  }

  @Test
  void twoPhases_whereMissing_areRefused(TestDatabase database) {
    if (!database.has(Capability.TWO_PHASE)) {
      try (Connection connection = database.engine().connect()) {
        assertThrows(InvalidRequestException.class, () -> connection.beginTwoPhase(name()));
      }
    }
  }

  @Test
  @Requires(Capability.TWO_PHASE)
  void twoPhases_preparedAndEnded_leaveWhatTheyShould(Engine engine) {
    People people = People.in(engine);
    try (Connection connection = engine.connect()) {
      Transaction undone = connection.beginTwoPhase(name());
      connection.execute(delete(people.table));
      undone.prepare();
      undone.rollback();
      Transaction kept = connection.beginTwoPhase(name());
      connection.execute(delete(people.table).where(people.id.eq(1)));
      kept.prepare();
      kept.commit();
    }
    assertEquals(List.of(2, 3, 4), people.where(engine, people.id.gt(0)));
  }

  @Test
  @Requires(Capability.TWO_PHASE)
  void twoPhases_preparedByALostConnection_areEndedByAnother(Engine engine)
      throws InterruptedException {
    People people = People.in(engine);
    String name = name();
    try (Connection lost = engine.connect()) {
      Transaction prepared = lost.beginTwoPhase(name);
      lost.execute(delete(people.table).where(people.id.le(2)));
      prepared.prepare();
      lost.invalidate();
    }
    try (Connection connection = engine.connect()) {
      assertTrue(connection.preparedTransactions().contains(name));
      commit(connection, name);
      assertFalse(connection.preparedTransactions().contains(name));
    }
    assertEquals(List.of(2L), People.all(engine, select(func.count()).from(people.table)));
  }

  /** A server takes a moment to notice that a connection has gone. */
  private static void commit(Connection connection, String name) throws InterruptedException {
    for (int attempts = 0; attempts < ATTEMPTS; attempts++) {
      try {
        connection.commitPrepared(name);
        return;
      } catch (DatabaseException tooEarly) {
        Thread.sleep(10);
      }
    }
    connection.commitPrepared(name);
  }
}
