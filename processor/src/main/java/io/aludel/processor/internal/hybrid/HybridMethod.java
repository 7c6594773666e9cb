package io.aludel.processor.internal.hybrid;

import io.aludel.orm.annotation.Hybrid;
import io.aludel.processor.internal.model.MappedClass;
import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A method marked {@link Hybrid}.
 *
 * @param owner the class that declares it
 * @param method the method
 * @param expression the method that gives its SQL side, or null if its body does
 * @param update the method that says what setting it writes, or null
 * @param body what its body means; null if {@code expression} says it, or if it was reported
 * @param overriding whether a super class has a hybrid of that name
 */
public record HybridMethod(
    TypeElement owner,
    ExecutableElement method,
    @Nullable ExecutableElement expression,
    @Nullable ExecutableElement update,
    @Nullable Term body,
    boolean overriding) {
  /**
   * The method with what it means.
   *
   * @param meaning the meaning
   * @return the copy
   */
  HybridMethod meaning(@Nullable Term meaning) {
    return new HybridMethod(owner, method, expression, update, meaning, overriding);
  }

  /**
   * The name of the method.
   *
   * @return the name
   */
  public String methodName() {
    return method.getSimpleName().toString();
  }

  /**
   * The name in the metamodel.
   *
   * @return the name
   */
  public String name() {
    return nameOf(method);
  }

  /**
   * The name of a hybrid in the metamodel.
   *
   * @param method the method
   * @return the stated name, or that of the property, or that of the method
   */
  public static String nameOf(ExecutableElement method) {
    Hybrid annotation = method.getAnnotation(Hybrid.class);
    if (annotation != null && !annotation.name().isEmpty()) {
      return annotation.name();
    }
    String name = method.getSimpleName().toString();
    if (!method.getParameters().isEmpty()) {
      return name;
    }
    for (String prefix : List.of("get", "is")) {
      boolean property = name.length() > prefix.length()
          && name.startsWith(prefix)
          && Character.isUpperCase(name.charAt(prefix.length()));
      if (property) {
        String rest = name.substring(prefix.length());
        String bare = rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
        return SourceVersion.isName(bare) ? bare : name;
      }
    }
    return name;
  }

  /**
   * What the method takes.
   *
   * @return its parameters
   */
  public List<? extends VariableElement> parameters() {
    return method.getParameters();
  }

  /**
   * The class as messages write it.
   *
   * @return the simple name, with those of its outer classes
   */
  public String ownerName() {
    return MappedClass.displayName(owner);
  }
}
