package io.aludel.testing.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerHomeTest {
  @TempDir
  private Path parent;

  @Test
  void close_home_removesIt() throws IOException {
    ServerHome home = ServerHome.open(parent, "kind");
    Files.writeString(home.directory().resolve("data"), "x");

    home.close();

    assertThat(home.directory()).doesNotExist();
  }

  @Test
  void open_livingHome_isLeftAlone() {
    try (ServerHome first = ServerHome.open(parent, "kind");
        ServerHome second = ServerHome.open(parent, "kind")) {
      assertThat(first.directory()).exists();
      assertThat(second.directory()).exists().isNotEqualTo(first.directory());
    }
  }

  @Test
  void open_homeOfKilledRun_isClearedAndItsServerStopped() throws Exception {
    Path abandoned = Files.createDirectory(parent.resolve("kind-1"));
    Files.createFile(abandoned.resolve("owner.lock"));
    Process server =
        new ProcessBuilder("tail", "-f", abandoned.resolve("owner.lock").toString()).start();

    try (ServerHome home = ServerHome.open(parent, "kind")) {
      assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(abandoned).doesNotExist();
      assertThat(home.directory()).exists();
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void open_homeOfAnotherKind_isLeftAlone() throws IOException {
    Path other = Files.createDirectory(parent.resolve("other-1"));
    Files.createFile(other.resolve("owner.lock"));

    try (ServerHome home = ServerHome.open(parent, "kind")) {
      assertThat(other).exists();
      assertThat(home.directory()).exists();
    }
  }
}
