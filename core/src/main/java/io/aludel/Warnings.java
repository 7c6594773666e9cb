package io.aludel;

import io.aludel.Warning.Category;
import java.lang.StackWalker.StackFrame;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.MessageFormatter;

/**
 * Where the warnings of one part of Aludel go: to each {@link WarningListener}, then to the log at level
 * WARN. Immutable and safe to share.
 */
public final class Warnings {
  private final String area;

  private Warnings(String area) {
    this.area = area;
  }

  /** Looked for when there is something to warn of. */
  private static final class Listeners {
    static final List<WarningListener> ALL =
        ServiceLoader.load(WarningListener.class, Warnings.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }

  /**
   * Marks a method that works without being asked for, so that warnings which it causes say so.
   *
   * <p>It is looked for when there is something to warn of, and costs nothing otherwise.
   */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  public @interface Origin {
    /**
     * What is going on.
     *
     * @return words such as {@code an autoflush}
     */
    String value();
  }

  /**
   * The warnings of a part of Aludel.
   *
   * @param area its name, as loggers are named
   * @return where they go
   * @throws ArgumentException if {@code area} is null or blank
   */
  public static Warnings of(String area) {
    return new Warnings(ArgumentException.requireText(area, "the area of warnings"));
  }

  /**
   * Warns of something that is probably not meant.
   *
   * @param text what was found and what to do, with a pair of braces for each part
   * @param parts what the text speaks of
   */
  public void warn(String text, @Nullable Object... parts) {
    emit(Category.GENERAL, text, parts);
  }

  /**
   * Warns of something that will be gone in a later version.
   *
   * @param text what was found and what to do, with a pair of braces for each part
   * @param parts what the text speaks of
   */
  public void deprecated(String text, @Nullable Object... parts) {
    emit(Category.DEPRECATION, text, parts);
  }

  /**
   * Warns of something for which there is a better way.
   *
   * @param text what was found and what to do, with a pair of braces for each part
   * @param parts what the text speaks of
   */
  public void legacy(String text, @Nullable Object... parts) {
    emit(Category.LEGACY, text, parts);
  }

  private void emit(Category category, String text, @Nullable Object[] parts) {
    String message = MessageFormatter.arrayFormat(text, parts).getMessage();
    Warning warning = new Warning(category, area, message, origin());
    boolean settled = false;
    for (WarningListener listener : Listeners.ALL) {
      settled |= listener.warned(warning);
    }
    if (!settled) {
      LoggerFactory.getLogger(area).warn("{}", warning);
    }
  }

  private static @Nullable String origin() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> frames
            .filter(frame -> frame.getClassName().startsWith("io.aludel."))
            .map(Warnings::origin)
            .filter(words -> words != null)
            .findFirst()
            .orElse(null));
  }

  private static @Nullable String origin(StackFrame frame) {
    for (Method method : frame.getDeclaringClass().getDeclaredMethods()) {
      Origin origin = method.getAnnotation(Origin.class);
      if (origin != null && method.getName().equals(frame.getMethodName())) {
        return origin.value();
      }
    }
    return null;
  }
}
