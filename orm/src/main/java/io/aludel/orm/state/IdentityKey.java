package io.aludel.orm.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells one row of a mapped class from every other.
 *
 * @param type the mapped class
 * @param values the values of the key attributes, in the order of the key
 */
public record IdentityKey(Class<?> type, List<@Nullable Object> values) {
  @Override
  public String toString() {
    return type.getSimpleName() + values;
  }
}
