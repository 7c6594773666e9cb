package io.aludel.orm.internal.option;

import io.aludel.engine.Engine;
import io.aludel.orm.weave.ManagedEntity;
import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the line of the application that made the library do something. */
final class CallingLine {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final ClassValue<Boolean> OURS = new ClassValue<>() {
    @Override
    protected Boolean computeValue(Class<?> type) {
      Object place = placeOf(type);
      return place == null
          || Objects.equals(place, placeOf(CallingLine.class))
          || Objects.equals(place, placeOf(Engine.class));
    }
  };

  private CallingLine() {}

  /** The line as a stack trace writes it. */
  static String find() {
    return WALKER.walk(CallingLine::first);
  }

  /** Getters of entities say little; they are named only where nothing else of the application is. */
  private static String first(Stream<StackFrame> frames) {
    StackFrame getter = null;
    for (StackFrame frame : (Iterable<StackFrame>) frames::iterator) {
      if (OURS.get(frame.getDeclaringClass()) || frame.getMethodName().startsWith("$")) {
        continue;
      }
      if (!ManagedEntity.class.isAssignableFrom(frame.getDeclaringClass())) {
        return frame.toStackTraceElement().toString();
      }
      getter = getter == null ? frame : getter;
    }
    return getter == null ? "(unknown)" : getter.toStackTraceElement().toString();
  }

  /** The jar or folder of a class; null for those of the JDK. */
  private static @Nullable Object placeOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? null
        : source.getLocation().toString();
  }
}
