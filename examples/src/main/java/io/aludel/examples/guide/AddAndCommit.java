package io.aludel.examples.guide;

import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.util.List;

/** How new objects become rows, and what a rollback makes of them. */
final class AddAndCommit implements Chapter {
  @Override
  public String title() {
    return "Add and commit objects";
  }

  @Override
  public void write(Page page) {
    page.quietly(() -> SampleData.createTables(page.engine()));
    SessionFactory sessions = SessionFactory.of(page.engine());
    try (Session session = sessions.open()) {
      add(page, session);
      rollback(page, session);
    }
  }

  private static void add(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        An added object is pending: the session knows it, the database does not. Nothing is sent
        until a flush, and commit flushes first. Several new objects of a class go in one batch, and
        each has its key afterwards.
        """);
    page.runs("pending", () -> {
      // @start region="pending"
      User alice = new User("Alice", 30);
      session.add(alice);
      out.println("key before: " + alice.getId());
      session.flush();
      out.println("key after:  " + alice.getId());
      // @end
    });
    page.runs("add-all", () -> {
      // @start region="add-all"
      List<User> more = List.of(new User("Bob", 25), new User("Carol", 35));
      session.addAll(more);
      session.commit();
      out.println(more);
      // @end
    });
    page.beside("session.add_all(more); session.commit()");
  }

  private static void rollback(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        A rollback undoes everything since the last commit, in the database and in the session. An
        object that was added meanwhile is an ordinary object again, of which the session knows
        nothing.
        """);
    page.runs("rollback", () -> {
      // @start region="rollback"
      User dora = new User("Dora", 41);
      session.add(dora);
      session.flush();
      session.rollback();
      out.println("still in the session: " + session.contains(dora));
      // @end
    });
    page.beside("session.rollback(); dora in session");
  }
}
