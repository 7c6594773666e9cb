package io.aludel.examples.howto;

import static io.aludel.orm.Orm.select;

import io.aludel.engine.Engine;
import io.aludel.examples.guide.blog.Note;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.io.PrintStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions under the transactions of Spring, without a module for it. */
final class JoinSpringTransactions implements Chapter {
  @Override
  public String title() {
    return "Work in Spring's transactions";
  }

  @Override
  public void write(Page page) {
    PrintStream out = page.out();
    page.says("""
        Aludel has no module for Spring, and needs none: Spring asks whoever manages transactions for
        three things, to begin, to commit and to roll back, and a session can do them. This class is all
        there is to it. It also lends the session's connection to JdbcTemplate and its relatives.
        """);
    page.shows(SessionTransactions.class, "manager");
    page.says("""
        As a bean it serves @Transactional methods, here a TransactionTemplate. What joins a running
        transaction gets the session that is open already; the outermost commits or rolls back. A template
        does not know of objects that wait for a flush, so flush before it reads.
        """);
    page.runs("work", () -> {
      // @start region="work"
      var source = new SingleConnectionDataSource("jdbc:sqlite::memory:", true);
      try (source;
          Engine engine = Engine.of(source)) {
        Registry models = Registry.of(Note.class);
        models.metadata().createAll(engine);
        var transactions = new SessionTransactions(SessionFactory.of(engine, models), source);
        var spring = new TransactionTemplate(transactions);
        var jdbc = new JdbcTemplate(source);

        spring.executeWithoutResult(outer -> {
          transactions.session().add(new Note("Buy milk"));
          spring.executeWithoutResult(joined -> {
            Session session = transactions.session();
            session.add(new Note("Feed the cat"));
            session.flush();
          });
          out.println(jdbc.queryForObject("SELECT count(*) FROM notes", Integer.class));
        });
        try {
          spring.executeWithoutResult(status -> {
            transactions.session().add(new Note("Forget everything"));
            throw new IllegalStateException("no");
          });
        } catch (IllegalStateException rolledBack) {
          out.println("rolled back");
        }
        spring.executeWithoutResult(status ->
            out.println(transactions.session().scalars(select(Note.class)).all()));
      }
      // @end
    });
  }
}
