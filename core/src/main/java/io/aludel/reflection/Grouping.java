package io.aludel.reflection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the rows of a catalogue together by the tables, and by the constraints or indexes, they tell of. */
public final class Grouping {
  private Grouping() {}

  /**
   * What each row tells, by table.
   *
   * @param rows rows whose first value is the name of a table
   * @param name the name of the table, as the catalogue gives it, made that of the model
   * @param made what a row tells
   * @param <V> the type of what a row tells
   * @return lists in the order of the rows
   */
  public static <V> Map<String, List<V>> byTable(
      List<CatalogRow> rows, Function<String, String> name, Function<CatalogRow, V> made) {
    Map<String, List<V>> found = new LinkedHashMap<>();
    for (CatalogRow row : rows) {
      found.computeIfAbsent(name.apply(row.name(0)), any -> new ArrayList<>()).add(made.apply(row));
    }
    return found;
  }

  /**
   * What the rows of each constraint or index tell, by table.
   *
   * @param rows rows whose first value is the name of a table and whose second is that of the thing
   * @param name the name of the table, as the catalogue gives it, made that of the model
   * @param made what all rows of one thing tell
   * @param <V> the type of what they tell
   * @return lists in the order of the rows
   */
  public static <V> Map<String, List<V>> byThing(
      List<CatalogRow> rows, Function<String, String> name, Function<List<CatalogRow>, V> made) {
    Map<String, Map<String, List<CatalogRow>>> things = new LinkedHashMap<>();
    for (CatalogRow row : rows) {
      things
          .computeIfAbsent(name.apply(row.name(0)), any -> new LinkedHashMap<>())
          .computeIfAbsent(row.name(1), any -> new ArrayList<>())
          .add(row);
    }
    Map<String, List<V>> found = new LinkedHashMap<>();
    things.forEach(
        (table, own) -> found.put(table, own.values().stream().map(made).toList()));
    return found;
  }

  /**
   * What the rows of the one thing tell that each table has, such as its primary key.
   *
   * @param rows rows whose first value is the name of a table and whose second is that of the thing
   * @param name the name of the table, as the catalogue gives it, made that of the model
   * @param made what all rows of one thing tell
   * @param <V> the type of what they tell
   * @return what they tell, by table
   */
  public static <V> Map<String, V> onePerTable(
      List<CatalogRow> rows, Function<String, String> name, Function<List<CatalogRow>, V> made) {
    Map<String, V> found = new LinkedHashMap<>();
    byThing(rows, name, made).forEach((table, own) -> found.put(table, own.get(0)));
    return found;
  }
}
