package io.aludel.examples.page;

import java.util.List;

/** A piece of a written chapter, in reading order. */
public sealed interface Part {
  /**
   * Running text.
   *
   * @param text one line, however long
   */
  record Paragraph(String text) implements Part {}

  /**
   * Code to look at, such as an entity.
   *
   * @param origin where they stand: the path of the source without its ending, a hash, the region
   * @param code the lines as they stand in the source, without common indentation
   */
  record Listing(String origin, String code) implements Part {}

  /**
   * What somebody who knows SQLAlchemy would have written.
   *
   * @param code the lines
   */
  record Beside(String code) implements Part {}

  /**
   * Code that ran, and what came of it.
   *
   * @param name the name of the region in the source, unique in its chapter
   * @param code the lines that ran
   * @param statements what reached the database, in order
   * @param answer what the code printed, line by line
   */
  record Example(String name, String code, List<SentStatement> statements, List<String> answer)
      implements Part {}
}
