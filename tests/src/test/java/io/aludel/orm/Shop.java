package io.aludel.orm;

import io.aludel.orm.mapping.Registry;
import io.aludel.testing.TestDatabase;

/** The mapped classes of these tests on one database. */
final class Shop {
  static final Registry MODELS = Registry.of(User.class, Post.class, Country.class, Seat.class);

  private Shop() {}

  /** Creates the tables, and forgets that. */
  static SessionFactory on(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    database.recorder().clear();
    return SessionFactory.of(database.engine(), MODELS);
  }
}
