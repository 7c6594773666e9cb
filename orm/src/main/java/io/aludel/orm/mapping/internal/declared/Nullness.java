package io.aludel.orm.mapping.internal.declared;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Whether a field takes null, by its type and JSpecify's annotations. These are known by name: an
 * application need not have them at run time.
 */
public final class Nullness {
  private static final String MARKED = "org.jspecify.annotations.NullMarked";
  private static final String UNMARKED = "org.jspecify.annotations.NullUnmarked";

  private Nullness() {}

  public static boolean isNullable(Field field) {
    if (field.getType().isPrimitive()) {
      return false;
    }
    if (isMarkedNullable(field)) {
      return true;
    }
    return !isNullMarked(field.getDeclaringClass());
  }

  private static boolean isMarkedNullable(Field field) {
    AnnotatedType type = field.getAnnotatedType();
    return hasNullable(type) || hasNullable(field);
  }

  private static boolean hasNullable(AnnotatedElement element) {
    for (Annotation annotation : element.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  /** The innermost of class, enclosing classes, package and module that says anything decides. */
  private static boolean isNullMarked(Class<?> type) {
    for (Class<?> scope = type; scope != null; scope = scope.getEnclosingClass()) {
      Boolean said = said(scope);
      if (said != null) {
        return said;
      }
    }
    Package home = type.getPackage();
    Boolean said = home == null ? null : said(home);
    if (said == null) {
      said = said(type.getModule());
    }
    return said != null && said;
  }

  private static @Nullable Boolean said(AnnotatedElement scope) {
    for (Annotation annotation : scope.getAnnotations()) {
      String name = annotation.annotationType().getName();
      if (name.equals(MARKED)) {
        return true;
      }
      if (name.equals(UNMARKED)) {
        return false;
      }
    }
    return null;
  }
}
