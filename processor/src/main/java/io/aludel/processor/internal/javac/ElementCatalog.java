package io.aludel.processor.internal.javac;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.MappedSuperclass;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Transient;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.processor.internal.weaver.ClassCatalog;
import io.aludel.processor.internal.weaver.ClassFacts;
import io.aludel.processor.internal.weaver.FieldFacts;
import io.aludel.processor.internal.weaver.FieldFacts.Persistence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Answers the weaver's questions from what the compiler knows, be it source or class file. */
final class ElementCatalog implements ClassCatalog {
  private static final Set<String> COLLECTIONS = Set.of(
      "java.util.Collection",
      "java.util.List",
      "java.util.Set",
      "java.util.Map",
      "java.util.SortedSet",
      "java.util.SortedMap",
      "io.aludel.orm.collection.WriteOnlyCollection",
      "io.aludel.orm.collection.DynamicCollection");

  private static final Pattern LOCAL_CLASS = Pattern.compile("\\$\\d");

  private final Elements elements;
  private final Predicate<TypeElement> inThisCompilation;
  private final Map<String, Optional<ClassFacts>> known = new HashMap<>();
  private boolean missesLocalClass;

  ElementCatalog(Elements elements, Predicate<TypeElement> inThisCompilation) {
    this.elements = elements;
    this.inThisCompilation = inThisCompilation;
  }

  @Override
  public @Nullable ClassFacts find(String internalName) {
    Optional<ClassFacts> facts = known.get(internalName);
    if (facts == null) {
      TypeElement type = element(internalName.replace('/', '.'));
      facts = type == null ? Optional.empty() : Optional.of(facts(internalName, type));
      known.put(internalName, facts);
    }
    missesLocalClass |= facts.isEmpty() && LOCAL_CLASS.matcher(internalName).find();
    return facts.orElse(null);
  }

  void forgetMissing() {
    missesLocalClass = false;
  }

  /** Whether a local or anonymous class was asked for, which only its own class file describes. */
  boolean missesLocalClass() {
    return missesLocalClass;
  }

  /** The class of that binary name; a {@code $} may part nested names, or belong to one. */
  private @Nullable TypeElement element(String binaryName) {
    TypeElement whole = elements.getTypeElement(binaryName);
    if (whole != null) {
      return whole;
    }
    int from = binaryName.lastIndexOf('.') + 1;
    for (int at = binaryName.indexOf('$', from); at > 0; at = binaryName.indexOf('$', at + 1)) {
      TypeElement outer = elements.getTypeElement(binaryName.substring(0, at));
      TypeElement nested = outer == null ? null : nested(outer, binaryName);
      if (nested != null) {
        return nested;
      }
    }
    return null;
  }

  private @Nullable TypeElement nested(TypeElement outer, String binaryName) {
    String name = elements.getBinaryName(outer).toString();
    if (name.equals(binaryName)) {
      return outer;
    }
    if (binaryName.startsWith(name + "$")) {
      for (TypeElement member : ElementFilter.typesIn(outer.getEnclosedElements())) {
        TypeElement found = nested(member, binaryName);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private ClassFacts facts(String internalName, TypeElement type) {
    List<String> interfaces = new ArrayList<>();
    type.getInterfaces().forEach(each -> interfaces.add(internalName(each)));
    boolean woven = interfaces.contains(ManagedEntity.class.getName().replace('.', '/'))
        || (isMapped(type) && inThisCompilation.test(type));
    TypeMirror superclass = type.getSuperclass();
    return new ClassFacts(
        internalName,
        superclass.getKind() == TypeKind.NONE ? null : internalName(superclass),
        interfaces,
        isMapped(type),
        woven,
        hasPlainConstructor(type),
        fields(type));
  }

  static boolean isMapped(TypeElement type) {
    return type.getAnnotation(Entity.class) != null
        || type.getAnnotation(MappedSuperclass.class) != null;
  }

  private String internalName(TypeMirror type) {
    Element element = ((DeclaredType) type).asElement();
    return elements.getBinaryName((TypeElement) element).toString().replace('.', '/');
  }

  private static boolean hasPlainConstructor(TypeElement type) {
    for (ExecutableElement each : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      if (each.getParameters().isEmpty() && !each.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  private static List<FieldFacts> fields(TypeElement type) {
    List<FieldFacts> fields = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (!field.getModifiers().contains(Modifier.STATIC)) {
        fields.add(new FieldFacts(field.getSimpleName().toString(), persistence(field)));
      }
    }
    return fields;
  }

  private static Persistence persistence(VariableElement field) {
    if (field.getModifiers().contains(Modifier.TRANSIENT)
        || field.getAnnotation(Transient.class) != null) {
      return Persistence.NONE;
    }
    if (field.getAnnotation(Relationship.class) == null) {
      return Persistence.VALUE;
    }
    return isCollection(field.asType()) ? Persistence.COLLECTION : Persistence.REFERENCE;
  }

  private static boolean isCollection(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && COLLECTIONS.contains(
            ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString());
  }
}
