package io.aludel.sql.internal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Names that many rows share, and the values of one of them, as a map that cannot be changed. */
public final class NamedValues extends AbstractMap<String, @Nullable Object> {
  private final List<String> names;
  private final @Nullable Object[] values;

  /** A map over both, which must be of the same length. */
  public NamedValues(List<String> names, @Nullable Object[] values) {
    this.names = names;
    this.values = values;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int index = name == null ? -1 : names.indexOf(name);
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name != null && names.contains(name);
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
        return IntStream.range(0, values.length)
            .<Map.Entry<String, @Nullable Object>>mapToObj(
                i -> new SimpleImmutableEntry<>(names.get(i), values[i]))
            .iterator();
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }
}
