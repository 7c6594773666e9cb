package io.aludel.examples.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagePrinterTest {
  private static final WrittenChapter CHAPTER = new WrittenChapter(
      "Greet",
      List.of(
          new Part.Paragraph("word ".repeat(25).strip()),
          new Part.Listing("a/A#entity", "class A {\n\n}"),
          new Part.Beside("class A:\n  pass"),
          new Part.Example(
              "greet",
              "first();\nsecond();",
              List.of(
                  new SentStatement(
                      "INSERT INTO a (b, c)\nVALUES (?, ?)",
                      List.of(List.of("'x'", "1"), List.of("'y'", "2"))),
                  new SentStatement("COMMIT", List.of())),
              List.of("done"))));

  @Test
  void print_plain_alignsLabelsAndWrapsText() {
    assertThat(printed(Palette.PLAIN)).isEqualTo("""

            3. Greet
            ========

            word word word word word word word word word word word word word word word word word word word
            word word word word word word

            java     class A {

                     }

            python   class A:
                       pass

            java     first();
                     second();
            sql      INSERT INTO a (b, c)
                     VALUES (?, ?)
            with     'x', 1
                     'y', 2
            sql      COMMIT
            answer   done
            """);
  }

  @Test
  void print_colored_changesNothingButColors() {
    String colored = printed(Palette.COLORED);
    assertThat(colored).contains("\u001b[");
    assertThat(colored.replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(printed(Palette.PLAIN));
  }

  @Test
  void print_longSql_breaksBetweenWords() {
    String columns = "users.a, ".repeat(20) + "users.z";
    WrittenChapter chapter = new WrittenChapter(
        "Long",
        List.of(new Part.Example(
            "long",
            "x();",
            List.of(new SentStatement("SELECT " + columns, List.of())),
            List.of())));
    String text = printed(chapter, Palette.PLAIN);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(96));
    assertThat(text.replaceAll("\\s+", " ")).contains("SELECT " + columns);
  }

  private static String printed(Palette palette) {
    return printed(CHAPTER, palette);
  }

  private static String printed(WrittenChapter chapter, Palette palette) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new PagePrinter(stream, palette).print(3, chapter);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
