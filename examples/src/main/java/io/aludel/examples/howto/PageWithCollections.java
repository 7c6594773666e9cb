package io.aludel.examples.howto;

import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.select;

import io.aludel.examples.guide.blog.Author;
import io.aludel.examples.guide.blog.Author_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.util.List;

/** Pages of parents, whatever comes along with them. */
final class PageWithCollections implements Chapter {
  @Override
  public String title() {
    return "Page through objects with collections";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = HowTo.prepare(
        page,
        session -> session.addAll(
            List.of(HowTo.author("Alice", 3), HowTo.author("Bob", 2), HowTo.author("Carol", 1))));
    try (Session session = sessions.open()) {
      limit(page, session);
      after(page, session);
    }
  }

  private static void limit(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        limit and offset count the objects you select. A collection that is joined along does not
        disturb that: the page is taken in a subquery, and the rows of the collection are joined to
        it. So two authors are two authors, each with all articles, and nothing is paged in memory.
        """);
    page.runs("limit", () -> {
      // @start region="limit"
      List<Author> firstTwo = session
          .scalars(select(Author.class)
              .orderBy(Author_.name)
              .limit(2)
              .options(joinedLoad(Author_.articles)))
          .unique()
          .all();
      firstTwo.forEach(author -> out.println(author + ": " + author.getArticles()));
      // @end
    });
  }

  private static void after(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        A database reads all rows that an offset skips. Deep pages come faster when the next page
        begins behind the last object of the one before:
        """);
    page.runs("after", () -> {
      // @start region="after"
      String last = "Bob";
      List<Author> next = session
          .scalars(select(Author.class)
              .where(Author_.name.gt(last))
              .orderBy(Author_.name)
              .limit(2))
          .all();
      out.println(next);
      // @end
    });
  }
}
