package io.aludel.examples.howto;

import io.aludel.examples.guide.blog.Note;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** What a client sends, and the row it is about. */
final class MergeRequestBodies implements Chapter {
  @Override
  public String title() {
    return "Merge request bodies";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = HowTo.prepare(page, session -> session.add(new Note("Buy milk")));
    whole(page, sessions);
    parts(page, sessions);
  }

  private static void whole(Page page, SessionFactory sessions) {
    PrintStream out = page.out();
    page.says("""
        A client that sends a whole object back has an object with a key and no session. merge finds
        the row's object, or makes one, and copies onto it every attribute that was set. Attributes
        that were never set, here the state and the number of changes, stay what they are in the row:
        """);
    page.runs("merge", () -> {
      // @start region="merge"
      Note sent = new Note(1, "Buy bread"); // as a JSON library makes it
      Note stored = sessions.fromTransaction(session -> session.merge(sent));
      out.println(stored);
      // @end
    });
  }

  /** A change as a client sends it; null where nothing is said. */
  // @start region="record"
  record NoteChange(@Nullable String text) {}

  // @end

  private static void parts(Page page, SessionFactory sessions) {
    PrintStream out = page.out();
    page.says("""
        A client that sends parts of an object is better served by a record of your own and the
        setters of the object. The UPDATE names what changed, or is not sent at all:
        """);
    page.shows(MergeRequestBodies.class, "record");
    page.runs("parts", () -> {
      // @start region="parts"
      NoteChange change = new NoteChange("Buy cheese");
      try (Session session = sessions.open()) {
        Note note = session.getOne(Note.class, 1);
        if (change.text() != null) {
          note.setText(change.text());
        }
        session.commit();
        out.println(note);
      }
      // @end
    });
  }
}
