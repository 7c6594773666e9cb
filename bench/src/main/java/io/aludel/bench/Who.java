package io.aludel.bench;

import io.aludel.bench.aludel.Aludel;
import io.aludel.bench.byhand.ByHand;
import java.sql.SQLException;

/** The contestants. */
public enum Who {
  /** JDBC, written by hand. */
  BY_HAND {
    @Override
    Contestant open(Place place) throws SQLException {
      return new ByHand(place.jdbc());
    }
  },
  /** This library. */
  ALUDEL {
    @Override
    Contestant open(Place place) {
      return new Aludel(place.url());
    }
  };

  abstract Contestant open(Place place) throws SQLException;
}
