package io.aludel.processor.internal.model;

import io.aludel.orm.annotation.Composite;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.MappedSuperclass;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Synonym;
import io.aludel.orm.annotation.Transient;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads mapped classes from the compiler's elements. Serves one round. */
public final class ModelReader {
  /** The collection type that is never loaded. */
  public static final String WRITE_ONLY = "io.aludel.orm.collection.WriteOnlyCollection";

  /** The collection type that is read by a SELECT each time. */
  public static final String DYNAMIC = "io.aludel.orm.collection.DynamicCollection";

  /** What collection classes of applications implement. */
  public static final String MEMBER_COLLECTION = "io.aludel.orm.collection.MemberCollection";

  /** The collection types that a relationship may have. */
  public static final Set<String> COLLECTIONS = Set.of(
      "java.util.Collection",
      "java.util.List",
      "java.util.Set",
      "java.util.Map",
      "java.util.SortedSet",
      "java.util.SortedMap",
      WRITE_ONLY,
      DYNAMIC);

  private final ProcessingEnvironment environment;
  private final Types types;
  private final TypeMirror collection;
  private final TypeMirror map;

  /**
   * Creates a reader.
   *
   * @param environment gives access to types
   */
  public ModelReader(ProcessingEnvironment environment) {
    this.environment = environment;
    types = environment.getTypeUtils();
    collection = raw(environment, "java.util.Collection");
    map = raw(environment, "java.util.Map");
  }

  private static TypeMirror raw(ProcessingEnvironment environment, String name) {
    TypeElement type = environment.getElementUtils().getTypeElement(name);
    return environment.getTypeUtils().erasure(type.asType());
  }

  /**
   * Whether a class is mapped by its annotations.
   *
   * @param type the class
   * @return true for an entity or a mapped super class
   */
  public static boolean isMapped(TypeElement type) {
    return type.getAnnotation(Entity.class) != null
        || type.getAnnotation(MappedSuperclass.class) != null;
  }

  /**
   * Whether a field is an attribute, if its class is mapped.
   *
   * @param field the field
   * @return false for a static or transient one
   */
  public static boolean isPersistent(VariableElement field) {
    Set<Modifier> modifiers = field.getModifiers();
    return !modifiers.contains(Modifier.STATIC)
        && !modifiers.contains(Modifier.TRANSIENT)
        && field.getAnnotation(Transient.class) == null;
  }

  /**
   * Reads a mapped class and its mapped super classes.
   *
   * @param type the class
   * @return what the source says of it
   */
  public MappedClass read(TypeElement type) {
    return read(type, (DeclaredType) type.asType());
  }

  /** Reads a class as seen from a sub class that may have bound its type parameters. */
  private MappedClass read(TypeElement type, DeclaredType seenAs) {
    MappedClass parent = null;
    List<AttributeModel> inherited = new ArrayList<>();
    DeclaredType above = nearestMapped(seenAs);
    if (above != null) {
      parent = read((TypeElement) above.asElement(), above);
      inherited.addAll(parent.inherited());
      inherited.addAll(parent.attributes());
    }
    List<AttributeModel> own = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (isPersistent(field)) {
        own.add(attribute(type, field, types.asMemberOf(seenAs, field)));
      }
    }
    return new MappedClass(type, parent, own, inherited);
  }

  /** The nearest mapped super class of a type, with its type arguments. */
  private @Nullable DeclaredType nearestMapped(DeclaredType type) {
    DeclaredType above = superclass(type);
    while (above != null && !isMapped((TypeElement) above.asElement())) {
      above = superclass(above);
    }
    return above;
  }

  private @Nullable DeclaredType superclass(DeclaredType type) {
    for (TypeMirror each : types.directSupertypes(type)) {
      if (each.getKind() == TypeKind.DECLARED
          && ((DeclaredType) each).asElement().getKind() == ElementKind.CLASS) {
        return (DeclaredType) each;
      }
    }
    return null;
  }

  private AttributeModel attribute(TypeElement owner, VariableElement field, TypeMirror type) {
    if (field.getAnnotation(Relationship.class) == null) {
      if (field.getAnnotation(Composite.class) != null || standsForComposite(owner, field)) {
        return new AttributeModel(owner, field, type, AttributeKind.COMPOSITE, true, null);
      }
      Class<?> known = knownClass(type);
      boolean isEnum = isEnum(type);
      boolean stored = AttributeModel.hasNoColumn(field)
          || isEnum
          || (known != null && SqlTypes.findForJava(known) != null);
      return new AttributeModel(owner, field, type, kind(known), stored, null);
    }
    boolean many = isCollection(type);
    TypeElement target = many ? memberType(type) : element(type);
    return new AttributeModel(
        owner,
        field,
        type,
        many ? AttributeKind.COLLECTION : AttributeKind.REFERENCE,
        true,
        target);
  }

  private static boolean standsForComposite(TypeElement owner, VariableElement field) {
    Synonym synonym = field.getAnnotation(Synonym.class);
    return synonym != null
        && ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
            .anyMatch(other -> other.getSimpleName().contentEquals(synonym.value())
                && other.getAnnotation(Composite.class) != null);
  }

  private static AttributeKind kind(@Nullable Class<?> type) {
    if (type == null) {
      return AttributeKind.VALUE;
    } else if (type == String.class) {
      return AttributeKind.TEXT;
    } else if (type == Boolean.class) {
      return AttributeKind.TRUTH;
    } else if (Number.class.isAssignableFrom(type)) {
      return AttributeKind.NUMERIC;
    }
    return Comparable.class.isAssignableFrom(type) ? AttributeKind.ORDERED : AttributeKind.VALUE;
  }

  /** The class of the platform that a type means, boxed; null for any other type. */
  private @Nullable Class<?> knownClass(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return knownClass(types.boxedClass((PrimitiveType) type).asType());
    }
    if (type.getKind() == TypeKind.ARRAY) {
      TypeMirror component = ((ArrayType) type).getComponentType();
      return component.getKind() == TypeKind.BYTE ? byte[].class : null;
    }
    TypeMirror erased = types.erasure(type);
    TypeElement element = element(erased);
    String name = element == null ? "" : element.getQualifiedName().toString();
    if (name.equals(Json.class.getName())) {
      return Json.class;
    }
    return name.startsWith("java.") ? platformClass(name) : null;
  }

  private static @Nullable Class<?> platformClass(String name) {
    try {
      return Class.forName(name, false, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static boolean isEnum(TypeMirror type) {
    TypeElement element = element(type);
    return element != null && element.getKind() == ElementKind.ENUM;
  }

  /**
   * Whether a type is a collection or a map, by interface or by class.
   *
   * @param type the type
   * @return true when a relationship of that type leads to many objects
   */
  public boolean isCollection(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return erased.getKind() == TypeKind.DECLARED
        && (types.isSubtype(erased, collection)
            || types.isSubtype(erased, map)
            || saidBy(erased) != null
            || isOwnCollection(erased));
  }

  /**
   * Whether a type is a collection class of the application.
   *
   * @param type the type
   * @return true if it wraps the members
   */
  public boolean isOwnCollection(TypeMirror type) {
    return isA(type, MEMBER_COLLECTION);
  }

  /**
   * The way of loading that the type of a collection says.
   *
   * @param type the type
   * @return the way, or null if the type leaves it open
   */
  public static @Nullable Lazy saidBy(TypeMirror type) {
    TypeElement element = element(type);
    if (element != null && element.getQualifiedName().contentEquals(DYNAMIC)) {
      return Lazy.DYNAMIC;
    }
    return element != null && element.getQualifiedName().contentEquals(WRITE_ONLY)
        ? Lazy.WRITE_ONLY
        : null;
  }

  /**
   * Whether a type is a map.
   *
   * @param type the type
   * @return true for a map, by interface or by class
   */
  public boolean isMap(TypeMirror type) {
    return types.isSubtype(types.erasure(type), map);
  }

  /**
   * Whether a type is a sub type of a class or interface.
   *
   * @param type the type
   * @param name the qualified name of a class or interface
   * @return true for a sub type, whatever its type arguments
   */
  public boolean isA(TypeMirror type, String name) {
    return types.isSubtype(types.erasure(type), raw(environment, name));
  }

  /** The class of the members of a collection, or of the values of a map: the last type argument. */
  private @Nullable TypeElement memberType(TypeMirror type) {
    if (isOwnCollection(type)) {
      DeclaredType own = asMemberCollection(type);
      return own == null || own.getTypeArguments().isEmpty()
          ? null
          : element(own.getTypeArguments().get(0));
    }
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    return arguments.isEmpty() ? null : element(arguments.get(arguments.size() - 1));
  }

  /** What a collection class of the application says of its members. */
  private @Nullable DeclaredType asMemberCollection(TypeMirror type) {
    TypeElement element = element(type);
    if (element != null && element.getQualifiedName().contentEquals(MEMBER_COLLECTION)) {
      return (DeclaredType) type;
    }
    for (TypeMirror above : types.directSupertypes(type)) {
      DeclaredType found = asMemberCollection(above);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The class or interface of a type.
   *
   * @param type the type
   * @return its element; null for primitives, arrays and type variables
   */
  public static @Nullable TypeElement element(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return null;
    }
    Element element = ((DeclaredType) type).asElement();
    return element instanceof TypeElement ? (TypeElement) element : null;
  }
}
