package io.aludel.examples.guide;

import static io.aludel.orm.Orm.select;

import io.aludel.examples.guide.staff.Employee;
import io.aludel.examples.guide.staff.Employee_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.util.List;

/** A table that refers to itself, and a tree of objects over it. */
final class SelfReference implements Chapter {
  @Override
  public String title() {
    return "Self-referential relationship";
  }

  @Override
  public void write(Page page) {
    page.quietly(() -> SampleData.createTables(page.engine()));
    page.says("""
        An employee has a manager, who is an employee. The field of one object is the side with the
        foreign key, the collection is the other; nothing else has to be said.
        """);
    page.shows(Employee.class, "entity");
    page.beside("""
        manager_id = Column(Integer, ForeignKey("employees.id"))
        manager = relationship("Employee", remote_side=[id], backref="subordinates")
        """);
    SessionFactory sessions = SessionFactory.of(page.engine());
    try (Session session = sessions.open()) {
      grow(page, session);
      walk(page, session);
    }
  }

  private static void grow(Page page, Session session) {
    page.says("""
        A whole tree is added by its root. The flush inserts level by level, as each needs the keys
        of the one above, and no intermediate flush is written by hand.
        """);
    page.runs("grow", () -> {
      // @start region="grow"
      Employee ceo = new Employee("Cleo");
      Employee manager = new Employee("Max");
      manager.setManager(ceo);
      manager.getSubordinates().addAll(List.of(new Employee("Will"), new Employee("Wilma")));
      session.add(ceo);
      session.commit();
      // @end
    });
  }

  private static void walk(Page page, Session session) {
    PrintStream out = page.out();
    page.runs("walk", () -> {
      // @start region="walk"
      Employee max = session
          .scalars(select(Employee.class).where(Employee_.name.eq("Max")))
          .one();
      out.println("Manager: " + max + ", boss: " + max.getManager());
      out.println("Subordinates: " + max.getSubordinates());
      // @end
    });
    page.says("""
        A query that needs the table twice takes an alias, which has the same typed attributes:
        """);
    page.runs("alias", () -> {
      // @start region="alias"
      Employee_.As boss = Employee_.as("boss");
      out.println(session
          .scalars(select(Employee_.name)
              .join(Employee_.manager, boss)
              .where(boss.name.eq("Max"))
              .orderBy(Employee_.name))
          .all());
      // @end
    });
    page.beside("""
        boss = aliased(Employee, name="boss")
        select(Employee.name).join(Employee.manager.of_type(boss)).where(boss.name == "Max")
        """);
  }
}
