package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Row;
import io.aludel.sql.Selectable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row over an array. */
final class ArrayRow implements Row {
  private final RowShape shape;
  private final @Nullable Object[] values;

  ArrayRow(RowShape shape, @Nullable Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  @Override
  public @Nullable Object get(int position) {
    if (position < 0 || position >= values.length) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "A row of " + values.length + " values has none at position " + position
              + ". Positions are counted from 0.");
    }
    return values[position];
  }

  @Override
  public @Nullable Object get(String name) {
    return values[shape.indexOf(ArgumentException.requireNonNull(name, "the name of a value"))];
  }

  @Override
  @SuppressWarnings("unchecked") // the reader of the expression made the value
  public <T> @Nullable T get(Selectable<T> expression) {
    ArgumentException.requireNonNull(expression, "the expression of a value");
    return (T) values[shape.indexOf(expression)];
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public List<String> names() {
    return shape.names();
  }

  @Override
  public List<@Nullable Object> asList() {
    return Collections.unmodifiableList(Arrays.<@Nullable Object>asList(values));
  }

  @Override
  public Map<String, @Nullable Object> asMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      map.putIfAbsent(shape.names().get(i), values[i]);
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row && asList().equals(row.asList());
  }

  @Override
  public int hashCode() {
    return asList().hashCode();
  }

  @Override
  public String toString() {
    return asMap().size() == values.length ? asMap().toString() : asList().toString();
  }
}
