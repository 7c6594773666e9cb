package io.aludel.testing.internal;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the annotations that hold for a test: on its method, its class and the classes around it. */
final class Annotations {
  private Annotations() {}

  static <A extends Annotation> List<A> all(ExtensionContext context, Class<A> type) {
    List<A> found = new ArrayList<>();
    context
        .getTestMethod()
        .flatMap(method -> AnnotationSupport.findAnnotation(method, type))
        .ifPresent(found::add);
    found.addAll(onClasses(context, type));
    return found;
  }

  static <A extends Annotation> List<A> onClasses(ExtensionContext context, Class<A> type) {
    List<A> found = new ArrayList<>();
    Optional<Class<?>> next = context.getTestClass();
    while (next.isPresent()) {
      AnnotationSupport.findAnnotation(next, type).ifPresent(found::add);
      next = next.map(Class::getEnclosingClass);
    }
    return found;
  }

  static boolean has(ExtensionContext context, Class<? extends Annotation> type) {
    return !all(context, type).isEmpty();
  }
}
