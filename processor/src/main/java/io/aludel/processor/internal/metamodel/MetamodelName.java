package io.aludel.processor.internal.metamodel;

import com.palantir.javapoet.ClassName;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The names of generated classes and of what is in them. */
public final class MetamodelName {
  /** The attribute constants' neighbour: the entity itself. */
  public static final String ENTITY = "entity";

  private MetamodelName() {}

  /**
   * The metamodel class of a mapped class: {@code User_}, and {@code Outer_Inner_} for a nested one. It
   * is always a top-level class, so that each mapped class has a file of its own.
   *
   * @param type the mapped class
   * @return the name of its metamodel
   */
  public static ClassName of(TypeElement type) {
    ClassName name = ClassName.get(type);
    return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + "_");
  }

  /** The name of the constant of an attribute, out of the way of {@code entity}. */
  static String constant(String attribute, Set<String> attributes) {
    String name = attribute;
    if (name.equals(ENTITY)) {
      do {
        name += "_";
      } while (attributes.contains(name));
    }
    return name;
  }

  /** Whether a class can be seen from everywhere, which takes all its outer classes too. */
  static boolean isPublic(Element type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
