package io.aludel.examples.guide;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.select;

import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;

/** How rows go away. */
final class DeleteObjects implements Chapter {
  @Override
  public String title() {
    return "Delete objects";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = SessionFactory.of(page.engine());
    page.quietly(() -> {
      SampleData.createTables(page.engine());
      SampleData.storeUsers(sessions);
    });
    try (Session session = sessions.open()) {
      oneObject(page, session);
      manyRows(page, session);
    }
  }

  private static void oneObject(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        delete marks an object; the row goes with the next flush, and the object leaves the session
        with the commit. You may keep using the object, it is only no longer stored.
        """);
    page.runs("delete", () -> {
      // @start region="delete"
      User bob = session.scalars(select(User.class).where(User_.name.eq("Bob"))).one();
      session.delete(bob);
      session.commit();
      out.println(session.scalars(select(User.class).orderBy(User_.id)).all());
      // @end
    });
    page.beside("session.delete(bob); session.commit()");
  }

  private static void manyRows(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        Many rows go by a single DELETE, without loading them. Objects of those rows leave the
        session too.
        """);
    page.runs("many", () -> {
      // @start region="many"
      session.execute(delete(User.class).where(User_.age.eq(30)));
      session.commit();
      out.println(session.scalars(select(User_.name)).all());
      // @end
    });
    page.beside("session.execute(delete(User).where(User.age == 30))");
  }
}
