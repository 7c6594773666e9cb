package io.aludel.orm.mapping.internal.property;

import io.aludel.orm.mapping.internal.Rethrow;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values of a record class are taken apart and put together, components that are records themselves
 * included: as a row of plain values, its leaves. Immutable, safe to share.
 */
public final class RecordShape {
  private final Class<?> type;
  private final MethodHandle constructor;
  private final List<Component> components = new ArrayList<>();
  private final List<Leaf> leaves = new ArrayList<>();

  /** A component; {@code nested} is its shape if it is a record. */
  private record Component(
      MethodHandle read, boolean primitive, @Nullable RecordShape nested) {}

  /**
   * A value that has a column.
   *
   * @param path the names of the components that lead to it, with points between
   * @param field the field of its record
   */
  public record Leaf(String path, Field field) {}

  private RecordShape(Class<?> type) throws IllegalAccessException {
    this.type = type;
    RecordComponent[] declared = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
    this.constructor = constructorOf(type, types);
    for (RecordComponent each : declared) {
      add(each);
    }
  }

  /**
   * The shape of a record class.
   *
   * @throws IllegalAccessException if its package is closed to this module
   */
  public static RecordShape of(Class<?> type) throws IllegalAccessException {
    try {
      return new RecordShape(type);
    } catch (InaccessibleObjectException closed) {
      IllegalAccessException failure = new IllegalAccessException(closed.getMessage());
      failure.initCause(closed);
      throw failure;
    }
  }

  private static MethodHandle constructorOf(Class<?> type, Class<?>[] types)
      throws IllegalAccessException {
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectConstructor(canonical)
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(type + " has no canonical constructor", impossible);
    }
  }

  private void add(RecordComponent component) throws IllegalAccessException {
    component.getAccessor().setAccessible(true);
    MethodHandle read = MethodHandles.lookup().unreflect(component.getAccessor());
    MethodHandle generic = read.asType(MethodType.methodType(Object.class, Object.class));
    Class<?> componentType = component.getType();
    if (!componentType.isRecord()) {
      components.add(new Component(generic, componentType.isPrimitive(), null));
      leaves.add(new Leaf(component.getName(), fieldOf(component)));
      return;
    }
    RecordShape nested = new RecordShape(componentType);
    components.add(new Component(generic, false, nested));
    for (Leaf leaf : nested.leaves) {
      leaves.add(new Leaf(component.getName() + "." + leaf.path(), leaf.field()));
    }
  }

  private static Field fieldOf(RecordComponent component) {
    try {
      return component.getDeclaringRecord().getDeclaredField(component.getName());
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(component + " has no field", impossible);
    }
  }

  public Class<?> type() {
    return type;
  }

  /** The plain values, in the order of the components. */
  public List<Leaf> leaves() {
    return leaves;
  }

  /** The value that leaves make. A primitive without a value is {@code missing}'s business. */
  public Object compose(@Nullable Object[] values, MissingPart missing) {
    return compose(values, 0, missing);
  }

  private Object compose(@Nullable Object[] values, int first, MissingPart missing) {
    @Nullable Object[] arguments = new Object[components.size()];
    int next = first;
    for (int i = 0; i < arguments.length; i++) {
      Component component = components.get(i);
      RecordShape nested = component.nested();
      if (nested != null) {
        arguments[i] = nested.compose(values, next, missing);
        next += nested.leaves.size();
      } else {
        arguments[i] = values[next];
        if (arguments[i] == null && component.primitive()) {
          throw missing.at(next);
        }
        next++;
      }
    }
    return make(arguments);
  }

  private Object make(@Nullable Object[] arguments) {
    try {
      return (Object) constructor.invokeExact(arguments);
    } catch (Throwable thrown) {
      throw Rethrow.asItIs(thrown);
    }
  }

  /** Says what is wrong when a primitive has no value. */
  @FunctionalInterface
  public interface MissingPart {
    RuntimeException at(int leaf);
  }

  /** The leaves of a value; all null for null. */
  public @Nullable Object[] decompose(@Nullable Object value) {
    @Nullable Object[] values = new Object[leaves.size()];
    if (value != null) {
      decompose(value, values, 0);
    }
    return values;
  }

  private void decompose(Object value, @Nullable Object[] values, int first) {
    int next = first;
    for (Component component : components) {
      Object part = read(component, value);
      RecordShape nested = component.nested();
      if (nested == null) {
        values[next++] = part;
      } else {
        if (part != null) {
          nested.decompose(part, values, next);
        }
        next += nested.leaves.size();
      }
    }
  }

  private static @Nullable Object read(Component component, Object value) {
    try {
      return (Object) component.read().invokeExact(value);
    } catch (Throwable thrown) {
      throw Rethrow.asItIs(thrown);
    }
  }
}
