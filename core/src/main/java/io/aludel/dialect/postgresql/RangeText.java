package io.aludel.dialect.postgresql;

import io.aludel.types.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ranges and multiranges in the way the server writes them: {@code [1,5)}, <code>{[1,5),[7,9)}</code>.
 *
 * @param <T> the Java type of the bounds
 */
final class RangeText<T> {
  private final Function<T, String> writer;
  private final Function<String, T> reader;

  RangeText(Function<T, String> writer, Function<String, T> reader) {
    this.writer = writer;
    this.reader = reader;
  }

  String write(Range<T> range) {
    if (range.empty()) {
      return "empty";
    }
    return (range.lowerIncluded() ? "[" : "(") + bound(range.lower()) + "," + bound(range.upper())
        + (range.upperIncluded() ? "]" : ")");
  }

  String write(List<Range<T>> ranges) {
    StringJoiner text = new StringJoiner(",", "{", "}");
    ranges.forEach(range -> text.add(write(range)));
    return text.toString();
  }

  private String bound(@Nullable T bound) {
    return bound == null ? "" : ArrayText.quoted(writer.apply(bound));
  }

  Range<T> read(String text) {
    return new Scanner(text).range();
  }

  List<Range<T>> readAll(String text) {
    Scanner scanner = new Scanner(text);
    List<Range<T>> ranges = new ArrayList<>();
    scanner.at = 1;
    while (text.charAt(scanner.at) != '}') {
      ranges.add(scanner.range());
      scanner.at += text.charAt(scanner.at) == ',' ? 1 : 0;
    }
    return ranges;
  }

  /** Goes through one text. */
  private final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    Range<T> range() {
      if (text.startsWith("empty", at)) {
        at += 5;
        return Range.ofNothing();
      }
      boolean lowerIncluded = text.charAt(at++) == '[';
      T lower = bound();
      at++;
      T upper = bound();
      boolean upperIncluded = text.charAt(at++) == ']';
      return new Range<>(lower, upper, lowerIncluded, upperIncluded, false);
    }

    private @Nullable T bound() {
      StringBuilder bound = new StringBuilder();
      boolean quoted = text.charAt(at) == '"';
      if (quoted) {
        at++;
        while (text.charAt(at) != '"' || doubled()) {
          at += text.charAt(at) == '\\' || text.charAt(at) == '"' ? 1 : 0;
          bound.append(text.charAt(at++));
        }
        at++;
      } else {
        while (",)]".indexOf(text.charAt(at)) < 0) {
          bound.append(text.charAt(at++));
        }
      }
      return bound.isEmpty() ? null : reader.apply(bound.toString());
    }

    private boolean doubled() {
      return at + 1 < text.length() && text.charAt(at + 1) == '"';
    }
  }
}
