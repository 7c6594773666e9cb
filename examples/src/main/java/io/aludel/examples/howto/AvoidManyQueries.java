package io.aludel.examples.howto;

import static io.aludel.orm.Orm.containsEager;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;

import io.aludel.examples.guide.blog.Article;
import io.aludel.examples.guide.blog.Article_;
import io.aludel.examples.guide.blog.Author;
import io.aludel.examples.guide.blog.Author_;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.sql.Row;
import java.io.PrintStream;
import java.util.List;

/** One query, not one per object. */
final class AvoidManyQueries implements Chapter {
  @Override
  public String title() {
    return "Avoid N+1 queries";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = HowTo.prepare(
        page, session -> session.addAll(List.of(HowTo.author("Alice", 2), HowTo.author("Bob", 1))));
    try (Session session = sessions.open()) {
      collections(page, session);
      references(page, session);
      figures(page, session);
    }
  }

  private static void collections(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        A loop that reads a lazy collection sends a query for each object. Say in the query what the
        loop is going to read; one further query, not one per object, brings it:
        """);
    page.runs("collections", () -> {
      // @start region="collections"
      var authors =
          select(Author.class).orderBy(Author_.name).options(selectinLoad(Author_.articles));
      for (Author author : session.scalars(authors)) {
        out.println(author + ": " + author.getArticles().size());
      }
      // @end
    });
    page.says("""
        The tutorial's chapter on eager loading compares the ways, among them the session mode PEERS,
        which needs no option, and RAISE, which finds the places where one is missing.
        """);
  }

  private static void references(Page page, Session session) {
    PrintStream out = page.out();
    page.says("""
        A query that joins the related entity anyway, to filter by it, can fill the attribute from
        that very join:
        """);
    page.runs("references", () -> {
      // @start region="references"
      session.expungeAll();
      var byAlice = select(Article.class)
          .join(Article_.author)
          .where(Author_.name.eq("Alice"))
          .orderBy(Article_.id)
          .options(containsEager(Article_.author));
      for (Article article : session.scalars(byAlice)) {
        out.println(article + " by " + article.getAuthor());
      }
      // @end
    });
  }

  private static void figures(Page page, Session session) {
    PrintStream out = page.out();
    page.says("Who only wants figures need not load objects at all:");
    page.runs("figures", () -> {
      // @start region="figures"
      var articles = func.count(Article_.id);
      var figures = select(Author_.name, articles)
          .join(Author_.articles)
          .groupBy(Author_.name)
          .orderBy(Author_.name);
      for (Row row : session.execute(figures)) {
        out.println(row.get(Author_.name) + ": " + row.get(articles));
      }
      // @end
    });
  }
}
