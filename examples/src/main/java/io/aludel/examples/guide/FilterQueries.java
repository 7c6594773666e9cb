package io.aludel.examples.guide;

import static io.aludel.orm.Orm.and;
import static io.aludel.orm.Orm.not;
import static io.aludel.orm.Orm.select;

import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;

/** The conditions of a query. */
final class FilterQueries implements Chapter {
  @Override
  public String title() {
    return "Filter queries";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = SessionFactory.of(page.engine());
    page.quietly(() -> {
      SampleData.createTables(page.engine());
      SampleData.storeUsers(sessions);
    });
    try (Session session = sessions.open()) {
      combine(page, session);
      compare(page, session);
      order(page, session);
    }
  }

  private static void combine(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        A condition is an attribute, a comparison and a value: eq, ne, lt, le, gt, ge. Which
        comparisons there are depends on the type of the attribute; asking a number whether it is
        like a text does not compile. Values never become part of the SQL, they travel as
        parameters. Conditions are joined by and, or, not.
        """);
    page.runs("and", () -> {
      // @start region="and"
      var adultsWithA = select(User.class).where(and(User_.age.ge(30), User_.name.like("A%")));
      out.println(session.scalars(adultsWithA).all());
      // @end
    });
    page.beside("""
        select(User).where(and_(User.age >= 30, User.name.like("A%")))
        """);
    page.runs("or", () -> {
      // @start region="or"
      var aliceOrBob = select(User.class).where(User_.name.eq("Alice").or(User_.name.eq("Bob")));
      out.println(session.scalars(aliceOrBob.orderBy(User_.id)).all());
      // @end
    });
    page.beside("""
        select(User).where(or_(User.name == "Alice", User.name == "Bob"))
        """);
    page.runs("not", () -> {
      // @start region="not"
      var others = select(User.class).where(not(User_.age.eq(30)));
      out.println(session.scalars(others.orderBy(User_.id)).all());
      // @end
    });
    page.beside("select(User).where(not_(User.age == 30))");
  }

  private static void compare(Page page, Session session) {
    PrintStream out = page.out();
    page.says("in takes values or a list of them, between takes two limits and includes both.");
    page.runs("in", () -> {
      // @start region="in"
      var youngOrOld = select(User.class).where(User_.age.in(25, 35));
      out.println(session.scalars(youngOrOld.orderBy(User_.id)).all());
      // @end
    });
    page.beside("select(User).where(User.age.in_([25, 35]))");
    page.runs("between", () -> {
      // @start region="between"
      var aroundThirty = select(User.class).where(User_.age.between(28, 32));
      out.println(session.scalars(aroundThirty.orderBy(User_.id)).all());
      // @end
    });
    page.beside("select(User).where(User.age.between(28, 32))");
    page.says("""
        NULL is asked for by isNull and isNotNull; eq(null) means the same. Several conditions in
        where must all hold.
        """);
    page.runs("null", () -> {
      // @start region="null"
      var withoutEmail = select(User.class).where(User_.email.isNull(), User_.age.lt(30));
      out.println(session.scalars(withoutEmail).all());
      // @end
    });
    page.beside("select(User).where(User.email.is_(None), User.age < 30)");
  }

  private static void order(Page page, Session session) {
    PrintStream out = page.out();
    page.says(
        "The order of the rows is anybody's guess unless the query names one. limit and offset page through it.");
    page.runs("order", () -> {
      // @start region="order"
      var oldestTwo =
          select(User.class).orderBy(User_.age.desc(), User_.name.asc()).limit(2);
      out.println(session.scalars(oldestTwo).all());
      // @end
    });
    page.beside("select(User).order_by(User.age.desc(), User.name).limit(2)");
  }
}
