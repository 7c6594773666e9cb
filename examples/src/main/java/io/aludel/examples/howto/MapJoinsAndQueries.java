package io.aludel.examples.howto;

import static io.aludel.orm.Orm.select;
import static io.aludel.sql.Sql.func;

import io.aludel.examples.guide.blog.Article;
import io.aludel.examples.guide.blog.Article_;
import io.aludel.examples.guide.blog.Author;
import io.aludel.examples.guide.blog.Draft;
import io.aludel.examples.guide.blog.Note;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.FlushException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.Table;
import io.aludel.sql.Alias;
import java.io.PrintStream;
import java.util.List;

/** Classes whose rows are those of a join or a query. */
final class MapJoinsAndQueries implements Chapter {
  @Override
  public String title() {
    return "Map a class to a join or a query";
  }

  @Override
  public void write(Page page) {
    HowTo.prepare(page, session -> {
      session.add(HowTo.author("Alice", 2));
      session.add(HowTo.author("Bob", 1));
    });
    // @start region="models"
    Registry models = Registry.of(Author.class, Article.class, Draft.class, Note.class);
    Table authors = models.mapper(Author.class).table();
    Table articles = models.mapper(Article.class).table();
    // @end
    join(page, models, authors, articles);
    query(page, models);
  }

  private static void join(Page page, Registry models, Table authors, Table articles) {
    PrintStream out = page.out();
    page.says("""
        A class may stand for rows of several tables. It is mapped in Java, beside classes that declare
        their tables or alone:
        """);
    page.shows(MapJoinsAndQueries.class, "models");
    page.shows(Byline.class, "class");
    page.runs("map", () -> {
      // @start region="map"
      models.map(
          Byline.class,
          authors.join(articles),
          m -> m.column("authorId", authors.c("id")).column("articleId", articles.c("id")));
      // @end
    });
    page.says("""
        Attributes go to the columns of their names. Both tables have an `id`, so that the mapping says
        which is meant; a name that several columns have is an error otherwise. `articles.author_id`,
        which the join compares with `authors.id`, is kept by `authorId` too. An object is identified by
        the keys of both tables. A flush writes each table, the one that is referred to first, and of a
        changed object only the tables that changed.
        """);
    try (Session session = SessionFactory.of(page.engine(), models).open()) {
      page.runs("write", () -> {
        // @start region="write"
        Byline written = new Byline("Carol", "First");
        session.add(written);
        session.commit();
        written.setTitle("Second");
        session.commit();
        session.delete(written);
        session.commit();
        // @end
      });
      page.says("Queries read the join. Columns of its tables may be used beside attributes.");
      page.runs("read", () -> {
        // @start region="read"
        List<Byline> found = session
            .scalars(select(Byline.class).where(authors.<String>c("name").eq("Alice")))
            .all();
        out.println(found);
        out.println(session.get(Byline.class, List.of(2, 3)));
        // @end
      });
      page.quietly(session::rollback);
    }
    page.says("""
        Two objects may share a row: here each article of Alice has her name. A change of the one is not
        seen by the other until that is refreshed, and to delete one deletes her row, which fails as
        long as other articles refer to it. A class with a relationship knows better; a join is for rows
        that belong together, one to one.

        With `leftJoin` rows without a partner are objects whose other key is null. They are updated and
        deleted where they have rows; a value for the table where they have none is refused
        (`ORM-402`).
        """);
  }

  private static void query(Page page, Registry models) {
    PrintStream out = page.out();
    page.says("""
        A query under a name is mapped likewise, also one over mapped classes. Its key is that of the
        tables whose key it shows whole. A query that shows none has it named, or is refused
        (`MAP-272`).
        """);
    page.shows(Output.class, "class");
    page.runs("query", () -> {
      // @start region="query"
      Alias counted = select(Article_.authorId, func.count(Article_.id).as("articles"))
          .groupBy(Article_.authorId)
          .as("output");
      models.map(Output.class, counted, m -> m.primaryKey("authorId"));
      // @end
    });
    try (Session session = SessionFactory.of(page.engine(), models).open()) {
      page.runs("count", () -> {
        // @start region="count"
        out.println(session.get(Output.class, 1));
        // @end
      });
      page.says("""
          What a query or an alias shows is read and not written. A flush that would have to write it is
          refused before it sends anything:
          """);
      page.runs("refused", () -> {
        // @start region="refused"
        Output output = session.getOne(Output.class, 1);
        output.setArticles(9);
        try {
          session.flush();
        } catch (FlushException refused) {
          out.println(refused.getMessage());
        }
        // @end
      });
    }
    page.says("""
        A join may hold both, such as a table and a query that counts for each of its rows. Then the
        table is written, and what the query shows is read again after that.

        Relationships lead from and to such classes by the foreign keys of their columns, those shown by a
        query too. Mark the class `@Entity` in place of `@MappedSuperclass` for that, with a `@Mapping`
        method so that the compiler leaves the rest to Java, and name its registry's classes, rather than
        discover them. UPDATE, DELETE and INSERT by statement name a table, or a class that has one.
        """);
  }
}
