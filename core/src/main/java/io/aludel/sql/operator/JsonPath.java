package io.aludel.sql.operator;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/**
 * The way to a part of a JSON value. Its names are never SQL: they are bound, or quoted where a database
 * takes no parameter there.
 *
 * @param steps names of members, and indexes of elements counted from 0, or from the end if negative
 */
public record JsonPath(List<Object> steps) {
  /** The value itself. */
  static final JsonPath ROOT = new JsonPath(List.of());

  /** Keeps its own copy of the list. */
  public JsonPath {
    steps = List.copyOf(steps);
    for (Object step : steps) {
      if (!(step instanceof String) && !(step instanceof Integer)) {
        throw new ArgumentException(
            CoreError.ARGUMENT,
            "Cannot make a JSON path with a step of " + step.getClass().getName()
                + ". Give names as String and indexes as Integer.");
      }
    }
  }

  JsonPath then(Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(ArgumentException.requireNonNull(step, "a step of a JSON path"));
    return new JsonPath(longer);
  }

  /**
   * The path as SQL/JSON writes it, {@code $."a"[0]}.
   *
   * @param fromEnd writes an index counted from the end, given as the negative number
   * @return the text
   */
  public String standard(IntFunction<String> fromEnd) {
    StringBuilder text = new StringBuilder("$");
    for (Object step : steps) {
      if (step instanceof Integer index) {
        text.append('[')
            .append(index < 0 ? fromEnd.apply(index) : index.toString())
            .append(']');
      } else {
        text.append('.').append(Json.of(step));
      }
    }
    return text.toString();
  }

  /**
   * The path as PostgreSQL writes it, <code>{"a","0"}</code>.
   *
   * @return the text
   */
  public String asArray() {
    StringJoiner text = new StringJoiner(",", "{", "}");
    for (Object step : steps) {
      text.add('"' + step.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
    return text.toString();
  }
}
