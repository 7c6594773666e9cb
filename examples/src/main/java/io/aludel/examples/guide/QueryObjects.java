package io.aludel.examples.guide;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.into;
import static io.aludel.orm.Orm.select;

import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.sql.Row;
import java.io.PrintStream;
import java.util.List;

/** How objects, columns and records come out of a query. */
final class QueryObjects implements Chapter {
  @Override
  public String title() {
    return "Query objects";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = SessionFactory.of(page.engine());
    page.quietly(() -> {
      SampleData.createTables(page.engine());
      SampleData.storeUsers(sessions);
    });
    try (Session session = sessions.open()) {
      objects(page, session);
      columns(page, session);
    }
  }

  private static void objects(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        From here on four users are stored: Alice (30), Bob (25), Carol (35) and Fred (30). A query
        is a value: select(…) makes it, every further word makes a new one, and the session runs it.
        scalars gives the objects, all puts them in a list.
        """);
    page.runs("all", () -> {
      // @start region="all"
      List<User> users = session.scalars(select(User.class)).all();
      out.println(users);
      // @end
    });
    page.beside("session.execute(select(User)).scalars().all()");
    page.says("""
        first takes the first row or gives null; one insists on exactly one row; oneOrNull allows
        for none.
        """);
    page.runs("first", () -> {
      // @start region="first"
      User first = session
          .scalars(select(User.class).where(User_.age.gt(28)).orderBy(User_.id))
          .first();
      out.println(first);
      // @end
    });
    page.beside("session.execute(select(User).where(User.age > 28)).scalars().first()");
  }

  // @start region="record"
  record NameAndAge(String name, int age) {}

  // @end

  private static void columns(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        Where whole objects are too much, select columns. A row gives each value with the type of
        the attribute it was selected by, so there is nothing to cast:
        """);
    page.runs("rows", () -> {
      // @start region="rows"
      var users = func.count(User_.id);
      var byAge = select(User_.age, users).groupBy(User_.age).orderBy(User_.age);
      for (Row row : session.execute(byAge)) {
        int age = row.get(User_.age);
        long count = row.get(users);
        out.println(age + ": " + count);
      }
      // @end
    });
    page.beside("select(User.age, func.count(User.id)).group_by(User.age)");
    page.says("Or let the rows become records of your own:");
    page.shows(QueryObjects.class, "record");
    page.runs("records", () -> {
      // @start region="records"
      List<NameAndAge> people = session
          .scalars(select(into(NameAndAge::new, User_.name, User_.age)).orderBy(User_.name))
          .all();
      out.println(people.get(0));
      // @end
    });
  }
}
