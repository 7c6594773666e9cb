package io.aludel.examples.guide;

import io.aludel.engine.Engine;
import io.aludel.examples.guide.blog.Article;
import io.aludel.examples.guide.blog.Author;
import io.aludel.examples.guide.blog.Draft;
import io.aludel.examples.guide.blog.Note;
import io.aludel.examples.guide.school.Course;
import io.aludel.examples.guide.school.Student;
import io.aludel.examples.guide.staff.Employee;
import io.aludel.examples.guide.staff.Person;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import java.util.List;

/** The tables and rows that later chapters take for granted. */
final class SampleData {
  private SampleData() {}

  /** Makes the tables of the guide, which must not be there yet. */
  static void createTables(Engine engine) {
    tables().createAll(engine);
  }

  /** Drops the tables of the guide, as far as they are there. */
  static void dropTables(Engine engine) {
    tables().dropAll(engine);
  }

  /**
   * Makes sure that the guide will not drop what is not its own.
   *
   * @throws TableInTheWayException if the database has a table of one of the names the guide uses
   */
  static void refuseExistingTables(Engine engine) {
    engine.withDdl(database -> {
      for (Table table : tables().tables()) {
        if (database.hasTable(table)) {
          throw new TableInTheWayException(table.name());
        }
      }
    });
  }

  /** Stores Alice, Bob, Carol and Fred. */
  static void storeUsers(SessionFactory sessions) {
    sessions.inTransaction(session -> {
      session.addAll(List.of(
          new User("Alice", 30), new User("Bob", 25), new User("Carol", 35), new User("Fred", 30)));
    });
  }

  private static MetaData tables() {
    return Registry.of(
            User.class,
            Post.class,
            Author.class,
            Article.class,
            Draft.class,
            Student.class,
            Course.class,
            Employee.class,
            Person.class,
            Note.class)
        .metadata();
  }

  /** The database has a table that the guide would have to drop. */
  static final class TableInTheWayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TableInTheWayException(String table) {
      super("The database has a table '"
          + table
          + "' already, which the guide would create and drop. Give it an empty database.");
    }
  }
}
