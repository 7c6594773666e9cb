package io.aludel.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds dialects: those of applications, declared as services, then those that come with Aludel. */
public final class Dialects {
  private Dialects() {}

  /**
   * The dialect that serves a JDBC URL.
   *
   * @param url the URL
   * @return the dialect, if there is one
   */
  public static Optional<Dialect> forUrl(String url) {
    for (Dialect declared : declared()) {
      if (declared.accepts(url)) {
        return Optional.of(declared);
      }
    }
    for (Ours each : Ours.values()) {
      if (url.startsWith(each.urls)) {
        return Optional.of(each.make());
      }
    }
    return Optional.empty();
  }

  /**
   * All dialects, those of applications first.
   *
   * @return the dialects
   */
  public static List<Dialect> all() {
    List<Dialect> all = new ArrayList<>();
    declared().forEach(all::add);
    for (Ours each : Ours.values()) {
      all.add(each.make());
    }
    return List.copyOf(all);
  }

  private static ServiceLoader<Dialect> declared() {
    return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader());
  }

  /**
   * Those that come with Aludel. No services: a program loads the compilers of its own database only,
   * and not what the service loader would have to look at to pass it by.
   */
  private enum Ours {
    SQLITE("jdbc:sqlite:", "io.aludel.dialect.sqlite.SqliteDialect"),
    H2("jdbc:h2:", "io.aludel.dialect.h2.H2Dialect"),
    POSTGRESQL("jdbc:postgresql:", "io.aludel.dialect.postgresql.PostgresqlDialect"),
    MYSQL("jdbc:mysql:", "io.aludel.dialect.mysql.MysqlDialect"),
    MARIADB("jdbc:mariadb:", "io.aludel.dialect.mysql.MariadbDialect"),
    ORACLE("jdbc:oracle:", "io.aludel.dialect.oracle.OracleDialect"),
    SQLSERVER("jdbc:sqlserver:", "io.aludel.dialect.sqlserver.SqlServerDialect");

    private final String urls;
    private final String type;

    Ours(String urls, String type) {
      this.urls = urls;
      this.type = type;
    }

    Dialect make() {
      try {
        return (Dialect) Class.forName(type).getConstructor().newInstance();
      } catch (ReflectiveOperationException incomplete) {
        throw new IllegalStateException("Aludel is incomplete: " + type, incomplete);
      }
    }
  }
}
