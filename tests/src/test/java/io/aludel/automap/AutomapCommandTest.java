package io.aludel.automap;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on the command line. */
@Parity("ORM-DDL-27")
class AutomapCommandTest {
  @TempDir
  Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return new AutomapCommand(new PrintStream(out, true), new PrintStream(err, true))
        .password("s3cret")
        .run(List.of(arguments));
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("shop.db");
  }

  private String[] complete(String... more) {
    List<String> all = new java.util.ArrayList<>(List.of(
        "--url", url(), "--package", "shop", "--out", folder.resolve("src").toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void help_isPrinted() {
    assertThat(run("--help")).isEqualTo(AutomapCommand.OK);
    assertThat(out.toString()).startsWith("Usage: java -cp").contains("ALUDEL_AUTOMAP_PASSWORD");
  }

  @Test
  void wrongArguments_areExplained() {
    assertThat(run("--url", "x")).isEqualTo(AutomapCommand.USAGE);
    assertThat(err.toString()).startsWith("automap: Say --package.").contains("Usage:");
    assertThat(run("--fast")).isEqualTo(AutomapCommand.USAGE);
    assertThat(err.toString()).startsWith("automap: There is no option --fast.");
    assertThat(run("--url")).isEqualTo(AutomapCommand.USAGE);
    assertThat(err.toString()).startsWith("automap: --url needs a value behind it.");
    assertThat(run("--url", "a", "--url", "b")).isEqualTo(AutomapCommand.USAGE);
    assertThat(err.toString()).startsWith("automap: --url stands there twice.");
  }

  @Test
  void classes_areWritten() throws Exception {
    MetaData metadata = new MetaData();
    Table.of("users", metadata, Schema.column("id", SqlTypes.INTEGER).primaryKey());
    Table.of("logs", metadata, Schema.column("text", SqlTypes.TEXT));
    try (Engine engine = Engine.create(url())) {
      metadata.createAll(engine);
    }

    assertThat(run(complete())).isEqualTo(AutomapCommand.OK);

    Path user = folder.resolve("src/shop/User.java");
    assertThat(out.toString())
        .contains("note: logs: no class, as the table has no primary key.")
        .contains("wrote " + user)
        .endsWith("1 of 1 files written." + System.lineSeparator());
    assertThat(run(complete())).isEqualTo(AutomapCommand.OK);
    assertThat(out.toString()).contains("0 of 1 files written.");
    Files.writeString(user, "mine");
    assertThat(run(complete())).isEqualTo(AutomapCommand.FAILED);
    assertThat(err.toString()).startsWith("automap: No source was written:");
    assertThat(Files.readString(user)).isEqualTo("mine");
    assertThat(run(complete("--replace"))).isEqualTo(AutomapCommand.OK);
    assertThat(Files.readString(user)).startsWith("package shop;");
    assertThat(run(complete("--only", "nothing"))).isEqualTo(AutomapCommand.FAILED);
    assertThat(err.toString()).contains("table 'nothing' was named");
  }

  @Test
  void emptyDatabase_isAFailure() {
    assertThat(run(complete())).isEqualTo(AutomapCommand.FAILED);
    assertThat(err.toString()).contains("no table there can have a class");
  }

  @Test
  void password_isNeverPrinted() {
    assertThat(run(
            "--url",
            "jdbc:h2:mem:automap;IFEXISTS=TRUE",
            "--user",
            "nobody",
            "--package",
            "shop",
            "--out",
            folder.toString()))
        .isEqualTo(AutomapCommand.FAILED);
    assertThat(out + "" + err).isNotBlank().doesNotContain("s3cret");
  }
}
