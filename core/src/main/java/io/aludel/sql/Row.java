package io.aludel.sql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result: a list of values that also have names. Equal to any other row with equal values in
 * the same order. Immutable.
 */
public interface Row {
  /**
   * The value at a position.
   *
   * @param position the position, counted from 0
   * @return the value, or null for NULL
   * @throws io.aludel.ArgumentException if there is no such position
   */
  @Nullable Object get(int position);

  /**
   * The value of a name.
   *
   * @param name the name of the column or the label
   * @return the value, or null for NULL
   * @throws io.aludel.ArgumentException if no column has the name, or several do
   */
  @Nullable Object get(String name);

  /**
   * The value of an expression of the select list.
   *
   * @param expression the expression that was selected, or an equal one
   * @param <T> its Java type
   * @return the value, or null for NULL
   * @throws io.aludel.ArgumentException if the statement did not select it
   */
  <T> @Nullable T get(Selectable<T> expression);

  /**
   * The number of values.
   *
   * @return the number
   */
  int size();

  /**
   * The names of the values.
   *
   * @return the names in order
   */
  List<String> names();

  /**
   * The values.
   *
   * @return the values in order
   */
  List<@Nullable Object> asList();

  /**
   * The values by name; of several values with one name, the first.
   *
   * @return the values in order
   */
  Map<String, @Nullable Object> asMap();
}
