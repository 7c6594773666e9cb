package io.aludel.bench;

import io.aludel.engine.Engine;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.sql.SQLException;

/** One database filled with the rows that all reading benchmarks read: 10,000 authors. */
final class Store implements AutoCloseable {
  static final int ROWS = 10_000;

  private final Place place;
  private final Engine engine;
  private final SessionFactory sessions;
  private final java.sql.Connection jdbc;

  private Store(Place place) {
    this.place = place;
    engine = place.engine();
    Registry registry = Registry.of(Author.class);
    registry.metadata().createAll(engine);
    sessions = SessionFactory.of(engine, registry);
    fill();
    jdbc = place.jdbc();
  }

  static Store open(Database database) {
    return new Store(Place.open(database));
  }

  Session session() {
    return sessions.open();
  }

  java.sql.Connection jdbc() {
    return jdbc;
  }

  private void fill() {
    sessions.inTransaction(session -> {
      for (int i = 0; i < ROWS; i++) {
        String email = i % 3 == 0 ? null : "author" + i + "@example.org";
        session.add(new Author("Author " + i, email, 1900 + i % 100, i % 50 / 4.0));
      }
    });
  }

  @Override
  public void close() throws SQLException {
    jdbc.close();
    engine.close();
    place.close();
  }
}
