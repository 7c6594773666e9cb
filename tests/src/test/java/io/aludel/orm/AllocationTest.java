package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static io.aludel.sql.Sql.into;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.aludel.engine.Connection;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Bytes allocated for each row, beyond those that the same by hand with the same driver allocates. The bounds
 * are one and a half times what was found; what the test kit records of each statement is in them.
 */
@ForEachDatabase
class AllocationTest {
  private static final int ROWS = 2_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private SessionFactory sessions;

  @BeforeEach
  void createRows(TestDatabase database) {
    sessions = Shop.on(database);
    try (Session session = sessions.open()) {
      for (int i = 0; i < ROWS; i++) {
        session.add(new User("user " + i, i % 90));
      }
      session.commit();
    }
  }

  @Test
  void scalars_entities_allocateAnObjectAndItsState(TestDatabase database) throws SQLException {
    long managed = perRow(() -> {
      try (Session session = sessions.open()) {
        assertThat(session.scalars(select(User.class)).all()).hasSize(ROWS);
      }
    });

    assertThat(managed - perRow(() -> readByHand(database))).isLessThan(185);
  }

  @Test
  void scalars_records_allocateLittleMoreThanTheRecords(TestDatabase database) throws SQLException {
    long records = perRow(() -> {
      try (Session session = sessions.open()) {
        assertThat(session
                .scalars(select(into(Row::new, User_.id, User_.name, User_.email, User_.age)))
                .all())
            .hasSize(ROWS);
      }
    });

    assertThat(records - perRow(() -> readByHand(database))).isLessThan(45);
  }

  @Test
  void flush_changes_allocateTheCommittedValueAndARowOfValues(TestDatabase database)
      throws SQLException {
    try (Session session = sessions.open()) {
      List<User> users = session.scalars(select(User.class)).all();
      long flush = perRow(() -> {
        users.forEach(user -> user.setAge(user.getAge() + 1));
        session.flush();
      });
      session.commit();

      assertThat(flush - perRow(() -> updateByHand(database))).isLessThan(1_200);
    }
  }

  /** The least of some rounds: what the compiler of the machine does away with, may go. */
  private static long perRow(Work work) throws SQLException {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 4; round++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      work.run();
      long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, (after - before) / ROWS);
    }
    return least;
  }

  private static void readByHand(TestDatabase database) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (Connection connection = database.engine().connect();
        PreparedStatement statement =
            connection.jdbc().prepareStatement("SELECT id, name, email, age, minor FROM users");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        rows.getBoolean(5);
        found.add(new Row(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getInt(4)));
      }
    }
    assertThat(found).hasSize(ROWS);
  }

  private static void updateByHand(TestDatabase database) throws SQLException {
    try (Connection connection = database.engine().connect();
        PreparedStatement statement =
            connection.jdbc().prepareStatement("UPDATE users SET age = ? WHERE id = ?")) {
      for (int id = 1; id <= ROWS; id++) {
        statement.setInt(1, id % 90);
        statement.setInt(2, id);
        statement.addBatch();
      }
      statement.executeBatch();
      connection.rollback();
    }
  }

  private interface Work {
    void run() throws SQLException;
  }

  private record Row(
      @Nullable Integer id, String name, @Nullable String email, int age) {}
}
