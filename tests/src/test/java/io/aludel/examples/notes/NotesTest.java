package io.aludel.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program: its options, what it prints, how it ends. */
class NotesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir
  Path folder;

  private int run(String... arguments) {
    return Notes.run(List.of(arguments), stream(out), stream(errors), () -> {});
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void run_onAFile_servesUntilItIsEnded() {
    assertThat(run("--port", "0", "--file", folder.resolve("notes.db").toString()))
        .isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .matches(
            "Serving http://localhost:\\d+/notes, /albums and /tracks from sqlite. Ctrl-C ends it.\\R");
    assertThat(folder.resolve("notes.db")).exists();
    assertThat(errors.size()).isZero();
  }

  @Test
  void run_withNonsense_saysWhat() {
    for (String[] wrong : new String[][] {
      {"--colour"},
      {"--port"},
      {"--port", "many"},
      {"--port", "70000"},
      {"--database", "postgres://x:secret@y"}
    }) {
      errors.reset();
      assertThat(run(wrong)).isEqualTo(2);
      assertThat(errors.toString(StandardCharsets.UTF_8))
          .contains("Try --help.")
          .doesNotContain("secret");
    }
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("usage: Notes");
  }

  @Test
  void run_thatCannotServe_saysWhy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(run("--port", port, "--file", folder.resolve("a.db").toString()))
          .isEqualTo(1);
      assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Address already in use");
    }
    errors.reset();
    assertThat(
            run("--port", "0", "--database", "jdbc:sqlite:" + folder.resolve("no/such/folder.db")))
        .isEqualTo(1);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("[");
  }
}
