package io.aludel.examples.howto;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.row;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;

import io.aludel.examples.guide.blog.Note;
import io.aludel.examples.guide.blog.Note_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/** Many rows at once. */
final class WriteInBulk implements Chapter {
  @Override
  public String title() {
    return "Write many rows";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = HowTo.prepare(page, session -> {});
    try (Session session = sessions.open()) {
      objects(page, session);
      rows(page, session);
      statements(page, session);
    }
  }

  private static void objects(Page page, Session session) {
    page.says("""
        Objects that are added together are inserted together, and have their keys afterwards. Nothing
        has to be switched on for that:
        """);
    page.runs("objects", () -> {
      // @start region="objects"
      session.addAll(
          IntStream.rangeClosed(1, 3).mapToObj(i -> new Note("Note " + i)).toList());
      session.commit();
      // @end
    });
  }

  private static void rows(Page page, Session session) {
    page.says("""
        Rows that nobody needs as objects are inserted as rows. No events and no cascades take part:
        """);
    page.runs("rows", () -> {
      // @start region="rows"
      session.execute(insert(Note.class)
          .values(
              row(Note_.text, "Note 4", Note_.changes, 0),
              row(Note_.text, "Note 5", Note_.changes, 0)));
      session.commit();
      // @end
    });
  }

  private static void statements(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        UPDATE and DELETE by criteria touch rows where they lie. Objects the session holds are kept in
        step:
        """);
    page.runs("statements", () -> {
      // @start region="statements"
      session.execute(update(Note.class)
          .where(Note_.text.in("Note 1", "Note 2"))
          .set(Note_.changes, Note_.changes.plus(1)));
      session.execute(delete(Note.class).where(Note_.changes.eq(0)));
      session.commit();
      out.println(session.scalars(select(func.count(Note_.id))).one() + " are left");
      // @end
    });
    page.says("partitions hands a result out in portions of a size:");
    page.runs("portions", () -> {
      // @start region="portions"
      for (List<Note> portion :
          session.scalars(select(Note.class).orderBy(Note_.id)).partitions(1)) {
        out.println(portion.size());
        session.expungeAll();
      }
      // @end
    });
  }
}
