package io.aludel.reflection;

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
}
