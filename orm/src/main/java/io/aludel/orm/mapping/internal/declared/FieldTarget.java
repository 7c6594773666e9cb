package io.aludel.orm.mapping.internal.declared;

import io.aludel.orm.collection.WriteOnlyCollection;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The class that the field of a relationship refers to, as seen from an entity. */
public final class FieldTarget {
  private final Class<?> entity;

  private FieldTarget(Class<?> entity) {
    this.entity = entity;
  }

  public static boolean isCollection(Class<?> fieldType) {
    return Collection.class.isAssignableFrom(fieldType)
        || Map.class.isAssignableFrom(fieldType)
        || isWriteOnly(fieldType);
  }

  public static boolean isWriteOnly(Class<?> fieldType) {
    return WriteOnlyCollection.class.isAssignableFrom(fieldType);
  }

  /** The class of one object, of the members of a collection, or of the values of a map. */
  public static Class<?> of(Field field, Class<?> entity) {
    Type type = field.getGenericType();
    if (isCollection(field.getType())) {
      if (!(type instanceof ParameterizedType parameterized)) {
        return Object.class;
      }
      Type[] arguments = parameterized.getActualTypeArguments();
      type = arguments[arguments.length - 1];
    }
    return new FieldTarget(entity).classOf(type);
  }

  private Class<?> classOf(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    } else if (type instanceof ParameterizedType parameterized) {
      return classOf(parameterized.getRawType());
    } else if (type instanceof WildcardType wildcard) {
      return classOf(wildcard.getUpperBounds()[0]);
    } else if (type instanceof TypeVariable<?> variable) {
      Type bound = bound(variable);
      return classOf(bound == null ? variable.getBounds()[0] : bound);
    }
    return Object.class;
  }

  /** What the entity, or a class between, says in place of a super class's type variable. */
  private @Nullable Type bound(TypeVariable<?> variable) {
    for (Class<?> below = entity; below != null; below = below.getSuperclass()) {
      Type above = below.getGenericSuperclass();
      if (above instanceof ParameterizedType parameterized
          && parameterized.getRawType() == variable.getGenericDeclaration()) {
        TypeVariable<?>[] variables = ((Class<?>) parameterized.getRawType()).getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
          if (variables[i].equals(variable)) {
            return parameterized.getActualTypeArguments()[i];
          }
        }
      }
    }
    return null;
  }
}
