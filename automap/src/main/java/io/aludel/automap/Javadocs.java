package io.aludel.automap;

/** Text of a database as Javadoc, where it can end no comment and open no tag. */
final class Javadocs {
  private Javadocs() {}

  static String of(String text) {
    StringBuilder safe = new StringBuilder();
    for (String line : text.strip().split("\\R")) {
      safe.append(safe.length() == 0 ? "" : "\n").append(line.strip());
    }
    return safe.toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;");
  }
}
