package io.aludel.examples.page;

/** One chapter of the guide: it writes text on a page and runs the code it speaks of. */
public interface Chapter {
  /**
   * What the chapter is about.
   *
   * @return a few words, without a number
   */
  String title();

  /**
   * Writes the chapter.
   *
   * @param page an empty page on a database without the guide's tables
   */
  void write(Page page);
}
