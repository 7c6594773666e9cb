package io.aludel.orm.mapping.internal.declared;

import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.NotWovenException;
import io.aludel.orm.mapping.internal.inheritance.HierarchyMarks;
import io.aludel.orm.weave.EntityShape;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what the weaver left in a class. The only reflection of the run time, once a class. */
public final class WovenClass {
  private static final String SHAPE_FIELD = "$shape";

  private WovenClass() {}

  /**
   * The shape of a woven class.
   *
   * @throws NotWovenException if the class is not woven, or woven for another version
   * @throws MappingException if the class is abstract and no part of a hierarchy of entities
   */
  public static EntityShape shapeOf(Class<?> type) {
    if (!ManagedEntity.class.isAssignableFrom(type)) {
      throw NotWovenException.missing(type);
    }
    EntityShape shape = readShape(type);
    for (EntityShape each = shape; each != null; each = each.parent()) {
      if (each.version() != Weave.VERSION) {
        throw NotWovenException.otherVersion(each.type(), each.version());
      }
    }
    if (!shape.type().equals(type)) {
      throw NotWovenException.missing(type);
    }
    boolean abstractly = Modifier.isAbstract(type.getModifiers()) || shape.factory() == null;
    if (abstractly && !HierarchyMarks.isPart(type)) {
      throw MappingException.of(
          MappingMessage.NOT_SUPPORTED,
          type.getSimpleName(),
          type.getName(),
          "it is abstract. Map its concrete subclasses, and mark it @MappedSuperclass; or let them"
              + " share its rows, and mark it @Inheritance");
    }
    return shape;
  }

  /** From the field: asking a class for one method makes objects of all that are woven into it. */
  private static EntityShape readShape(Class<?> type) {
    try {
      Field shape = type.getDeclaredField(SHAPE_FIELD);
      shape.setAccessible(true);
      return (EntityShape) Objects.requireNonNull(shape.get(null));
    } catch (NoSuchFieldException notWoven) {
      throw NotWovenException.missing(type);
    } catch (IllegalAccessException | InaccessibleObjectException closed) {
      throw unreadable(type, closed);
    }
  }

  private static MappingException unreadable(Class<?> type, Throwable cause) {
    MappingException failure = MappingException.of(
        MappingMessage.UNREADABLE_MAPPING, type.getSimpleName(), type.getName(), cause);
    failure.initCause(cause);
    return failure;
  }

  /** The attributes of a shape in index order, super class first. */
  public static List<MappedField> fieldsOf(EntityShape shape) {
    Deque<EntityShape> fromTheTop = new ArrayDeque<>();
    for (EntityShape each = shape; each != null; each = each.parent()) {
      fromTheTop.push(each);
    }
    List<MappedField> fields = new ArrayList<>(shape.size());
    Map<String, Class<?>> declared = new HashMap<>();
    for (EntityShape each : fromTheTop) {
      for (String name : each.attributes()) {
        Class<?> above = declared.putIfAbsent(name, each.type());
        if (above != null) {
          throw attributeTwice(each.type(), name, above);
        }
        fields.add(new MappedField(field(each.type(), name), fields.size()));
      }
    }
    return fields;
  }

  private static MappingException attributeTwice(Class<?> type, String name, Class<?> above) {
    return MappingException.of(
        MappingMessage.HIDDEN_ATTRIBUTE,
        type.getSimpleName() + "." + name,
        type.getSimpleName(),
        name,
        above.getSimpleName());
  }

  private static Field field(Class<?> type, String name) {
    try {
      return type.getDeclaredField(name);
    } catch (NoSuchFieldException gone) {
      throw unreadable(type, gone);
    }
  }
}
