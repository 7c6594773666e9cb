package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.internal.Operands;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row to be inserted, or of the columns to be updated, by column. Immutable; see {@code
 * Sql.row}.
 */
public final class NewRow {
  private final Map<Object, @Nullable Object> values;

  private NewRow(Map<Object, @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * A row from a map.
   *
   * @param values values, or expressions, by column name
   * @return the row
   */
  public static NewRow of(Map<String, ?> values) {
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<String, ?> entry : Operands.present(values, "row", "map").entrySet()) {
      copy.put(Operands.name(entry.getKey(), "row"), entry.getValue());
    }
    return new NewRow(copy);
  }

  static NewRow ofPairs(Object column, @Nullable Object value, @Nullable Object[] more) {
    if (more.length % 2 != 0) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make row: "
              + (more.length + 2)
              + " arguments were given, which is an odd number. Give a column and a value in"
              + " turn.");
    }
    NewRow row = new NewRow(Map.of()).with(column, value);
    for (int i = 0; i < more.length; i += 2) {
      row = row.with(Operands.present(more[i], "row", "column"), more[i + 1]);
    }
    return row;
  }

  /**
   * A copy with another value.
   *
   * @param column the column
   * @param value the value, null for NULL
   * @param <T> its Java type
   * @return the copy
   */
  public <T> NewRow and(Expression<T> column, @Nullable T value) {
    return with(column, value);
  }

  /**
   * A copy with another value.
   *
   * @param column the name of the column
   * @param value the value or expression, null for NULL
   * @return the copy
   */
  public NewRow and(String column, @Nullable Object value) {
    return with(column, value);
  }

  /**
   * Values and expressions by column.
   *
   * @return a value, an expression or null for each name or node of a column
   */
  public Map<Object, @Nullable Object> values() {
    return values;
  }

  private NewRow with(Object column, @Nullable Object value) {
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>(values);
    copy.put(key(column), value);
    return new NewRow(copy);
  }

  private static Object key(Object column) {
    if (column instanceof Expression<?> expression) {
      return expression.node();
    }
    if (column instanceof String name && !name.isEmpty()) {
      return name;
    }
    throw new ArgumentException(
        CoreError.WRONG_ROLE,
        "Cannot make row: a column is needed where "
            + column.getClass().getName()
            + " was given. Give the name of a column, or the column itself, before each value.");
  }

  @Override
  public String toString() {
    return "NewRow" + values.keySet();
  }
}
