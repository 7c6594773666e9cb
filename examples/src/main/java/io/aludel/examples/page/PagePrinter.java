package io.aludel.examples.page;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints written chapters: labels on the left, code, SQL and answers in one column beside them. */
public final class PagePrinter {
  private static final int WIDTH = 96;
  private static final int LABEL = 9;
  private static final String HANGING = "  ";
  private static final Pattern CLAUSE =
      Pattern.compile(" (?=(?:FROM|WHERE|GROUP BY|ORDER BY|SET|VALUES|RETURNING) )");

  private final PrintStream to;
  private final Palette palette;

  /**
   * A printer.
   *
   * @param to where the text goes
   * @param palette its colours
   */
  public PagePrinter(PrintStream to, Palette palette) {
    this.to = to;
    this.palette = palette;
  }

  /**
   * Prints a chapter.
   *
   * @param number its number, counted from 1
   * @param chapter the chapter after it ran
   */
  public void print(int number, WrittenChapter chapter) {
    String title = number + ". " + chapter.title();
    to.println();
    to.println(palette.title(title));
    to.println(palette.title("=".repeat(title.length())));
    for (Part part : chapter.parts()) {
      to.println();
      print(part);
    }
  }

  private void print(Part part) {
    if (part instanceof Part.Paragraph paragraph) {
      wrap(paragraph.text(), WIDTH, "").forEach(to::println);
    } else if (part instanceof Part.Listing listing) {
      block("java", listing.code().lines().toList(), UnaryOperator.identity());
    } else if (part instanceof Part.Beside beside) {
      block("python", beside.code().lines().toList(), palette::label);
    } else if (part instanceof Part.Example example) {
      block("java", example.code().lines().toList(), UnaryOperator.identity());
      example.statements().forEach(this::print);
      block("answer", example.answer(), palette::answer);
    }
  }

  private void print(SentStatement statement) {
    List<String> lines = new ArrayList<>();
    for (String line : clauses(statement.sql())) {
      lines.addAll(wrap(line, WIDTH - LABEL, HANGING));
    }
    block("sql", lines, palette::sql);
    List<String> rows =
        statement.parameters().stream().map(row -> String.join(", ", row)).toList();
    block("with", rows, UnaryOperator.identity());
  }

  private void block(String label, List<String> lines, UnaryOperator<String> color) {
    String margin = palette.label(label) + " ".repeat(LABEL - label.length());
    for (String line : lines) {
      to.println(line.isBlank() ? "" : margin + color.apply(line));
      margin = " ".repeat(LABEL);
    }
  }

  /** The lines of a statement; a long one begins a new line at each clause. */
  private static List<String> clauses(String sql) {
    return sql.lines()
        .flatMap(
            line -> line.length() > WIDTH - LABEL ? CLAUSE.splitAsStream(line) : Stream.of(line))
        .toList();
  }

  private static List<String> wrap(String text, int width, String hanging) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width && rest.lastIndexOf(' ', width) > hanging.length()) {
      int end = rest.lastIndexOf(' ', width);
      lines.add(rest.substring(0, end));
      rest = hanging + rest.substring(end + 1);
    }
    lines.add(rest);
    return lines;
  }
}
