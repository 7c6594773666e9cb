package io.aludel.orm.internal.session;

import io.aludel.orm.WrongKeyException;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.CompositeProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what an application gives as a key into an identity key, or says what is wrong with it. */
public final class KeyArgument {
  private KeyArgument() {}

  /** The identity key of an argument: a value, or the parts as list, array or map by attribute name. */
  public static Object read(EntityLayout layout, @Nullable Object argument) {
    List<ColumnProperty<?>> key = layout.mapper().primaryKey();
    @Nullable Object[] parts = parts(layout, key, argument);
    if (parts.length != key.size()) {
      throw wrong(layout, "has " + parts.length + " parts");
    }
    boolean present = false;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = fitted(layout, key.get(i), parts[i]);
      present |= parts[i] != null;
    }
    if (!present) {
      throw wrong(layout, "is null");
    }
    return layout.keyOf(parts);
  }

  private static @Nullable Object[] parts(
      EntityLayout layout, List<ColumnProperty<?>> key, @Nullable Object argument) {
    if (argument instanceof Map<?, ?> byName) {
      return named(layout, key, byName);
    }
    if (argument instanceof List<?> list) {
      return list.toArray();
    }
    if (argument instanceof Record) {
      for (CompositeProperty each : layout.mapper().composites()) {
        if (each.type().isInstance(argument) && each.parts().equals(key)) {
          return each.decompose(argument);
        }
      }
    }
    if (argument instanceof Object[] array) {
      return Arrays.copyOf(array, array.length, Object[].class);
    }
    return new Object[] {argument};
  }

  private static @Nullable Object[] named(
      EntityLayout layout, List<ColumnProperty<?>> key, Map<?, ?> byName) {
    List<String> names = key.stream().map(ColumnProperty::name).toList();
    if (byName.size() != names.size() || !byName.keySet().containsAll(names)) {
      throw wrong(layout, "has the parts " + byName.keySet());
    }
    return names.stream().map(byName::get).toArray();
  }

  private static @Nullable Object fitted(
      EntityLayout layout, ColumnProperty<?> property, @Nullable Object part) {
    if (part == null) {
      return null;
    }
    Object fitted = property.type().fit(part);
    if (fitted == null) {
      throw wrong(
          layout,
          "has for "
              + property
              + " a value of "
              + part.getClass().getName()
              + " instead of "
              + property.type().javaType().getSimpleName());
    }
    return fitted;
  }

  private static WrongKeyException wrong(EntityLayout layout, String problem) {
    String name = layout.mapper().entityName();
    StringBuilder expected = new StringBuilder();
    for (ColumnProperty<?> property : layout.mapper().primaryKey()) {
      expected.append(expected.length() == 0 ? "" : ", ");
      expected.append(property.type().javaType().getSimpleName()).append(' ');
      expected.append(property.name());
    }
    return new WrongKeyException(
        name,
        "Cannot look " + name + " up: the key given " + problem + ". Its key is (" + expected
            + ").");
  }
}
