package io.aludel.examples.readme;

import static io.aludel.orm.Orm.select;

import io.aludel.engine.Engine;
import io.aludel.examples.page.SentStatement;
import io.aludel.examples.page.StatementTape;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.util.List;

/** The code on the first screen of the README. */
public final class FirstScreen {
  private FirstScreen() {}

  /**
   * Runs the code.
   *
   * @return the statements it sent, in order
   */
  public static List<SentStatement> run() {
    // @start region="session"
    Engine engine = Engine.create("jdbc:sqlite::memory:");
    // @end
    try (engine;
        StatementTape tape = StatementTape.on(engine)) {
      work(engine);
      return tape.take();
    }
  }

  private static void work(Engine engine) {
    // @start region="session"
    Registry.of(User.class).metadata().createAll(engine);
    SessionFactory sessions = SessionFactory.of(engine);

    try (Session session = sessions.open()) {
      session.add(new User("Alice", 30));
      session.commit();

      User alice =
          session.scalars(select(User.class).where(User_.name.eq("Alice"))).one();
      alice.setAge(31);
      session.commit();
    }
    // @end
  }
}
