package io.aludel.reflection;

import io.aludel.types.EnumType;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;

/**
 * An enum type that the database keeps.
 *
 * @param name its name
 * @param labels its values in order
 */
public record ReflectedEnum(String name, List<String> labels) {
  /** Creates the description. */
  public ReflectedEnum {
    labels = List.copyOf(labels);
  }

  /**
   * An enum whose values a catalogue tells as one JSON array.
   *
   * @param name its name, empty for one that belongs to a column
   * @param labels the array
   * @return the description
   */
  public static ReflectedEnum ofJson(String name, String labels) {
    Json array = Json.parse(labels);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      values.add(String.valueOf(array.get(i).toJava()));
    }
    return new ReflectedEnum(name, values);
  }

  /**
   * The type of columns that hold its values, as text.
   *
   * @return an enum of the database
   */
  public EnumType<String> type() {
    EnumType<String> type = SqlTypes.ENUM(labels.toArray(new String[0])).asNative();
    return name.isEmpty() ? type : type.named(name);
  }
}
