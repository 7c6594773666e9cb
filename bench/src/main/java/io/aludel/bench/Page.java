package io.aludel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The document whose measured parts are written by the bench, each between two markers. */
final class Page {
  /** Names the document to be written; without it what was measured is only printed. */
  private static final String PROPERTY = "bench.page";

  private Page() {}

  /** Prints the lines and puts them into the document, if one is named. */
  static void show(String section, List<String> lines) throws IOException {
    lines.forEach(System.out::println);
    String page = System.getProperty(PROPERTY, "");
    if (!page.isEmpty()) {
      Path file = Path.of(page);
      Files.writeString(file, replaced(Files.readString(file), section, lines));
    }
  }

  private static String replaced(String text, String section, List<String> lines) {
    String begin = "<!-- bench " + section + " -->\n";
    String end = "<!-- end of bench " + section + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          "The document has no lines '" + begin.strip() + "' and '" + end + "' to write between");
    }
    return text.substring(0, from + begin.length())
        + "\n"
        + String.join("\n", lines).strip()
        + "\n\n"
        + text.substring(to);
  }
}
