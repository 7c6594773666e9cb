package io.aludel.examples.guide;

import static io.aludel.orm.Orm.select;

import io.aludel.ListenerHandle;
import io.aludel.examples.guide.blog.Note;
import io.aludel.examples.guide.blog.Note_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.io.PrintStream;

/** Code that runs when objects are stored, changed and deleted. */
final class EventHooks implements Chapter {
  @Override
  public String title() {
    return "Event hooks";
  }

  @Override
  public void write(Page page) {
    page.quietly(() -> SampleData.createTables(page.engine()));
    page.says("""
        An entity can look after itself: methods marked with an event run within the flush, before
        the row is written, and what they change is written with it.
        """);
    page.shows(Note.class, "entity");
    page.beside("""
        @event.listens_for(Note, "before_insert")
        def created(mapper, connection, note): note.state = "new"
        """);
    onTheEntity(page, SessionFactory.of(page.engine()));
    listeners(page);
    sessions(page);
  }

  private static void onTheEntity(Page page, SessionFactory sessions) {
    PrintStream out = page.out();
    page.runs("entity", () -> {
      // @start region="entity"
      try (Session session = sessions.open()) {
        Note note = new Note("Buy milk");
        session.add(note);
        session.commit();
        out.println(note);
        note.setText("Buy bread");
        session.commit();
        out.println(note);
      }
      // @end
    });
  }

  private static void listeners(Page page) {
    PrintStream out = page.out();
    page.says("""
        Listeners from outside are registered with the registry, and removed through the handle. The
        event of an attribute sees the new value and the old, and may give another:
        """);
    page.runs("listeners", () -> {
      // @start region="listeners"
      Registry models = Registry.of(Note.class);
      ListenerHandle trimming = models
          .events(Note.class)
          .onSet(Note_.text, (note, value, old) -> value == null ? null : value.trim());
      models
          .events(Note.class)
          .afterInsert((mapper, connection, note) -> out.println("stored: " + note));
      SessionFactory sessions = SessionFactory.of(page.engine(), models);
      sessions.inTransaction(session -> {
        Note note = new Note("Call mum");
        session.add(note);
        note.setText("  Call dad  ");
      });
      trimming.remove();
      // @end
    });
    page.beside("""
        event.listen(Note.text, "set", trimmed, retval=True)
        event.listen(Note, "after_insert", stored)
        """);
  }

  private static void sessions(Page page) {
    PrintStream out = page.out();
    page.says("""
        The events of sessions speak of whole flushes. This one keeps a log of what is about to
        happen; the registry's listener to inserts, which was not removed, still hears of each row:
        """);
    page.runs("sessions", () -> {
      // @start region="sessions"
      SessionFactory sessions = SessionFactory.of(page.engine());
      sessions
          .events()
          .beforeFlush((session, flush) -> out.println(session.newObjects().size() + " new, "
              + session.dirty().size() + " changed, " + session.deleted().size() + " deleted"));
      sessions.inTransaction(session -> {
        Note first = session.scalars(select(Note.class).orderBy(Note_.id)).first();
        session.delete(first);
        session.add(new Note("Write"));
      });
      // @end
    });
    page.beside("""
        @event.listens_for(Session, "before_flush")
        def log(session, flush_context, instances): …
        """);
  }
}
