package io.aludel.processor.internal.model;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.mapping.Naming;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * An entity or a mapped super class.
 *
 * @param type the class
 * @param parent its nearest mapped super class, or null
 * @param attributes its own attributes, in source order
 * @param inherited the attributes of its mapped super classes, topmost first
 */
public record MappedClass(
    TypeElement type,
    @Nullable MappedClass parent,
    List<AttributeModel> attributes,
    List<AttributeModel> inherited) {
  /** Copies the lists. */
  public MappedClass {
    attributes = List.copyOf(attributes);
    inherited = List.copyOf(inherited);
  }

  /**
   * The name of a class as messages write it.
   *
   * @param type the class
   * @return the simple name, with those of its outer classes
   */
  public static String displayName(TypeElement type) {
    Element outer = type.getEnclosingElement();
    String name = type.getSimpleName().toString();
    return outer instanceof TypeElement ? displayName((TypeElement) outer) + "." + name : name;
  }

  /**
   * The name of this class as messages write it.
   *
   * @return the simple name, with those of its outer classes
   */
  public String name() {
    return displayName(type);
  }

  /**
   * Whether the class has a table.
   *
   * @return false for a mapped super class
   */
  public boolean isEntity() {
    return type.getAnnotation(Entity.class) != null;
  }

  /**
   * Whether the class, or one that it inherits from, says more about its mapping in Java, so that
   * annotations alone prove nothing.
   *
   * @return true with a {@code @Mapping} method
   */
  public boolean saysMore() {
    return mappingMethod() != null || (parent != null && parent.saysMore());
  }

  /**
   * The method marked {@code @Mapping}.
   *
   * @return the method, or null
   */
  public @Nullable ExecutableElement mappingMethod() {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (method.getAnnotation(Mapping.class) != null) {
        return method;
      }
    }
    return null;
  }

  /**
   * The attributes of its objects, those of super classes first.
   *
   * @return all attributes
   */
  public List<AttributeModel> allAttributes() {
    List<AttributeModel> all = new ArrayList<>(inherited);
    all.addAll(attributes);
    return all;
  }

  /**
   * The attribute of that name.
   *
   * @param name the name
   * @return the attribute, inherited or not; null when there is none
   */
  public @Nullable AttributeModel attribute(String name) {
    for (AttributeModel attribute : allAttributes()) {
      if (attribute.name().equals(name)) {
        return attribute;
      }
    }
    return null;
  }

  /**
   * The table of an entity.
   *
   * @return the name, with the schema if that is stated; null for a mapped super class
   */
  public @Nullable String table() {
    Entity entity = type.getAnnotation(Entity.class);
    if (entity == null) {
      return null;
    }
    String name = entity.table().isEmpty()
        ? Naming.snakeCase(type.getSimpleName().toString())
        : entity.table();
    return entity.schema().isEmpty() ? name : entity.schema() + "." + name;
  }

  /**
   * The tables of an entity and of the entities it inherits from.
   *
   * @return the names, its own first
   */
  public Set<String> tables() {
    Set<String> tables = new LinkedHashSet<>();
    for (MappedClass each = this; each != null; each = each.parent) {
      String table = each.table();
      if (table != null) {
        tables.add(table);
      }
    }
    return tables;
  }

  /**
   * The columns of the table that annotations speak of.
   *
   * @return the names, of values and of relationships that make their own
   */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    for (AttributeModel attribute : allAttributes()) {
      String column = attribute.column();
      if (column != null) {
        columns.add(column);
      }
      for (JoinColumn join : attribute.joinColumns()) {
        columns.add(join.value());
      }
    }
    return columns;
  }
}
