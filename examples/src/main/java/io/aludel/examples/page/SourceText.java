package io.aludel.examples.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** The source of one class, and the tagged regions in it. */
public final class SourceText {
  private static final String START = "// @start region=\"%s\"";
  private static final String END = "// @end";

  private final String name;
  private final List<String> lines;

  private SourceText(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  /**
   * The source of a class, which the build puts beside its class file.
   *
   * @param type a top-level class of the examples
   * @return its text
   */
  public static SourceText of(Class<?> type) {
    String name = type.getSimpleName() + ".java";
    try (InputStream source = type.getResourceAsStream(name)) {
      if (source == null) {
        throw new NoSuchElementException(
            "The source of " + type.getName() + " is not on the class path.");
      }
      String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
      return new SourceText(name, text.lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The lines between {@code // @start region="name"} and the next {@code // @end}; where a name is used
   * several times, the lines of all its parts.
   *
   * @param region the name of the region
   * @return the lines without their common indentation
   * @throws NoSuchElementException if there is no such region, or no end to it
   */
  public String region(String region) {
    String start = START.formatted(region);
    List<String> found = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (inside && line.strip().startsWith(END)) {
        inside = false;
      } else if (inside) {
        found.add(line);
      } else {
        inside = line.strip().equals(start);
      }
    }
    if (inside || found.isEmpty()) {
      throw new NoSuchElementException(name + " has no complete region '" + region + "'.");
    }
    return String.join("\n", withoutOuterBlanks(found)).stripIndent();
  }

  private static List<String> withoutOuterBlanks(List<String> lines) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (to > from && lines.get(to - 1).isBlank()) {
      to--;
    }
    return lines.subList(from, to);
  }
}
