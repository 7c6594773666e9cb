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

/** A database for each test, and the statements it was sent. */
final class TestOnRealDatabases implements Chapter {
  @Override
  public String title() {
    return "Test on real databases";
  }

  @Override
  public void write(Page page) {
    PrintStream out = page.out();
    page.says("""
        An SQLite database in memory is made in no time and forgotten when its engine is closed. So
        each test can have its own, and nothing has to be cleaned up or rolled back:
        """);
    page.runs("own", () -> {
      // @start region="own"
      Registry models = Registry.of(Note.class);
      try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
        models.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, models);
        sessions.inTransaction(session -> session.add(new Note("Buy milk")));
        try (Session session = sessions.open()) {
          out.println(session.scalars(select(Note.class)).all());
        }
      }
      // @end
    });
    page.says("""
        The module aludel-testing goes further. A test class marked @ForEachDatabase runs on SQLite, H2
        and an embedded PostgreSQL, each test with an empty database; @Requires leaves out those that
        lack a capability. TestDatabase hands out the engine and a StatementRecorder, whose
        assertStatements compares what was sent, word for word, with sql(…) for each statement. A test
        that leaves a connection open fails. All of Aludel's own tests are written this way.
        """);
  }
}
