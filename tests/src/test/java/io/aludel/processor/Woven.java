package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.weave.EntityShape;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.testing.compile.Compilation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Reaches into woven classes that a test compiled and does not know by name. */
final class Woven {
  private Woven() {}

  /** Asserts that every class of a compilation is one that a strict virtual machine would take. */
  static Compilation verified(Compilation compilation) {
    compilation.requireSuccess();
    for (String path : compilation.paths()) {
      if (path.endsWith(".class")) {
        String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
        verify(compilation.classFile(name), compilation.classLoader());
      }
    }
    return compilation;
  }

  static void verify(byte[] classFile, ClassLoader loader) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classFile), loader, false, new PrintWriter(problems, true));
    assertThat(problems.toString()).isEmpty();
  }

  static EntityShape shape(Class<?> type) {
    return (EntityShape) callStatic(type, "$shape");
  }

  /** An instance without running user code. */
  static ManagedEntity blank(Class<?> type) {
    Supplier<ManagedEntity> factory = shape(type).factory();
    assertThat(factory).as("factory of %s", type).isNotNull();
    return factory.get();
  }

  /** An instance made by its constructor without parameters. */
  static Object create(Class<?> type, Object... arguments) {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == arguments.length && !constructor.isSynthetic()) {
        constructor.setAccessible(true);
        try {
          return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
          throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
    throw new AssertionError("no such constructor in " + type);
  }

  static @Nullable Object call(Object target, String name, @Nullable Object... arguments) {
    return invoke(target.getClass(), target, name, arguments);
  }

  static @Nullable Object callStatic(Class<?> type, String name, @Nullable Object... arguments) {
    return invoke(type, null, name, arguments);
  }

  private static @Nullable Object invoke(
      Class<?> type, @Nullable Object target, String name, @Nullable Object... arguments) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
          method.setAccessible(true);
          try {
            return method.invoke(target, arguments);
          } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
    throw new AssertionError("no method " + name + " in " + type);
  }
}
