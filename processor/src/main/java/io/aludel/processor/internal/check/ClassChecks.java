package io.aludel.processor.internal.check;

import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.model.MappedClass;
import io.aludel.processor.internal.model.ModelReader;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Checks that a class can be mapped at all: its kind, its names, its super classes. */
public final class ClassChecks {
  private static final String ENTITY_MAPPING = "io.aludel.orm.mapping.EntityMapping";

  private final Report report;
  private final Elements elements;

  /**
   * Creates the checks.
   *
   * @param report takes the mistakes
   * @param elements tells packages
   */
  public ClassChecks(Report report, Elements elements) {
    this.report = report;
    this.elements = elements;
  }

  /**
   * Checks that an element is a class whose metamodel can be written.
   *
   * @param element what is marked as mapped
   * @return whether anything else can be said of it
   */
  public boolean isMappable(Element element) {
    String kind = whyNot(element);
    if (kind != null) {
      report.error(MappingMessage.NOT_AN_ENTITY_CLASS, element, element.getSimpleName(), kind);
      return false;
    }
    for (Element each = element; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        String name = MappedClass.displayName((TypeElement) each);
        String entity = MappedClass.displayName((TypeElement) element);
        report.error(MappingMessage.PRIVATE_CLASS, element, name, entity);
        return false;
      }
    }
    return true;
  }

  private static @Nullable String whyNot(Element element) {
    return switch (element.getKind()) {
      case CLASS -> whyNotClass((TypeElement) element);
      case RECORD -> "a record";
      case ENUM -> "an enum";
      case INTERFACE -> "an interface";
      case ANNOTATION_TYPE -> "an annotation";
      default -> "no class";
    };
  }

  private static @Nullable String whyNotClass(TypeElement type) {
    return switch (type.getNestingKind()) {
      case TOP_LEVEL -> null;
      case MEMBER ->
        type.getModifiers().contains(Modifier.STATIC)
            ? null
            : "an inner class, bound to an object of its outer class";
      default -> "a local class";
    };
  }

  /**
   * Checks members and super classes.
   *
   * @param mapped the class
   */
  public void check(MappedClass mapped) {
    reservedNames(mapped);
    superClasses(mapped);
    mappingMethod(mapped);
    if (mapped.isEntity()
        && !mapped.saysMore()
        && mapped.allAttributes().stream().noneMatch(attribute -> attribute.isKey())) {
      report.error(MappingMessage.NO_KEY, mapped.type(), mapped.name());
    }
  }

  private void reservedNames(MappedClass mapped) {
    for (Element member : mapped.type().getEnclosedElements()) {
      boolean named = member instanceof VariableElement || member instanceof ExecutableElement;
      if (named && member.getSimpleName().toString().contains("$")) {
        report.error(MappingMessage.RESERVED_NAME, member, mapped.name(), member.getSimpleName());
      }
    }
  }

  /** Loading makes objects from the topmost mapped class down, without arguments. */
  private void superClasses(MappedClass mapped) {
    TypeElement above = superclass(mapped.type());
    if (above == null || ModelReader.isMapped(above)) {
      return;
    }
    if (mapped.parent() != null) {
      String between = MappedClass.displayName(above);
      report.error(
          MappingMessage.UNMAPPED_BETWEEN,
          mapped.type(),
          mapped.name(),
          between,
          mapped.parent().name(),
          between);
    } else if (!hasPlainConstructor(above, mapped.type())) {
      report.error(
          MappingMessage.NO_PLAIN_CONSTRUCTOR,
          mapped.type(),
          mapped.name(),
          MappedClass.displayName(above),
          mapped.name());
    }
  }

  private static @Nullable TypeElement superclass(TypeElement type) {
    return type.getSuperclass().getKind() == TypeKind.NONE
        ? null
        : ModelReader.element(type.getSuperclass());
  }

  private boolean hasPlainConstructor(TypeElement type, TypeElement caller) {
    boolean samePackage = elements.getPackageOf(type).equals(elements.getPackageOf(caller));
    for (ExecutableElement each : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      var modifiers = each.getModifiers();
      boolean open = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
      if (each.getParameters().isEmpty()
          && (open || (samePackage && !modifiers.contains(Modifier.PRIVATE)))) {
        return true;
      }
    }
    return type.getKind() != ElementKind.CLASS;
  }

  private void mappingMethod(MappedClass mapped) {
    ExecutableElement method = mapped.mappingMethod();
    if (method == null) {
      return;
    }
    String wrong = null;
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      wrong = "not static";
    } else if (method.getParameters().size() != 1) {
      wrong = "declared with " + method.getParameters().size() + " parameters";
    } else {
      TypeElement parameter = ModelReader.element(method.getParameters().get(0).asType());
      if (parameter == null || !parameter.getQualifiedName().contentEquals(ENTITY_MAPPING)) {
        wrong =
            "declared with a parameter of type " + method.getParameters().get(0).asType();
      }
    }
    if (wrong != null) {
      report.error(
          MappingMessage.MAPPING_METHOD,
          method,
          Mapping.class,
          mapped.name(),
          method.getSimpleName(),
          wrong,
          mapped.name());
    }
  }
}
