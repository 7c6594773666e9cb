package io.aludel.examples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of the project, and the fenced blocks in it. */
record Document(Path file, String text) {
  private static final Pattern BLOCK = Pattern.compile(
      "(?:<!-- (?<origin>[^\\n]+) -->\\n)?```(?<language>[a-z]+)\\n(?<code>.*?)```",
      Pattern.DOTALL);

  /** The folder of the whole project. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static Document of(String path) {
    return read(root().resolve(path));
  }

  /** The README and the documents for users; design notes quote code that is still to be written. */
  static List<Document> all() {
    Path docs = root().resolve("docs");
    Path design = docs.resolve("design");
    try (Stream<Path> pages = Files.walk(docs).filter(page -> !page.startsWith(design))) {
      return Stream.of(Stream.of(root().resolve("README.md")), pages.sorted())
          .flatMap(each -> each)
          .filter(page -> page.toString().endsWith(".md"))
          .map(Document::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      String origin = matcher.group("origin") == null ? "" : matcher.group("origin");
      blocks.add(
          new Block(matcher.group("language"), origin, matcher.group("code").stripTrailing()));
    }
    return blocks;
  }

  @Override
  public String toString() {
    return root().relativize(file).toString();
  }

  private static Document read(Path file) {
    try {
      return new Document(file, Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A fenced block: its language, what the comment above says of its origin, its lines. */
  record Block(String language, String origin, String code) {}
}
