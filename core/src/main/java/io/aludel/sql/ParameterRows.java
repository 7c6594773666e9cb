package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.internal.NamedValues;
import io.aludel.sql.internal.Operands;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Many rows of parameters with the same names, for one statement: a list of maps that keeps the names
 * once and an array of values for each row. Whatever takes a list of maps takes it; executed on a
 * connection its values go to the driver past any map, which a hundred thousand rows notice.
 *
 * <pre>{@code
 * ParameterRows rows = ParameterRows.named("name", "born");
 * people.forEach(person -> rows.row(person.name(), person.born()));
 * connection.execute(insert(authors), rows);
 * }</pre>
 *
 * <p>Rows can be added but not changed or taken out, and the maps cannot be changed. Belongs to one
 * thread while rows are added. (Parity row ORM-ENG-12)
 */
public final class ParameterRows extends AbstractList<Map<String, @Nullable Object>> {
  private final List<String> names;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  private ParameterRows(List<String> names) {
    this.names = names;
  }

  /**
   * No rows yet.
   *
   * @param first the name of the first parameter, or the column it is for
   * @param more the names of the others
   * @return the rows, to which {@link #row} adds
   * @throws ArgumentException if a name is empty or there twice
   */
  public static ParameterRows named(String first, String... more) {
    Set<String> names = new LinkedHashSet<>();
    names.add(Operands.name(first, "parameter rows"));
    for (String name : Operands.present(more, "parameter rows", "names")) {
      if (!names.add(Operands.name(name, "parameter rows"))) {
        throw new ArgumentException(
            CoreError.PARAMETERS,
            "Cannot make parameter rows: the name " + name + " is there twice. Name each parameter"
                + " once.");
      }
    }
    return new ParameterRows(List.copyOf(names));
  }

  /**
   * Adds a row.
   *
   * @param values a value for each name, in their order; null for NULL
   * @return these rows
   * @throws ArgumentException if there are more or fewer values than names
   */
  public ParameterRows row(@Nullable Object... values) {
    if (values == null || values.length != names.size()) {
      throw new ArgumentException(
          CoreError.PARAMETERS,
          "Cannot add a row of " + (values == null ? "no" : values.length)
              + " values: the parameters are " + names + ". Give a value for each, null for NULL.");
    }
    rows.add(Arrays.copyOf(values, values.length, Object[].class));
    modCount++;
    return this;
  }

  /**
   * The names of the parameters.
   *
   * @return the names, in the order of the values
   */
  public List<String> names() {
    return names;
  }

  /**
   * The values of a row without a map. For the engine and other layers.
   *
   * @param index the row, from 0
   * @return its values in the order of the names; not to be changed
   */
  public @Nullable Object[] values(int index) {
    return rows.get(index);
  }

  /**
   * A row as a map.
   *
   * @param index the row, from 0
   * @return its values by name; cannot be changed
   */
  @Override
  public Map<String, @Nullable Object> get(int index) {
    return new NamedValues(names, rows.get(index));
  }

  @Override
  public int size() {
    return rows.size();
  }
}
