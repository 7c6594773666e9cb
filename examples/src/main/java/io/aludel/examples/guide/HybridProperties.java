package io.aludel.examples.guide;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;

import io.aludel.examples.guide.staff.Person;
import io.aludel.examples.guide.staff.Person_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.sql.Row;
import java.io.PrintStream;
import java.util.List;

/** Methods that mean the same in Java and in SQL. */
final class HybridProperties implements Chapter {
  @Override
  public String title() {
    return "Hybrid properties";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = SessionFactory.of(page.engine());
    page.quietly(() -> {
      SampleData.createTables(page.engine());
      sessions.inTransaction(session -> session.addAll(List.of(
          new Person("Alice", "Smith", 1990),
          new Person("Bob", "Stone", 2015),
          new Person("Carol", "Smith", 1950))));
    });
    page.says("""
        A method marked @Hybrid is an ordinary method of the object, and an attribute in queries.
        The compiler turns its body into SQL; there is no second definition to keep in step. What
        has no SQL is a compile error at its place.
        """);
    page.shows(Person.class, "entity");
    page.beside("""
        @hybrid_property
        def full_name(self): return self.first + " " + self.last
        """);
    try (Session session = sessions.open()) {
      both(page, session);
      byHand(page, session);
      written(page, session);
    }
  }

  private static void both(Page page, Session session) {
    PrintStream out = page.out();
    page.runs("both", () -> {
      // @start region="both"
      Person alice = session
          .scalars(select(Person.class).where(Person_.fullName.eq("Alice Smith")))
          .one();
      out.println(alice.getFullName() + " is " + alice.generation(2025));
      // @end
    });
    page.says("""
        One with parameters is a method of the metamodel. Branches become a CASE, which can be
        selected, compared and ordered by:
        """);
    page.runs("group", () -> {
      // @start region="group"
      var generation = Person_.generation(2025).as("generation");
      for (Row row : session.execute(select(generation, Person_.fullName).orderBy(Person_.born))) {
        out.println(row.get(generation) + ": " + row.get(Person_.fullName));
      }
      // @end
    });
  }

  private static void byHand(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        Where the SQL should be another than that of the body, or the body has none, a static method
        of the same name gives it:
        """);
    page.shows(Person.class, "expression");
    page.beside("""
        @full_name.expression  # or @hybrid_method and its @….expression
        """);
    page.runs("expression", () -> {
      // @start region="expression"
      out.println(session
          .scalars(select(Person_.fullName).where(Person_.soundsLike("al")))
          .all());
      // @end
    });
  }

  private static void written(Page page, Session session) {
    PrintStream out = page.out();
    page.says("A hybrid can be set by a statement, if it says what that writes:");
    page.shows(Person.class, "update");
    page.beside("@full_name.update_expression");
    page.runs("update", () -> {
      // @start region="update"
      session.execute(update(Person.class)
          .where(Person_.fullName.eq("Bob Stone"))
          .set(Person_.fullName, "Rob Roy"));
      out.println(session
          .scalars(select(func.count(Person_.id)).where(Person_.last.eq("Roy")))
          .one());
      // @end
    });
  }
}
