package io.aludel.examples.howto;

import io.aludel.engine.Engine;
import io.aludel.examples.guide.blog.Article;
import io.aludel.examples.guide.blog.Author;
import io.aludel.examples.guide.blog.Draft;
import io.aludel.examples.guide.blog.Note;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.examples.page.WrittenChapter;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The how-to pages by the names of their files. */
public final class HowTo {
  private static final Registry MODELS = Registry.of(
      Author.class,
      Article.class,
      Draft.class,
      Note.class,
      KeepObjectsAsBytes.Cart.class,
      KeepObjectsAsBytes.Line.class);

  private HowTo() {}

  /**
   * The pages.
   *
   * @return chapters by the name of the file without its ending, in reading order
   */
  public static Map<String, Chapter> pages() {
    Map<String, Chapter> pages = new LinkedHashMap<>();
    pages.put("existing-database", new StartFromADatabase());
    pages.put("n-plus-one", new AvoidManyQueries());
    pages.put("paging", new PageWithCollections());
    pages.put("moving-a-child", new MoveAChild());
    pages.put("request-bodies", new MergeRequestBodies());
    pages.put("serialization", new KeepObjectsAsBytes());
    pages.put("bulk-work", new WriteInBulk());
    pages.put("joins-and-queries", new MapJoinsAndQueries());
    pages.put("testing", new TestOnRealDatabases());
    pages.put("spring", new JoinSpringTransactions());
    return pages;
  }

  /**
   * Runs one page and leaves the database as it was.
   *
   * @param page one of {@link #pages()}
   * @param engine a database without the tables of the pages
   * @return the page with the statements and answers of this run
   */
  public static WrittenChapter write(Chapter page, Engine engine) {
    try {
      return Page.write(page, engine);
    } finally {
      MODELS.metadata().dropAll(engine);
    }
  }

  /** Makes the tables and their first rows; the page does not show it. */
  static SessionFactory prepare(Page page, Consumer<Session> rows) {
    SessionFactory sessions = SessionFactory.of(page.engine(), MODELS);
    page.quietly(() -> {
      MODELS.metadata().createAll(page.engine());
      sessions.inTransaction(rows);
    });
    return sessions;
  }

  /** An author with some articles. */
  static Author author(String name, int articles) {
    Author author = new Author(name);
    for (int i = 1; i <= articles; i++) {
      author.getArticles().add(new Article(name + " " + i));
    }
    return author;
  }
}
