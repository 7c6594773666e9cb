package io.aludel.engine.internal;

import io.aludel.engine.url.DatabaseUrl;
import java.util.Map;

/**
 * What an engine knows of a kind of database before it connects: where its driver comes from, what every
 * connection is asked for, and how its databases in memory live and die.
 */
public enum Backend {
  /** Foreign keys are off in SQLite unless each connection asks for them. */
  SQLITE("org.xerial:sqlite-jdbc", Map.of("foreign_keys", "true", "busy_timeout", "5000")) {
    @Override
    public Reach reach(DatabaseUrl url) {
      String location = url.location();
      boolean memory = location.isEmpty()
          || location.startsWith(":memory:")
          || location.startsWith("?")
          || location.startsWith("file::memory:")
          || location.contains("mode=memory");
      return memory ? Reach.ONE_CONNECTION : Reach.ALL;
    }
  },
  /** A named database in memory dies with its last connection, an unnamed one belongs to one. */
  H2("com.h2database:h2", Map.of()) {
    @Override
    public Reach reach(DatabaseUrl url) {
      String location = url.location();
      if (!location.startsWith("mem:")) {
        return Reach.ALL;
      }
      boolean named = location.length() > 4 && location.charAt(4) != ';';
      return named ? Reach.ALL_WHILE_ONE_IS_OPEN : Reach.ONE_CONNECTION;
    }
  },
  /** A batch of INSERTs travels as few statements of many rows. */
  POSTGRESQL("org.postgresql:postgresql", Map.of("reWriteBatchedInserts", "true")),
  /** MariaDB through its own driver. */
  MARIADB("org.mariadb.jdbc:mariadb-java-client", Map.of()),
  /** MySQL through its own driver. */
  MYSQL("com.mysql:mysql-connector-j", Map.of()),
  /** Times of day would travel as dates with a time, with which they cannot be compared. */
  SQLSERVER("com.microsoft.sqlserver:mssql-jdbc", Map.of("sendTimeAsDatetime", "false")),
  /** A database of which only its dialect knows. */
  OTHER("the artifact with the JDBC driver of this database", Map.of());

  private final String artifact;
  private final Map<String, String> properties;

  Backend(String artifact, Map<String, String> properties) {
    this.artifact = artifact;
    this.properties = properties;
  }

  /** Which connections see one database. */
  public enum Reach {
    /** All that are opened. */
    ALL,
    /** All that are opened, as long as one is open at any time. */
    ALL_WHILE_ONE_IS_OPEN,
    /** Each its own. */
    ONE_CONNECTION
  }

  /** The backend of a URL. */
  public static Backend of(DatabaseUrl url) {
    for (Backend backend : values()) {
      if (backend.name().equalsIgnoreCase(url.scheme())) {
        return backend;
      }
    }
    return OTHER;
  }

  public String artifact() {
    return artifact;
  }

  public Map<String, String> properties() {
    return properties;
  }

  public Reach reach(DatabaseUrl url) {
    return Reach.ALL;
  }
}
