package io.aludel.testing.internal.statement;

import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.Step;
import io.aludel.testing.TransactionStep;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step or an expectation as text: what was said, and with which values. */
record Line(String text, String values) {
  private static final int SHOWN_BYTES = 16;

  static Line of(Step step) {
    if (step instanceof ExecutedStatement statement) {
      return new Line(SqlText.normal(statement.sql()), rows(statement.parameters()));
    }
    return of((TransactionStep) step);
  }

  static Line of(TransactionStep step) {
    return new Line(step.name().replace('_', ' '), "");
  }

  static Line of(Spelling spelling) {
    List<List<@Nullable Object>> parameters = spelling.parameters();
    return new Line(
        SqlText.normal(spelling.sql()), parameters == null ? "[any parameters]" : rows(parameters));
  }

  /** The same values with their classes, for values that look alike and are not. */
  static String typed(List<List<@Nullable Object>> rows) {
    return rows.stream()
        .map(row -> row.stream()
            .map(value ->
                value(value) + (value == null ? "" : " " + value.getClass().getSimpleName()))
            .collect(Collectors.joining(", ", "[", "]")))
        .collect(Collectors.joining(", "));
  }

  private static String rows(List<List<@Nullable Object>> rows) {
    return rows.equals(List.of(List.of()))
        ? ""
        : rows.stream()
            .map(row -> row.stream().map(Line::value).collect(Collectors.joining(", ", "[", "]")))
            .collect(Collectors.joining(", "));
  }

  private static String value(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      String hex =
          HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN_BYTES)));
      return bytes.length > SHOWN_BYTES
          ? "x'" + hex + "…' (" + bytes.length + " bytes)"
          : "x'" + hex + "'";
    }
    if (value instanceof Object[] array) {
      return Arrays.deepToString(array);
    }
    boolean quoted =
        value instanceof CharSequence || value instanceof Character || value instanceof Temporal;
    return quoted ? "'" + value + "'" : String.valueOf(value);
  }
}
