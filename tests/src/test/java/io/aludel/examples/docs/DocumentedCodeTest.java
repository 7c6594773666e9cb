package io.aludel.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.page.SentStatement;
import io.aludel.examples.page.SourceText;
import io.aludel.examples.readme.FirstScreen;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code in the documents is the code that runs. */
class DocumentedCodeTest {
  private static final Pattern REGION =
      Pattern.compile("region examples/src/main/java/(?<type>[\\w/]+)\\.java#(?<name>[\\w-]+)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)[^)]*\\)");
  private static final Pattern VERSION = Pattern.compile(
      "<groupId>io\\.aludel</groupId>\\s*<artifactId>([\\w-]+)</artifactId>\\s*<version>([^<]*)<");

  static List<Document> documents() {
    return Document.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void javaBlock_namesItsRegion_equalsIt(Document document) throws ClassNotFoundException {
    for (Document.Block block : document.blocks()) {
      if (block.language().equals("java")) {
        Matcher region = REGION.matcher(block.origin());
        assertThat(region.matches()).as("origin of\n%s", block.code()).isTrue();
        Class<?> type = Class.forName(
            region.group("type").replace('/', '.'), false, getClass().getClassLoader());
        assertThat(block.code()).isEqualTo(SourceText.of(type).region(region.group("name")));
      }
    }
  }

  @Test
  void readme_firstScreen_showsWhatWasSent() {
    String sent =
        FirstScreen.run().stream().map(SentStatement::asText).collect(Collectors.joining("\n"));
    assertThat(Document.of("README.md").blocks())
        .filteredOn(block -> block.language().equals("sql"))
        .extracting(Document.Block::code)
        .containsExactly(sent);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void setup_namesArtifacts_thatExistInThisVersion(Document document) {
    String version = projectVersion();
    Matcher named = VERSION.matcher(document.text());
    while (named.find()) {
      assertThat(Document.root().resolve(named.group(1).replace("aludel-", ""))).isDirectory();
      assertThat(named.group(2)).isEqualTo(version);
    }
    Matcher coordinates =
        Pattern.compile("io\\.aludel:([\\w-]+):([\\w.-]+)").matcher(document.text());
    while (coordinates.find()) {
      assertThat(Document.root().resolve(coordinates.group(1).replace("aludel-", "")))
          .isDirectory();
      assertThat(coordinates.group(2)).isEqualTo(version);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void link_toFileOfTheProject_leadsThere(Document document) {
    Matcher link = LINK.matcher(document.text());
    while (link.find()) {
      assertThat(document.file().resolveSibling(link.group(1))).exists();
    }
  }

  private static String projectVersion() {
    Matcher version = Pattern.compile("<artifactId>aludel-parent</artifactId>\\s*<version>([^<]*)<")
        .matcher(Document.of("pom.xml").text());
    assertThat(version.find()).isTrue();
    return version.group(1);
  }
}
