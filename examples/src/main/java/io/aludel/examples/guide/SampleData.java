package io.aludel.examples.guide;

import io.aludel.engine.Engine;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.util.List;

/** The tables and rows that later chapters take for granted. */
final class SampleData {
  private SampleData() {}

  /** Makes the tables of the guide, which must not be there yet. */
  static void createTables(Engine engine) {
    Registry.of(User.class, Post.class).metadata().createAll(engine);
  }

  /** Stores Alice, Bob, Carol and Fred. */
  static void storeUsers(SessionFactory sessions) {
    sessions.inTransaction(
        session ->
            session.addAll(
                List.of(
                    new User("Alice", 30),
                    new User("Bob", 25),
                    new User("Carol", 35),
                    new User("Fred", 30))));
  }
}
