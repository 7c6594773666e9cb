package io.aludel.testing.internal.database;

import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import io.aludel.testing.spi.DatabaseAddress;

/** A running server that belongs to this JVM, with its home; stopped at the end at the latest. */
final class EmbeddedServer implements AutoCloseable {
  /** Starts a server whose data live in a directory. */
  interface Launcher {
    Running launch(ServerHome home) throws Exception;
  }

  /** A started server. */
  interface Running {
    DatabaseAddress address();

    void stop() throws Exception;
  }

  private final String kind;
  private final ServerHome home;
  private final Running running;
  private final Thread atExit = new Thread(this::stop, "aludel-server-stop");

  private EmbeddedServer(String kind, ServerHome home, Running running) {
    this.kind = kind;
    this.home = home;
    this.running = running;
  }

  static EmbeddedServer start(String kind, String artifacts, Launcher launcher) {
    ServerHome home = ServerHome.open(ServerHome.parent(), kind);
    try {
      EmbeddedServer server = new EmbeddedServer(kind, home, launcher.launch(home));
      Runtime.getRuntime().addShutdownHook(server.atExit);
      return server;
    } catch (LinkageError e) {
      home.close();
      throw Drivers.missing("the embedded " + kind + " server", artifacts, e);
    } catch (TestingException e) {
      home.close();
      throw e;
    } catch (Exception e) {
      home.close();
      throw new TestingException(
          TestingError.SERVER_NOT_STARTED,
          "Cannot start the embedded " + kind + " server: " + e + ". Check that " + artifacts
              + " are there for this platform, or name a server in aludel.test." + kind + ".url.",
          e);
    }
  }

  DatabaseAddress address() {
    return running.address();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    stop();
  }

  private void stop() {
    try {
      running.stop();
    } catch (Exception e) {
      throw new TestingException(
          TestingError.SERVER_NOT_STARTED,
          "Cannot stop the embedded " + kind + " server: " + e + ". The next run clears it.",
          e);
    } finally {
      home.close();
    }
  }
}
