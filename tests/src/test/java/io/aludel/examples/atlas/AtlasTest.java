package io.aludel.examples.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, on files. */
class AtlasTest {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void run_help_printsUsageOnly() {
    assertThat(run("--help")).isZero();
    assertThat(printed(output)).contains("usage: Atlas", "exit codes");
  }

  @Test
  void run_nonsense_endsWithTwoAndSaysWhy() {
    assertThat(run("--locales", "xx-YY")).isEqualTo(2);
    assertThat(run("--batches", "0")).isEqualTo(2);
    assertThat(run("--country", "Japan")).isEqualTo(2);
    assertThat(run("--date", "tomorrow")).isEqualTo(2);
    assertThat(run("--file")).isEqualTo(2);
    assertThat(run("--fast")).isEqualTo(2);
    assertThat(run("--load-only", "--questions-only")).isEqualTo(2);
    assertThat(run("--file", "a.db", "--database", "jdbc:sqlite:b.db")).isEqualTo(2);
    assertThat(run("--database", "postgresql://me:secret@here")).isEqualTo(2);
    assertThat(printed(errors))
        .contains(
            "no locale 'xx-YY'",
            "not '0'",
            "no country 'Japan'",
            "not 'tomorrow'",
            "--file needs a value",
            "no option '--fast'",
            "exclude each other",
            "begins with 'jdbc:'",
            "Try --help.")
        .doesNotContain("secret");
    assertThat(printed(output)).isEmpty();
  }

  @Test
  void run_unknownDatabase_endsWithOneAndTheCode() {
    assertThat(run("--database", "jdbc:nothing:here")).isEqualTo(1);
    assertThat(printed(errors)).contains("[ENG-101]").hasLineCount(1);
  }

  @Test
  void run_inPieces_goesOnAndAnswers(@TempDir Path folder) {
    String file = folder.resolve("atlas.db").toString();
    assertThat(run("--file", file, "--questions-only")).isEqualTo(3);
    assertThat(run("--file", file, "--locales", "ja", "--batches", "2")).isEqualTo(3);
    assertThat(printed(errors)).contains("not complete").hasLineCount(2);
    assertThat(printed(output)).doesNotContain("Which currencies");

    assertThat(run("--file", file, "--load-only")).isZero();
    assertThat(printed(output)).contains("100 %").doesNotContain("Which currencies");
    assertThat(run("--file", file, "--country", "JP")).isZero();
    assertThat(printed(output))
        .contains(
            "Everything is loaded already.",
            "1. Which currencies",
            "日本",
            "With which countries does JP",
            "selectin",
            "rolled back")
        .doesNotContain("\u001b", "\r");
  }

  @Test
  void run_compare_measuresAndLeavesNothing(@TempDir Path folder) {
    Path file = folder.resolve("atlas.db");
    assertThat(run("--compare", "--file", file.toString(), "--locales", "en")).isZero();
    assertThat(printed(output)).contains("round 3", "times as long");
    assertThat(Files.exists(file)).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  private int run(String... arguments) {
    return Atlas.run(List.of(arguments), stream(output), stream(errors));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String printed(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
