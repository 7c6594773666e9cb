package io.aludel.processor.internal.hybrid;

import io.aludel.orm.annotation.Hybrid;
import io.aludel.orm.annotation.HybridExpression;
import io.aludel.orm.annotation.HybridUpdate;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.check.Report;
import io.aludel.processor.internal.model.MappedClass;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the hybrids of a class, checks them, and reads what they mean. */
public final class HybridReader {
  private final @Nullable BodyReader bodies;
  private final Report report;
  private final HybridChecks checks;

  /**
   * Creates a reader.
   *
   * @param bodies reads bodies; null where the compiler does not let it
   * @param report takes the mistakes
   */
  public HybridReader(@Nullable BodyReader bodies, Report report) {
    this.bodies = bodies;
    this.report = report;
    this.checks = new HybridChecks(report);
  }

  /**
   * The hybrids that a class declares, without those that are wrong.
   *
   * @param mapped the class
   * @return the hybrids, in source order
   */
  public List<HybridMethod> read(MappedClass mapped) {
    List<HybridMethod> hybrids = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<ExecutableElement> used = new HashSet<>();
    for (HybridMethod hybrid : declared(mapped)) {
      add(used, hybrid.expression());
      add(used, hybrid.update());
      if (checks.isSound(mapped, hybrid, names)) {
        hybrids.add(hybrid);
      }
    }
    checks.unused(mapped, methods(mapped.type()), used);
    List<HybridMethod> meant = new ArrayList<>();
    for (HybridMethod hybrid : hybrids) {
      Term body = hybrid.expression() == null ? body(mapped, hybrid) : null;
      if (body != null || hybrid.expression() != null) {
        meant.add(hybrid.meaning(body));
      }
    }
    return meant;
  }

  /**
   * The hybrids that a class declares, without a look at their bodies.
   *
   * @param mapped the class
   * @return the hybrids, in source order
   */
  public List<HybridMethod> declared(MappedClass mapped) {
    List<HybridMethod> hybrids = new ArrayList<>();
    for (ExecutableElement method : methods(mapped.type())) {
      if (method.getAnnotation(Hybrid.class) != null) {
        int parameters = method.getParameters().size() + 1;
        hybrids.add(new HybridMethod(
            mapped.type(),
            method,
            counterpart(mapped, method, HybridExpression.class, parameters),
            counterpart(mapped, method, HybridUpdate.class, 2),
            null,
            isOverriding(mapped, method)));
      }
    }
    return hybrids;
  }

  private static void add(Set<ExecutableElement> used, @Nullable ExecutableElement method) {
    if (method != null) {
      used.add(method);
    }
  }

  private static List<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements());
  }

  private static @Nullable ExecutableElement counterpart(
      MappedClass mapped,
      ExecutableElement method,
      Class<? extends Annotation> annotation,
      int parameters) {
    for (ExecutableElement each : methods(mapped.type())) {
      boolean fits = each.getAnnotation(annotation) != null
          && each.getSimpleName().equals(method.getSimpleName())
          && each.getParameters().size() == parameters
          && each.getModifiers().contains(Modifier.STATIC)
          && !each.getModifiers().contains(Modifier.PRIVATE);
      if (fits) {
        return each;
      }
    }
    return null;
  }

  private static boolean isOverriding(MappedClass mapped, ExecutableElement method) {
    for (MappedClass above = mapped.parent(); above != null; above = above.parent()) {
      for (ExecutableElement each : methods(above.type())) {
        boolean same = each.getAnnotation(Hybrid.class) != null
            && each.getSimpleName().equals(method.getSimpleName())
            && each.getParameters().size() == method.getParameters().size();
        if (same) {
          return true;
        }
      }
    }
    return false;
  }

  private @Nullable Term body(MappedClass mapped, HybridMethod hybrid) {
    if (bodies == null) {
      report.error(
          MappingMessage.HYBRID_BODY,
          hybrid.method(),
          hybrid.ownerName(),
          hybrid.methodName(),
          "this compiler does not show the bodies of methods to processors, as javac does",
          Signatures.expression(hybrid));
      return null;
    }
    return bodies.read(mapped, hybrid, report);
  }
}
