package io.aludel.examples.page;

import java.util.List;

/**
 * A chapter after it ran: everything a printer, a test or a document needs.
 *
 * @param title what the chapter is about
 * @param parts its pieces in reading order
 */
public record WrittenChapter(String title, List<Part> parts) {
  /**
   * The pieces that ran.
   *
   * @return the examples in reading order
   */
  public List<Part.Example> examples() {
    return parts.stream()
        .filter(Part.Example.class::isInstance)
        .map(Part.Example.class::cast)
        .toList();
  }
}
