package io.aludel.processor.internal.hybrid;

import io.aludel.orm.annotation.HybridExpression;
import io.aludel.orm.annotation.HybridUpdate;
import io.aludel.orm.attribute.EntityReference;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.check.Report;
import io.aludel.processor.internal.metamodel.MetamodelName;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.MappedClass;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Checks that methods can be hybrids, and that what is marked as part of one is. */
final class HybridChecks {
  private static final String RESULT =
      "Let it give back a value that a column could hold, such as a String.";

  private final Report report;
  private final Set<String> taken = new TreeSet<>(Set.of("as"));

  HybridChecks(Report report) {
    this.report = report;
    for (Method method : EntityReference.class.getDeclaredMethods()) {
      taken.add(method.getName());
    }
  }

  /** Whether the metamodel can offer a hybrid. */
  boolean isSound(MappedClass mapped, HybridMethod hybrid, Set<String> names) {
    String wrong = wrongShape(hybrid);
    if (wrong != null) {
      shape(hybrid, wrong, "Only a method of an object that gives a value can be one.");
      return false;
    }
    if (hybrid.expression() == null && !hasKnownTypes(hybrid)) {
      return false;
    }
    String name = hybrid.name();
    String other = taken(mapped, hybrid, names);
    if (other != null) {
      report.error(
          MappingMessage.HYBRID_NAME,
          hybrid.method(),
          hybrid.ownerName(),
          hybrid.methodName(),
          name,
          other);
      return false;
    }
    return true;
  }

  private static @Nullable String wrongShape(HybridMethod hybrid) {
    ExecutableElement method = hybrid.method();
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return "static";
    }
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      return "void";
    }
    if (!method.getTypeParameters().isEmpty()) {
      return "generic";
    }
    return method.isVarArgs() ? "declared with any number of arguments" : null;
  }

  private void shape(HybridMethod hybrid, String wrong, String cure) {
    report.error(
        MappingMessage.HYBRID_SHAPE,
        hybrid.method(),
        hybrid.ownerName(),
        hybrid.methodName(),
        wrong,
        cure);
  }

  private boolean hasKnownTypes(HybridMethod hybrid) {
    TypeMirror result = hybrid.method().getReturnType();
    if (ValueType.of(result).kind() == Kind.OTHER) {
      shape(
          hybrid,
          "declared to give back " + result + ", which bodies cannot be turned into",
          RESULT);
      return false;
    }
    for (VariableElement parameter : hybrid.parameters()) {
      if (ValueType.of(parameter.asType()).kind() == Kind.OTHER) {
        shape(
            hybrid,
            "declared to take " + parameter.asType() + " " + parameter.getSimpleName()
                + ", which is no value of a column",
            "Take such a value, or give the SQL side in a method: @HybridExpression static "
                + Signatures.expression(hybrid));
        return false;
      }
    }
    return true;
  }

  private @Nullable String taken(MappedClass mapped, HybridMethod hybrid, Set<String> names) {
    String name = hybrid.name();
    if (!SourceVersion.isName(name) || name.contains(".") || name.contains("$")) {
      return "that is no name of a field in Java that is free";
    }
    if (!hybrid.parameters().isEmpty()) {
      return taken.contains(name) ? "all metamodels have methods of that name" : null;
    }
    if (name.equals(MetamodelName.ENTITY)) {
      return "that is the entity itself";
    }
    AttributeModel attribute = mapped.attribute(name);
    if (attribute != null) {
      return "that is the attribute " + attribute.ownerName() + "." + name;
    }
    return names.add(name) ? null : "another hybrid is called so";
  }

  /** Reports methods that say something about a hybrid that is not there. */
  void unused(MappedClass mapped, List<ExecutableElement> methods, Set<ExecutableElement> used) {
    for (ExecutableElement method : methods) {
      if (used.contains(method)) {
        continue;
      }
      if (method.getAnnotation(HybridExpression.class) != null) {
        counterpart(
            mapped,
            method,
            HybridExpression.class,
            "that of its hybrid with a parameter"
                + " of type " + MetamodelName.of(mapped.type()).simpleName()
                + (mapped.isEntity() ? ".As" : ".Fields<?>") + " before those of the hybrid");
      } else if (method.getAnnotation(HybridUpdate.class) != null) {
        counterpart(
            mapped,
            method,
            HybridUpdate.class,
            "with two parameters, "
                + MetamodelName.of(mapped.type()).simpleName()
                + (mapped.isEntity() ? ".As" : ".Fields<?>") + " and the new value");
      }
    }
  }

  private void counterpart(
      MappedClass mapped, ExecutableElement method, Class<?> annotation, String cure) {
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    String found = !isStatic
        ? "it is not static"
        : method.getModifiers().contains(Modifier.PRIVATE)
            ? "it is private, so the generated metamodel cannot call it"
            : "no method marked @Hybrid has its name and fits its parameters";
    report.error(
        MappingMessage.HYBRID_COUNTERPART,
        method,
        annotation,
        annotation.getSimpleName(),
        mapped.name(),
        method.getSimpleName(),
        found,
        "static and visible, " + cure + ".");
  }
}
