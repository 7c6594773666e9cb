package io.aludel.bench;

import io.aludel.bench.Measured.Cell;
import io.aludel.bench.aludel.Aludel;
import io.aludel.bench.byhand.ByHand;
import io.aludel.bench.ebean.Ebean;
import io.aludel.bench.hibernate.Hibernate;
import io.aludel.bench.jooq.Jooq;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** The contestants. */
public enum Who {
  /** JDBC, written by hand. */
  BY_HAND("by hand") {
    @Override
    Contestant open(Place place) throws SQLException {
      return new ByHand(place.jdbc());
    }
  },
  /** This library. */
  ALUDEL("Aludel") {
    @Override
    Contestant open(Place place) {
      return new Aludel(place.url());
    }

    @Override
    Held hold(Place place) {
      return new io.aludel.bench.aludel.HeldAuthors(place.url());
    }
  },
  /** Hibernate ORM. */
  HIBERNATE("Hibernate") {
    @Override
    Contestant open(Place place) {
      return new Hibernate(place.pool());
    }

    @Override
    Held hold(Place place) {
      return new io.aludel.bench.hibernate.HeldAuthors(place.pool());
    }
  },
  /** Ebean. */
  EBEAN("Ebean") {
    @Override
    Contestant open(Place place) {
      return new Ebean(place.pool());
    }
  },
  /** The open source edition of jOOQ, which manages no objects. */
  JOOQ("jOOQ") {
    @Override
    Contestant open(Place place) {
      return new Jooq(place.pool());
    }

    @Override
    boolean does(Operation operation) {
      return WITHOUT_OBJECTS.contains(operation);
    }
  };

  private static final Set<Operation> WITHOUT_OBJECTS = EnumSet.of(
      Operation.READ_RECORDS,
      Operation.GET_BY_KEY,
      Operation.DYNAMIC_QUERY,
      Operation.JOINED_COLLECTION,
      Operation.SECOND_SELECT,
      Operation.INSERT_GRAPH,
      Operation.READ_LINKS,
      Operation.INSERT_MANY,
      Operation.BULK_INSERT);

  private final String title;

  Who(String title) {
    this.title = title;
  }

  abstract Contestant open(Place place) throws SQLException;

  /** Opens a session and loads nothing yet. */
  Held hold(Place place) {
    throw new IllegalStateException(title + " has no session that is weighed");
  }

  /** Whether this contestant does the work there: peers were not taught MariaDB. */
  boolean does(Cell cell) {
    return does(cell.operation())
        && (cell.database() != Database.MARIADB || this == BY_HAND || this == ALUDEL);
  }

  /** Whether the work makes sense for this contestant. */
  boolean does(Operation operation) {
    return true;
  }

  /** How people write its name. */
  String title() {
    return title;
  }
}
