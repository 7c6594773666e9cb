package io.aludel.processor.internal.hybrid;

import io.aludel.processor.internal.metamodel.MetamodelName;
import io.aludel.processor.internal.model.ModelReader;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** The declarations that messages ask for. */
public final class Signatures {
  private Signatures() {}

  /**
   * The method that would give the SQL side of a hybrid.
   *
   * @param hybrid the hybrid
   * @return its declaration
   */
  public static String expression(HybridMethod hybrid) {
    StringBuilder text = new StringBuilder(result(hybrid.method().getReturnType()));
    text.append(" ").append(hybrid.methodName()).append("(").append(occurrence(hybrid.owner()));
    for (VariableElement parameter : hybrid.parameters()) {
      text.append(", ").append(simple(parameter.asType())).append(" ");
      text.append(parameter.getSimpleName());
    }
    return text.append(")").toString();
  }

  /**
   * The method that would say what setting a hybrid writes.
   *
   * @param hybrid the hybrid
   * @return its declaration
   */
  public static String update(HybridMethod hybrid) {
    return "static NewRow " + hybrid.methodName() + "(" + occurrence(hybrid.owner()) + ", "
        + simple(hybrid.method().getReturnType()) + " value)";
  }

  private static String occurrence(TypeElement owner) {
    String metamodel = MetamodelName.of(owner).simpleName();
    return metamodel
        + (owner.getAnnotation(io.aludel.orm.annotation.Entity.class) == null
            ? ".Fields<?> it"
            : ".As it");
  }

  private static String result(TypeMirror type) {
    ValueType value = ValueType.of(type);
    return value.kind() == Kind.TRUTH ? "Condition" : "Expression<" + value.name() + ">";
  }

  private static String simple(TypeMirror type) {
    TypeElement element = ModelReader.element(type);
    return element == null ? type.toString() : element.getSimpleName().toString();
  }
}
