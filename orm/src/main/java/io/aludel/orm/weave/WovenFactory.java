package io.aludel.orm.weave;

import java.lang.reflect.Method;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of a woven class by what its {@code $factory()} gives. That is asked for when the first
 * instance is wanted: many classes of a large model never are, and each factory is a class of its own.
 */
final class WovenFactory implements Supplier<ManagedEntity> {
  private final Class<?> type;
  private @Nullable Supplier<ManagedEntity> found; // without state: it does not matter who finds it

  WovenFactory(Class<?> type) {
    this.type = type;
  }

  @Override
  public ManagedEntity get() {
    Supplier<ManagedEntity> factory = found;
    return (factory == null ? find() : factory).get();
  }

  @SuppressWarnings("unchecked") // so it is woven
  private Supplier<ManagedEntity> find() {
    try {
      Method method = type.getDeclaredMethod("$factory");
      method.setAccessible(true);
      Supplier<ManagedEntity> factory =
          (Supplier<ManagedEntity>) Objects.requireNonNull(method.invoke(null));
      found = factory;
      return factory;
    } catch (ReflectiveOperationException damaged) {
      throw new IllegalStateException(type.getName() + " was damaged after weaving", damaged);
    }
  }
}
