package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.EngineStatistics;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Costs that are counted, not timed. */
@DatabaseTest
class CountingTest {
  private SessionFactory sessions;

  @BeforeEach
  void createTables(TestDatabase database) {
    sessions = Shop.on(database);
  }

  private static long compilations(TestDatabase database) {
    EngineStatistics statistics = database.engine().statistics();
    return statistics.cache().compilations();
  }

  @Test
  @Parity("ORM-SQL-34")
  void execute_sameShapeWithOtherValues_compilesOnce(TestDatabase database) {
    try (Session session = sessions.open()) {
      long before = compilations(database);
      for (int i = 0; i < 50; i++) {
        session
            .scalars(select(User.class)
                .where(User_.age.gt(i), User_.name.in(names(i)))
                .orderBy(User_.id)
                .limit(i + 1))
            .all();
      }

      assertThat(compilations(database) - before).isOne();
    }
  }

  private static List<String> names(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("name " + i);
    }
    return names;
  }

  @Test
  void flush_sameColumnsAgain_compilesNothing(TestDatabase database) {
    try (Session session = sessions.open()) {
      User user = new User("Ann");
      session.add(user);
      session.flush();
      user.setAge(1);
      session.flush();
      session.delete(user);
      session.flush();
      long before = compilations(database);
      for (int i = 0; i < 5; i++) {
        User next = new User("Bob " + i);
        session.add(next);
        session.flush();
        next.setAge(i + 2);
        session.flush();
        session.delete(next);
        session.flush();
      }

      assertThat(compilations(database)).isEqualTo(before);
    }
  }

  @Test
  @Parity("ORM-SES-27")
  void flush_tenThousandCleanObjects_allocatesNothingForThem(TestDatabase database) {
    try (Session session = sessions.open()) {
      List<User> users = load(session, 10_000);
      session.flush();
      long few = allocatedBy(session::flush);
      session.expunge(users.get(0));
      long again = allocatedBy(session::flush);

      assertThat(few).as("bytes, where one reference an object were 40,000").isLessThan(2_000);
      assertThat(again).isLessThan(2_000);
      assertThat(session.contains(users.get(9_999))).isTrue();
    }
  }

  @Test
  void dirty_oneChangeAmongTenThousand_visitsOneObject(TestDatabase database) {
    try (Session session = sessions.open()) {
      List<User> users = load(session, 10_000);
      users.get(5_000).setAge(99);
      long before = database.engine().statistics().executions();
      session.flush();

      assertThat(database.engine().statistics().executions() - before).isOne();
      assertThat(session.dirty()).isEmpty();
    }
  }

  private static List<User> load(Session session, int count) {
    List<User> users = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      users.add(new User("user " + i, i));
    }
    session.addAll(users);
    session.commit();
    return session.scalars(select(User.class).orderBy(User_.id)).all();
  }

  private static long allocatedBy(Runnable work) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    work.run();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }
}
