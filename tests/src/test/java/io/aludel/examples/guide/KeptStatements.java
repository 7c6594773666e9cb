package io.aludel.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Part;
import io.aludel.examples.page.SentStatement;
import io.aludel.examples.page.WrittenChapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The statements a chapter should send, kept among the test resources: {@code QueryObjects.sql}, and
 * {@code QueryObjects.h2.sql} where a database needs others.
 */
record KeptStatements(Path expected, Path seen) {
  private static final Path FOLDER = Path.of("src/test/resources/io/aludel/examples/guide");

  static KeptStatements of(Chapter chapter, String database) {
    String name = chapter.getClass().getSimpleName();
    String special = name + "." + database + ".sql";
    Path seen = Path.of("target/guide", special);
    Path own = FOLDER.resolve(special);
    return new KeptStatements(Files.exists(own) ? own : FOLDER.resolve(name + ".sql"), seen);
  }

  void assertSame(WrittenChapter chapter) throws IOException {
    String sent =
        chapter.examples().stream().map(KeptStatements::asText).collect(Collectors.joining("\n"));
    Files.createDirectories(seen.getParent());
    Files.writeString(seen, sent);
    String kept = Files.exists(expected) ? Files.readString(expected) : "";
    assertThat(sent)
        .as("statements; kept in %s, sent now are those in %s", expected, seen)
        .isEqualTo(kept);
  }

  private static String asText(Part.Example example) {
    String statements = example.statements().stream()
        .map(SentStatement::asText)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
    return "-- example: " + example.name() + "\n" + statements;
  }
}
