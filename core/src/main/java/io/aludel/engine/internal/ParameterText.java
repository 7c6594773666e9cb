package io.aludel.engine.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters as logs and messages show them: long values, lists and batches are abbreviated. */
public final class ParameterText {
  private static final int LONGEST_VALUE = 300;
  private static final int MOST_VALUES = 50;
  private static final int MOST_ROWS = 10;

  private ParameterText() {}

  public static String ofBatch(List<List<@Nullable Object>> rows) {
    if (rows.size() == 1) {
      return of(rows.get(0));
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < rows.size(); i++) {
      if (rows.size() > MOST_ROWS && i == MOST_ROWS - 2) {
        text.append(" ... ")
            .append(MOST_ROWS)
            .append(" of ")
            .append(rows.size())
            .append(" rows ...");
        i = rows.size() - 2;
      }
      text.append(i == 0 ? "" : " ").append(of(rows.get(i)));
    }
    return text.append(']').toString();
  }

  public static String of(List<@Nullable Object> values) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < values.size(); i++) {
      if (values.size() > MOST_VALUES && i == MOST_VALUES - 2) {
        text.append(", ... ").append(MOST_VALUES).append(" of ").append(values.size());
        text.append(" values ...");
        i = values.size() - 2;
      }
      text.append(i == 0 ? "" : ", ").append(value(values.get(i)));
    }
    return text.append(']').toString();
  }

  private static String value(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length + " bytes";
    }
    if (value instanceof CharSequence) {
      return "'" + shortened(value.toString()) + "'";
    }
    return shortened(String.valueOf(value));
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_VALUE) {
      return text;
    }
    int half = LONGEST_VALUE / 2;
    return text.substring(0, half)
        + " ... (" + (text.length() - LONGEST_VALUE) + " characters left out) ... "
        + text.substring(text.length() - half);
  }
}
