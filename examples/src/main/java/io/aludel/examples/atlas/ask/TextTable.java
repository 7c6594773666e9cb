package io.aludel.examples.atlas.ask;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of cells, printed below each other with aligned columns. Cells of numbers stand at the right. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... heads) {
    rows.add(List.of(heads));
  }

  /** Adds a row. */
  TextTable row(Object... cells) {
    rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  /** Prints all rows. */
  void print(PrintStream out) {
    int columns = rows.get(0).size();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int column = 0; column < columns; column++) {
        String cell = row.get(column);
        String gap = " ".repeat(width(column) - length(cell));
        line.append(isNumeric(column) ? gap + cell : cell + gap).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private boolean isNumeric(int column) {
    return rows.stream().skip(1).allMatch(row -> row.get(column).matches("[+-]?[0-9.,:]+( ms)?"));
  }

  /** Columns on a screen: marks stand above their letter, letters of East Asia take two. */
  private static int length(String cell) {
    return cell.codePoints().map(TextTable::columnsOf).sum();
  }

  private static int columnsOf(int letter) {
    int type = Character.getType(letter);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
      default -> 1;
    };
  }
}
