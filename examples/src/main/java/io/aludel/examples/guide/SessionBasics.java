package io.aludel.examples.guide;

import io.aludel.engine.Engine;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;

/** What a session is for, and how long it lives. */
final class SessionBasics implements Chapter {
  @Override
  public String title() {
    return "Session basics";
  }

  @Override
  public void write(Page page) {
    page.quietly(() -> SampleData.createTables(page.engine()));
    Engine engine = page.engine();
    SessionFactory sessions = SessionFactory.of(engine);
    openAndCommit(page, engine);
    inTransaction(page, sessions);
    identity(page, sessions);
  }

  private static void openAndCommit(Page page, Engine engine) {
    PrintStream out = page.out();
    page.says("""
        A session is the place where objects meet rows. It begins a transaction when the first
        statement needs one, keeps track of the objects that belong to it, and writes what changed
        when it commits. One factory serves the whole application; a session serves one piece of
        work, then it is closed.
        """);
    page.runs("open", () -> {
      // @start region="open"
      SessionFactory sessions = SessionFactory.of(engine);
      try (Session session = sessions.open()) {
        User alice = new User("Alice", 30);
        session.add(alice);
        session.commit();
        out.println("Alice has the key " + alice.getId());
      }
      // @end
    });
    page.beside("""
        Session = sessionmaker(bind=engine)
        with Session() as session:
            alice = User(name="Alice"); session.add(alice); session.commit()
        """);
    page.says("""
        The SELECT at the end is no accident. After a commit others may change the row, so the
        session forgets what it knew and asks again when an attribute is read. The ROLLBACK is
        the session's farewell: closing it ends the transaction that the SELECT began. The
        option expireOnCommit(false) of a factory lets its sessions keep what they know.
        """);
  }

  private static void inTransaction(Page page, SessionFactory sessions) {
    page.says("""
        When the work is one block, let the factory do the rest: it commits at the end of the block,
        rolls back when an exception leaves it, and closes the session either way.
        """);
    page.runs("in-transaction", () -> {
      // @start region="in-transaction"
      sessions.inTransaction(session -> {
        session.add(new User("Bob", 25));
      });
      // @end
    });
    page.beside("""
        with Session.begin() as session:
            session.add(User(name="Bob"))
        """);
  }

  private static void identity(Page page, SessionFactory sessions) {
    PrintStream out = page.out();
    page.says("""
        Within a session one row is one object. Asking for it a second time gives the same object,
        and sends nothing:
        """);
    page.runs("identity", () -> {
      // @start region="identity"
      try (Session session = sessions.open()) {
        User first = session.get(User.class, 1);
        User second = session.get(User.class, 1);
        out.println(first == second);
      }
      // @end
    });
    page.beside("session.get(User, 1) is session.get(User, 1)");
  }
}
