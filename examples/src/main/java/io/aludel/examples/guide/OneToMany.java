package io.aludel.examples.guide;

import static io.aludel.orm.Orm.select;

import io.aludel.examples.guide.blog.Article;
import io.aludel.examples.guide.blog.Article_;
import io.aludel.examples.guide.blog.Author;
import io.aludel.examples.guide.blog.Author_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.util.List;

/** A collection on one side, a reference on the other, and one foreign key below both. */
final class OneToMany implements Chapter {
  @Override
  public String title() {
    return "One-to-many relationship";
  }

  @Override
  public void write(Page page) {
    page.quietly(() -> SampleData.createTables(page.engine()));
    page.says("""
        An author has many articles, an article has one author. Both sides are fields; each names
        the other with backPopulates. The foreign key lies in the table of the many.
        """);
    page.shows(Author.class, "entity");
    page.shows(Article.class, "entity");
    page.beside("""
        articles = relationship("Article", back_populates="author")
        author_id = Column(Integer, ForeignKey("authors.id"))
        author = relationship("Author", back_populates="articles")
        """);
    SessionFactory sessions = SessionFactory.of(page.engine());
    try (Session session = sessions.open()) {
      store(page, session);
      move(page, session);
      ask(page, session);
    }
  }

  private static void store(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        Adding an article to the collection gives it its author at once, before anything is stored.
        Adding the author to the session brings the articles along, and the flush inserts the author
        first, since the foreign keys need its key.
        """);
    page.runs("store", () -> {
      // @start region="store"
      Author alice = new Author("Alice");
      Article first = new Article("First Post");
      alice.getArticles().add(first);
      alice.getArticles().add(new Article("Second Post"));
      out.println("author of the first: " + first.getAuthor());
      session.add(alice);
      session.commit();
      // @end
    });
    page.beside("""
        alice.articles.append(first)
        session.add(alice); session.commit()
        """);
    page.says("After the commit the collection is loaded anew when it is first read:");
    page.runs("read", () -> {
      // @start region="read"
      Author author = session.scalars(select(Author.class)).one();
      out.println(author.getArticles());
      // @end
    });
  }

  private static void move(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        An article that gets another author leaves the collection of the old one by itself, and
        becomes an UPDATE of its foreign key. No collection has to be put right by hand:
        """);
    page.runs("move", () -> {
      // @start region="move"
      Author alice = session.scalars(select(Author.class)).one();
      Author bob = new Author("Bob");
      alice.getArticles().get(1).setAuthor(bob);
      out.println(alice.getArticles() + " " + bob.getArticles());
      session.commit();
      // @end
    });
  }

  private static void ask(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        Queries walk relationships too: join follows one, any and has ask whether there is a related
        row.
        """);
    page.runs("ask", () -> {
      // @start region="ask"
      List<String> titles = session
          .scalars(select(Article_.title).join(Article_.author).where(Author_.name.eq("Bob")))
          .all();
      List<Author> writers = session
          .scalars(select(Author.class)
              .where(Author_.articles.any(article -> article.title.startsWith("First"))))
          .all();
      out.println(titles + " " + writers);
      // @end
    });
    page.beside("""
        select(Article.title).join(Article.author).where(Author.name == "Bob")
        select(Author).where(Author.articles.any(Article.title.startswith("First")))
        """);
  }
}
