package io.aludel.examples.guide;

import static io.aludel.orm.Orm.select;

import io.aludel.examples.guide.school.Course;
import io.aludel.examples.guide.school.Course_;
import io.aludel.examples.guide.school.Student;
import io.aludel.examples.guide.school.Student_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.util.List;

/** Two collections over a table of links that no class shows. */
final class ManyToMany implements Chapter {
  @Override
  public String title() {
    return "Many-to-many relationship";
  }

  @Override
  public void write(Page page) {
    page.quietly(() -> SampleData.createTables(page.engine()));
    page.says("""
        A student takes many courses, a course has many students. The links lie in a table of their
        own, which secondary names. It needs no class and no declaration: its columns follow from the
        keys of both sides.
        """);
    page.shows(Student.class, "entity");
    page.shows(Course.class, "entity");
    page.beside("""
        student_course = Table("student_course", Base.metadata, Column(…, ForeignKey(…)), …)
        courses = relationship("Course", secondary=student_course, back_populates="students")
        """);
    SessionFactory sessions = SessionFactory.of(page.engine());
    try (Session session = sessions.open()) {
      link(page, session);
      unlink(page, session);
    }
  }

  private static void link(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        Adding to either collection makes a link. The flush inserts students and courses first, then
        their links.
        """);
    page.runs("link", () -> {
      // @start region="link"
      Course math = new Course("Math");
      Course physics = new Course("Physics");
      Student alice = new Student("Alice");
      Student bob = new Student("Bob");
      alice.getCourses().addAll(List.of(math, physics));
      math.getStudents().add(bob);
      session.addAll(List.of(alice, bob));
      session.commit();
      // @end
    });
    page.runs("students", () -> {
      // @start region="students"
      Course math =
          session.scalars(select(Course.class).where(Course_.name.eq("Math"))).one();
      out.println(math.getStudents());
      // @end
    });
    page.beside("""
        math = session.execute(select(Course).where(Course.name == "Math")).scalars().one()
        math.students
        """);
  }

  private static void unlink(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        Taking an object out of a collection deletes the link and nothing else. A query over the
        relationship joins both tables.
        """);
    page.runs("unlink", () -> {
      // @start region="unlink"
      Course math =
          session.scalars(select(Course.class).where(Course_.name.eq("Math"))).one();
      math.getStudents().removeIf(student -> student.getName().equals("Alice"));
      session.commit();
      out.println(session
          .scalars(select(Student_.name).join(Student_.courses).where(Course_.name.eq("Physics")))
          .all());
      // @end
    });
  }
}
