package io.aludel.examples.guide;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;

import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;

/** How changes of objects reach their rows, one by one or many at once. */
final class UpdateObjects implements Chapter {
  @Override
  public String title() {
    return "Update objects";
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
        Change the object; there is nothing to call. The session notices the first change of an
        attribute, and the UPDATE names the columns that changed and no others.
        """);
    page.runs("change", () -> {
      // @start region="change"
      User alice =
          session.scalars(select(User.class).where(User_.name.eq("Alice"))).one();
      alice.setName("Alicia");
      out.println("modified: " + session.isModified(alice));
      session.commit();
      out.println(alice);
      // @end
    });
    page.beside("""
        user.name = "Alicia"; session.commit()
        """);
    page.says("A change that is taken back before the flush sends nothing:");
    page.runs("no-change", () -> {
      // @start region="no-change"
      User bob = session.getOne(User.class, 2);
      bob.setAge(26);
      bob.setAge(25);
      session.flush();
      // @end
    });
  }

  private static void manyRows(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        Many rows are changed by a single UPDATE, without loading them. Objects that the session
        holds already are kept in step:
        """);
    page.runs("many", () -> {
      // @start region="many"
      User carol = session.getOne(User.class, 3);
      session.execute(update(User.class).where(User_.age.gt(30)).set(User_.age, User_.age.plus(1)));
      out.println(carol);
      session.commit();
      // @end
    });
    page.beside("session.execute(update(User).where(User.age > 30).values(age=User.age + 1))");
  }
}
