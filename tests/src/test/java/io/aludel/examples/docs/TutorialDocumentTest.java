package io.aludel.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.examples.guide.Guide;
import io.aludel.examples.howto.HowTo;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Part;
import io.aludel.examples.page.SentStatement;
import io.aludel.examples.page.WrittenChapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tutorial and the how-to pages are examples as they ran on SQLite. When one is stale, run this test with {@code
 * -Daludel.docs.update=true}, which writes it anew.
 */
class TutorialDocumentTest {
  private static final int WIDTH = 120;

  @Test
  void tutorial_always_isTheGuideAsItRan() throws IOException {
    assertWritten("docs/tutorial.md", tutorial());
  }

  @Test
  void howTo_always_isAsItRan() throws IOException {
    for (Map.Entry<String, Chapter> page : HowTo.pages().entrySet()) {
      assertWritten("docs/how-to/" + page.getKey() + ".md", howTo(page.getValue()));
    }
  }

  private static void assertWritten(String name, String page) throws IOException {
    Path file = Document.root().resolve(name);
    if (Boolean.getBoolean("aludel.docs.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, page);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s; write it anew with -Daludel.docs.update=true", name)
        .isEqualTo(page);
  }

  private static String howTo(Chapter chapter) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + chapter.title());
    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      write(lines, chapter, HowTo.write(chapter, engine));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String tutorial() {
    List<String> lines = new ArrayList<>();
    lines.add("# Tutorial");
    lines.add("");
    wrap(
        lines,
        "Every line of code here ran when this page was written, and what stands below it is what it"
            + " sent to an SQLite database and what it printed. `TutorialDocumentTest` wrote the page from"
            + " that run; the same chapters are tests on all databases. `mvn -q -ntp -pl examples -am"
            + " compile exec:java` runs them for you. Lines in Python are what somebody who knows"
            + " SQLAlchemy would have written.");
    lines.add("");
    List<Chapter> chapters = Guide.chapters();
    for (int number = 1; number <= chapters.size(); number++) {
      String title = chapters.get(number - 1).title();
      lines.add(number + ". [" + title + "](#" + anchor(number, title) + ")");
    }
    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      for (int number = 1; number <= chapters.size(); number++) {
        Chapter chapter = chapters.get(number - 1);
        lines.add("");
        lines.add("## " + number + ". " + chapter.title());
        write(lines, chapter, Guide.write(chapter, engine));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String anchor(int number, String title) {
    return number + "-" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static void write(List<String> lines, Chapter chapter, WrittenChapter written) {
    for (Part part : written.parts()) {
      if (part instanceof Part.Paragraph paragraph) {
        lines.add("");
        wrap(lines, paragraph.text());
      } else if (part instanceof Part.Listing listing) {
        java(lines, listing.origin(), listing.code());
      } else if (part instanceof Part.Beside beside) {
        lines.add("");
        lines.add("In SQLAlchemy:");
        block(lines, "python", beside.code());
      } else if (part instanceof Part.Example example) {
        String origin = chapter.getClass().getName().replace('.', '/') + "#" + example.name();
        java(lines, origin, example.code());
        block(
            lines,
            "sql",
            example.statements().stream()
                .map(SentStatement::asText)
                .collect(Collectors.joining("\n")));
        block(lines, "text", String.join("\n", example.answer()));
      }
    }
  }

  private static void java(List<String> lines, String origin, String code) {
    int hash = origin.indexOf('#');
    lines.add("");
    lines.add("<!-- region examples/src/main/java/" + origin.substring(0, hash) + ".java"
        + origin.substring(hash) + " -->");
    fence(lines, "java", code);
  }

  private static void block(List<String> lines, String language, String text) {
    if (!text.isEmpty()) {
      lines.add("");
      fence(lines, language, text);
    }
  }

  private static void fence(List<String> lines, String language, String text) {
    lines.add("```" + language);
    lines.add(text);
    lines.add("```");
  }

  private static void wrap(List<String> lines, String text) {
    String rest = text;
    while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > 0) {
      int end = rest.lastIndexOf(' ', WIDTH);
      lines.add(rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    lines.add(rest);
  }
}
