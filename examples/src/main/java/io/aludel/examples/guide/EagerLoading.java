package io.aludel.examples.guide;

import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.SessionOption.fetchMode;

import io.aludel.examples.guide.blog.Article;
import io.aludel.examples.guide.blog.Author;
import io.aludel.examples.guide.blog.Author_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.FetchMode;
import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.util.List;

/** How related objects come with a query instead of one by one. */
final class EagerLoading implements Chapter {
  @Override
  public String title() {
    return "Eager loading";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = SessionFactory.of(page.engine());
    page.quietly(() -> {
      SampleData.createTables(page.engine());
      sessions.inTransaction(session -> {
        for (String name : new String[] {"Alice", "Bob"}) {
          Author author = new Author(name);
          author.getArticles().add(new Article(name + " 1"));
          author.getArticles().add(new Article(name + " 2"));
          session.add(author);
        }
      });
    });
    lazy(page, sessions);
    eager(page, sessions);
    modes(page, sessions);
  }

  private static void lazy(Page page, SessionFactory sessions) {
    PrintStream out = page.out();
    page.says("""
        Two authors are stored, with two articles each. A collection is loaded when it is first
        read: one query for the authors and one more for each of them, N+1 in all.
        """);
    page.runs("lazy", () -> {
      // @start region="lazy"
      try (Session session = sessions.open()) {
        for (Author author :
            session.scalars(select(Author.class).orderBy(Author_.name)).all()) {
          out.println(author + ": " + author.getArticles());
        }
      }
      // @end
    });
  }

  private static void eager(Page page, SessionFactory sessions) {
    PrintStream out = page.out();
    page.says("""
        Options of a query load along with it. joinedLoad takes the related rows into the same
        query; it suits single objects and small collections.
        """);
    page.runs("joined", () -> {
      // @start region="joined"
      try (Session session = sessions.open()) {
        List<Author> authors = session
            .scalars(
                select(Author.class).orderBy(Author_.name).options(joinedLoad(Author_.articles)))
            .unique()
            .all();
        authors.forEach(author -> out.println(author + ": " + author.getArticles()));
      }
      // @end
    });
    page.beside("""
        select(Author).options(joinedload(Author.articles))  # result.scalars().unique().all()
        """);
    page.says("""
        selectinLoad asks for all collections with a second query. It suits anything, several
        collections side by side too:
        """);
    page.runs("selectin", () -> {
      // @start region="selectin"
      try (Session session = sessions.open()) {
        List<Author> authors = session
            .scalars(
                select(Author.class).orderBy(Author_.name).options(selectinLoad(Author_.articles)))
            .all();
        authors.forEach(author -> out.println(author + ": " + author.getArticles()));
      }
      // @end
    });
    page.beside("select(Author).options(selectinload(Author.articles))");
  }

  private static void modes(Page page, SessionFactory sessions) {
    PrintStream out = page.out();
    page.says("""
        Two modes of a session go further than the reference. With PEERS the first lazy load fills
        the attribute for all objects that came from the same result, so that N+1 becomes 1+1 without
        an option anywhere:
        """);
    page.runs("peers", () -> {
      // @start region="peers"
      try (Session session = sessions.with(fetchMode(FetchMode.PEERS)).open()) {
        for (Author author :
            session.scalars(select(Author.class).orderBy(Author_.name)).all()) {
          out.println(author + ": " + author.getArticles());
        }
      }
      // @end
    });
    page.says("With RAISE a load that nobody planned is an error that names the option:");
    page.runs("raise", () -> {
      // @start region="raise"
      try (Session session = sessions.with(fetchMode(FetchMode.RAISE)).open()) {
        Author alice =
            session.scalars(select(Author.class).orderBy(Author_.name)).first();
        out.println(alice.getArticles());
      } catch (LoadRefusedException refused) {
        out.println(refused.getMessage());
      }
      // @end
    });
  }
}
