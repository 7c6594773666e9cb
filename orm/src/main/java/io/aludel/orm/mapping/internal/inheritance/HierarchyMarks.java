package io.aludel.orm.mapping.internal.inheritance;

import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.DiscriminatorValue;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** What the annotations of a class and its super classes say about inheritance between entities. */
public final class HierarchyMarks {
  private HierarchyMarks() {}

  /** The nearest entity that a class extends, or null. */
  public static @Nullable Class<?> entityAbove(Class<?> type) {
    for (Class<?> each = type.getSuperclass(); each != null; each = each.getSuperclass()) {
      if (each.isAnnotationPresent(Entity.class)) {
        return each;
      }
    }
    return null;
  }

  /**
   * How the rows of a class lie beside those of the entity it extends; null if it extends none.
   *
   * @throws MappingException if no entity above says
   */
  public static @Nullable InheritanceStrategy strategy(Class<?> type) {
    Class<?> above = entityAbove(type);
    if (above == null) {
      return null;
    }
    for (Class<?> each = above; each != null; each = entityAbove(each)) {
      Inheritance said = each.getAnnotation(Inheritance.class);
      if (said != null) {
        return said.value();
      }
    }
    throw MappingException.of(
        MappingMessage.INHERITANCE_NOT_SAID,
        type.getSimpleName(),
        type.getSimpleName(),
        above.getSimpleName(),
        above.getSimpleName());
  }

  /** Whether a class is the topmost of several that share rows. */
  public static boolean isTop(Class<?> type) {
    Inheritance said = type.getAnnotation(Inheritance.class);
    InheritanceStrategy own = strategy(type);
    return said != null
        && said.value() != InheritanceStrategy.CONCRETE
        && (own == null || own == InheritanceStrategy.CONCRETE);
  }

  /** Whether a class may be abstract: others that are read with it are not. */
  public static boolean isPart(Class<?> type) {
    return type.isAnnotationPresent(Inheritance.class)
        || (entityAbove(type) != null && strategy(type) != null);
  }

  /** Whether a class has neither rows nor a table: it is abstract, and its sub classes have tables of their own. */
  public static boolean isWithoutRows(Class<?> type) {
    InheritanceStrategy own = strategy(type);
    Inheritance said = type.getAnnotation(Inheritance.class);
    InheritanceStrategy below = said == null ? own : said.value();
    return Modifier.isAbstract(type.getModifiers())
        && below == InheritanceStrategy.CONCRETE
        && (own == null || own == InheritanceStrategy.CONCRETE);
  }

  /**
   * The discriminator of rows of a class, null if it is abstract and has none.
   *
   * @throws MappingException if it is not abstract and has none, or abstract and has one
   */
  public static @Nullable String value(Class<?> type) {
    DiscriminatorValue said = type.getAnnotation(DiscriminatorValue.class);
    Discriminator column = type.getAnnotation(Discriminator.class);
    String value = said != null ? said.value() : column == null ? "" : column.value();
    boolean isAbstract = Modifier.isAbstract(type.getModifiers());
    if (!value.isEmpty() && isAbstract) {
      throw MappingException.of(
          MappingMessage.DISCRIMINATOR_OF_ABSTRACT,
          type.getSimpleName(),
          type.getSimpleName(),
          value);
    }
    if (!value.isEmpty() || isAbstract) {
      return value.isEmpty() ? null : value;
    }
    throw MappingException.of(
        MappingMessage.NO_DISCRIMINATOR_VALUE, type.getSimpleName(), type.getSimpleName());
  }
}
