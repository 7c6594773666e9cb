package io.aludel.examples.guide;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;

import io.aludel.examples.guide.blog.Article;
import io.aludel.examples.guide.blog.Article_;
import io.aludel.examples.guide.blog.Author;
import io.aludel.examples.guide.blog.Draft;
import io.aludel.examples.guide.blog.Draft_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;

/** What becomes of children when their parent goes. */
final class CascadeDeletes implements Chapter {
  @Override
  public String title() {
    return "Cascade deletes";
  }

  @Override
  public void write(Page page) {
    page.quietly(() -> SampleData.createTables(page.engine()));
    page.says("""
        What happens to the children of a deleted object is for its relationship to say. Drafts
        belong to their author alone:
        """);
    page.shows(Author.class, "drafts");
    page.beside("""
        drafts = relationship("Draft", back_populates="author", cascade="all, delete-orphan")
        """);
    SessionFactory sessions = SessionFactory.of(page.engine());
    page.quietly(() -> sessions.inTransaction(session -> {
      Author alice = new Author("Alice");
      alice.getArticles().add(new Article("Published"));
      for (String title : new String[] {"One", "Two", "Three"}) {
        alice.getDrafts().add(new Draft(title));
      }
      session.add(alice);
    }));
    try (Session session = sessions.open()) {
      orphan(page, session);
      delete(page, session);
    }
  }

  private static void orphan(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        DELETE_ORPHAN: a draft that is taken out of the collection belongs to nobody, so it is
        deleted.
        """);
    page.runs("orphan", () -> {
      // @start region="orphan"
      Author alice = session.scalars(select(Author.class)).one();
      alice.getDrafts().remove(0);
      session.commit();
      out.println(alice.getDrafts());
      // @end
    });
  }

  private static void delete(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        ALL includes DELETE: the drafts go with their author. The articles have no such cascade, so
        they stay, and their foreign key becomes NULL. Children come before parents, whatever order
        the objects came in:
        """);
    page.runs("delete", () -> {
      // @start region="delete"
      session.delete(session.scalars(select(Author.class)).one());
      session.commit();
      long drafts = session.scalars(select(func.count(Draft_.id))).one();
      out.println(drafts + " drafts");
      out.println(
          session.scalars(select(Article.class).where(Article_.author.isNull())).all());
      // @end
    });
  }
}
