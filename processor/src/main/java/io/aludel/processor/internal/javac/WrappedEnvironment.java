package io.aludel.processor.internal.javac;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Finds javac's own environment inside the one that a build tool hands to processors in its place: a
 * delegating class (Gradle) or a dynamic proxy (IntelliJ).
 */
public final class WrappedEnvironment {
  private static final String JAVAC = "com.sun.tools.javac.";

  private WrappedEnvironment() {}

  /** The innermost environment that can be reached; {@code environment} itself when it wraps none. */
  public static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
    ProcessingEnvironment current = environment;
    for (int depth = 0; depth < 8 && !isJavac(current); depth++) {
      Object holder =
          Proxy.isProxyClass(current.getClass()) ? Proxy.getInvocationHandler(current) : current;
      ProcessingEnvironment inner = within(holder);
      if (inner == null || inner == current) {
        return current;
      }
      current = inner;
    }
    return current;
  }

  private static boolean isJavac(ProcessingEnvironment environment) {
    return environment.getClass().getName().startsWith(JAVAC);
  }

  private static @Nullable ProcessingEnvironment within(Object holder) {
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Object value = Modifier.isStatic(field.getModifiers()) ? null : value(field, holder);
        if (value instanceof ProcessingEnvironment) {
          return (ProcessingEnvironment) value;
        }
        if (value instanceof InvocationHandler && value != holder) {
          return within(value);
        }
      }
    }
    return null;
  }

  private static @Nullable Object value(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return field.get(holder);
    } catch (IllegalAccessException | RuntimeException e) {
      return null;
    }
  }
}
