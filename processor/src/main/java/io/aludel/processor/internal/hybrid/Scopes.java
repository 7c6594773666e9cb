package io.aludel.processor.internal.hybrid;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Whether a field, a parameter or a result takes null, by its type and JSpecify's annotations. */
public final class Scopes {
  private static final String MARKED = "org.jspecify.annotations.NullMarked";
  private static final String UNMARKED = "org.jspecify.annotations.NullUnmarked";

  private final Elements elements;

  /**
   * Creates the look-up.
   *
   * @param elements knows packages and modules
   */
  public Scopes(Elements elements) {
    this.elements = elements;
  }

  /**
   * Whether null is allowed.
   *
   * @param declared the field, parameter or method
   * @param type its type, or that of its result
   * @return false for primitives, and for plain types in marked code
   */
  public boolean isNullable(Element declared, TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return false;
    }
    boolean said =
        hasNullable(declared.getAnnotationMirrors()) || hasNullable(type.getAnnotationMirrors());
    return said || !isMarked(declared);
  }

  private static boolean hasNullable(List<? extends AnnotationMirror> annotations) {
    for (AnnotationMirror annotation : annotations) {
      if (annotation.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  /** The innermost scope that says anything decides. */
  private boolean isMarked(Element declared) {
    for (Element scope = declared; scope != null; scope = scope.getEnclosingElement()) {
      Boolean said = said(scope);
      if (said != null) {
        return said;
      }
    }
    Element module = elements.getModuleOf(declared);
    return module != null && Boolean.TRUE.equals(said(module));
  }

  private static @Nullable Boolean said(Element scope) {
    for (AnnotationMirror annotation : scope.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(MARKED)) {
        return true;
      }
      if (type.getQualifiedName().contentEquals(UNMARKED)) {
        return false;
      }
    }
    return null;
  }
}
