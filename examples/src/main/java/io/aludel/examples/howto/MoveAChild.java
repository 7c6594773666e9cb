package io.aludel.examples.howto;

import static io.aludel.orm.Orm.select;

import io.aludel.examples.guide.blog.Author;
import io.aludel.examples.guide.blog.Author_;
import io.aludel.examples.guide.blog.Draft;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.util.List;

/** From one parent to another, without being taken for an orphan. */
final class MoveAChild implements Chapter {
  @Override
  public String title() {
    return "Move a child to another parent";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = HowTo.prepare(page, session -> {
      Author alice = new Author("Alice");
      alice.getDrafts().addAll(List.of(new Draft("One"), new Draft("Two")));
      session.addAll(List.of(alice, new Author("Bob")));
    });
    try (Session session = sessions.open()) {
      move(page, session);
    }
  }

  private static void move(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        Set the reference, or add the child to the other collection; either is enough, and both sides
        follow at once. Even where the relationship deletes orphans, a child that has a new parent by
        the time of the flush is no orphan: it becomes an UPDATE of the foreign key.
        """);
    page.runs("move", () -> {
      // @start region="move"
      Author alice =
          session.scalars(select(Author.class).where(Author_.name.eq("Alice"))).one();
      Author bob =
          session.scalars(select(Author.class).where(Author_.name.eq("Bob"))).one();
      Draft draft = alice.getDrafts().get(0);
      bob.getDrafts().add(draft);
      out.println(draft.getAuthor() + " has it, Alice keeps " + alice.getDrafts());
      session.commit();
      // @end
    });
    page.says("Taking it out without giving it to anybody deletes it:");
    page.runs("orphan", () -> {
      // @start region="orphan"
      Author alice =
          session.scalars(select(Author.class).where(Author_.name.eq("Alice"))).one();
      alice.getDrafts().clear();
      session.commit();
      out.println(session.scalars(select(Draft.class)).all());
      // @end
    });
  }
}
