package io.aludel.orm.mapping.internal.property;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of a map are found.
 *
 * @param attributes the attributes of the members, several for keys that are lists; none with a function
 * @param function makes the key of a member, or null
 * @param ignoresUnset whether members without a key stay out of the map
 */
public record MapKeying(
    List<String> attributes,
    @Nullable Function<Object, @Nullable Object> function,
    boolean ignoresUnset) {
  /** The same, leaving members without a key out. */
  public MapKeying ignoringUnset() {
    return new MapKeying(attributes, function, true);
  }

  /** As messages write it. */
  @Override
  public String toString() {
    return function == null ? String.join(", ", attributes) : "made by a function";
  }
}
