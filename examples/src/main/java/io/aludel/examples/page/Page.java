package io.aludel.examples.page;

import io.aludel.engine.Engine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where a chapter is written: it runs the examples, listening to what they send and print. */
public final class Page {
  private final Engine engine;
  private final StatementTape tape;
  private final SourceText source;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final List<Part> parts = new ArrayList<>();

  private Page(Engine engine, StatementTape tape, SourceText source) {
    this.engine = engine;
    this.tape = tape;
    this.source = source;
  }

  /**
   * Runs a chapter.
   *
   * @param chapter what to write
   * @param engine the database, without the guide's tables
   * @return the chapter with the statements and answers of this run
   */
  public static WrittenChapter write(Chapter chapter, Engine engine) {
    try (StatementTape tape = StatementTape.on(engine)) {
      Page page = new Page(engine, tape, SourceText.of(chapter.getClass()));
      chapter.write(page);
      return new WrittenChapter(chapter.title(), List.copyOf(page.parts));
    }
  }

  /**
   * The database the chapter runs on.
   *
   * @return the engine
   */
  public Engine engine() {
    return engine;
  }

  /**
   * Where examples print their answers.
   *
   * @return a stream that ends on the page
   */
  public PrintStream out() {
    return out;
  }

  /**
   * Writes a paragraph.
   *
   * @param text its words; line breaks count as spaces
   */
  public void says(String text) {
    parts.add(new Part.Paragraph(text.strip().replaceAll("\\s+", " ")));
  }

  /**
   * Shows code without running it.
   *
   * @param type the class in whose source it stands
   * @param region the name of the region
   */
  public void shows(Class<?> type, String region) {
    String origin = type.getName().replace('.', '/') + "#" + region;
    parts.add(new Part.Listing(origin, SourceText.of(type).region(region)));
  }

  /**
   * Shows what somebody who knows SQLAlchemy would have written.
   *
   * @param code the lines, which nobody runs here
   */
  public void beside(String code) {
    parts.add(new Part.Beside(code.strip()));
  }

  /**
   * Runs code that the page does not show, such as storing rows for what follows.
   *
   * @param action what to run
   */
  public void quietly(Runnable action) {
    action.run();
    tape.take();
    printed.reset();
  }

  /**
   * Runs an example and writes down its code, the statements it sent and what it printed.
   *
   * @param region the name of the region around the code, in the source of the chapter
   * @param action the code
   */
  public void runs(String region, Runnable action) {
    action.run();
    out.flush();
    List<String> answer = printed.toString(StandardCharsets.UTF_8).lines().toList();
    printed.reset();
    parts.add(new Part.Example(region, source.region(region), tape.take(), answer));
  }
}
