package io.aludel.examples.page;

/** The colours of printed pages, or none. */
public enum Palette {
  /** Letters only: for files and pipes. */
  PLAIN("", "", "", "", ""),
  /** With the escape sequences terminals understand. */
  COLORED("\u001b[1m", "\u001b[2m", "\u001b[36m", "\u001b[32m", "\u001b[0m");

  private final String bold;
  private final String dim;
  private final String cyan;
  private final String green;
  private final String reset;

  Palette(String bold, String dim, String cyan, String green, String reset) {
    this.bold = bold;
    this.dim = dim;
    this.cyan = cyan;
    this.green = green;
    this.reset = reset;
  }

  String title(String text) {
    return bold + text + reset;
  }

  String label(String text) {
    return dim + text + reset;
  }

  String sql(String text) {
    return cyan + text + reset;
  }

  String answer(String text) {
    return green + text + reset;
  }
}
