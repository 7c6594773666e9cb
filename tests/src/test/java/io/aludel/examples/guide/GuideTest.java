package io.aludel.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.page.Palette;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void run_withoutArguments_printsAllChapters() {
    assertThat(run()).isZero();
    assertThat(printed(output))
        .contains("1. Declare models", "14. Event hooks", "CREATE TABLE users", "answer")
        .doesNotContain("\u001b");
    assertThat(printed(errors)).isEmpty();
  }

  @Test
  void run_oneChapter_printsNoOther() {
    assertThat(run("--chapter", "3")).isZero();
    assertThat(printed(output)).contains("3. Add and commit").doesNotContain("2. ", "4. ");
  }

  @Test
  void run_colorAlways_printsColors() {
    assertThat(run("--chapter", "1", "--color", "always")).isZero();
    assertThat(printed(output)).contains("\u001b[");
  }

  @Test
  void run_help_printsUsageOnly() {
    assertThat(run("--help")).isZero();
    assertThat(printed(output)).startsWith("Runs the guide").doesNotContain("1. Declare");
  }

  @Test
  void run_nonsense_endsWithTwoAndSaysWhy() {
    assertThat(run("--chapter", "99")).isEqualTo(2);
    assertThat(run("--chapter")).isEqualTo(2);
    assertThat(run("--color", "pink")).isEqualTo(2);
    assertThat(run("users.db")).isEqualTo(2);
    assertThat(printed(errors))
        .contains(
            "no chapter '99'",
            "--chapter needs",
            "not 'pink'",
            "'users.db' is neither",
            "Try --help.");
    assertThat(printed(output)).isEmpty();
  }

  @Test
  void run_unknownDatabase_endsWithOneAndTheCode() {
    assertThat(run("jdbc:nothing:here")).isEqualTo(1);
    assertThat(printed(errors)).contains("ENG-101").hasLineCount(1);
  }

  @Test
  void run_tableInTheWay_refusesAndKeepsIt(@TempDir Path folder) throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("mine.db");
    try (Connection mine = DriverManager.getConnection(url);
        Statement statement = mine.createStatement()) {
      statement.execute("CREATE TABLE posts (precious INTEGER)");
      assertThat(run(url)).isEqualTo(1);
      assertThat(printed(errors)).contains("posts");
      statement.execute("SELECT precious FROM posts");
    }
  }

  @Test
  void run_twiceOnOneFile_leavesNothingBehind(@TempDir Path folder) {
    String url = "jdbc:sqlite:" + folder.resolve("guide.db");
    assertThat(run(url)).isZero();
    assertThat(run(url)).isZero();
  }

  private int run(String... arguments) {
    return Guide.run(List.of(arguments), Palette.PLAIN, stream(output), stream(errors));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String printed(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
