package io.aludel.dialect.mysql;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.StandardDialect;
import io.aludel.reflection.Server;
import java.util.EnumSet;
import java.util.Set;

/** MariaDB from version 10.6 on: MySQL, with some RETURNING and sequences. */
public final class MariadbDialect extends MysqlDialect {
  /** For {@link io.aludel.dialect.Dialects}. */
  public MariadbDialect() {
    this(Driver.MARIADB);
  }

  MariadbDialect(Driver driver) {
    super("mariadb", capabilities(), driver);
  }

  private static Set<Capability> capabilities() {
    Set<Capability> all = EnumSet.copyOf(CAPABILITIES);
    all.add(Capability.INSERT_RETURNING);
    all.add(Capability.ORDERED_INSERT_RETURNING);
    all.add(Capability.DELETE_RETURNING);
    all.add(Capability.SEQUENCES);
    all.remove(Capability.LATERAL);
    all.remove(Capability.COMMON_TABLES_BEFORE_WRITES);
    return all;
  }

  @Override
  public Dialect on(Server server) {
    return isMariadb(server) ? this : new MysqlDialect(driver());
  }

  @Override
  public boolean knows(Server server) {
    return server.isAtLeast(10, 6);
  }

  @Override
  protected StandardDialect another() {
    return new MariadbDialect(driver());
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:mariadb:");
  }
}
