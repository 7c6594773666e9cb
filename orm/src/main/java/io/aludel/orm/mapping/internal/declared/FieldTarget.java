package io.aludel.orm.mapping.internal.declared;

import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.collection.DynamicCollection;
import io.aludel.orm.collection.MemberCollection;
import io.aludel.orm.collection.WriteOnlyCollection;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        || isWriteOnly(fieldType)
        || isWrapping(fieldType);
  }

  /** Whether a type is a collection class of the application. */
  public static boolean isWrapping(Class<?> fieldType) {
    return MemberCollection.class.isAssignableFrom(fieldType);
  }

  /** The collection that such a class is made around, or null if its type does not tell. */
  public static @Nullable Class<?> wrappedBy(Class<?> type) {
    Type wrapped = new FieldTarget(type).argument(type, 1);
    return wrapped == null ? null : new FieldTarget(type).classOf(wrapped);
  }

  /** The way of loading that the type of a collection says, or null if it leaves that open. */
  public static @Nullable Lazy saidBy(Class<?> fieldType) {
    if (DynamicCollection.class.isAssignableFrom(fieldType)) {
      return Lazy.DYNAMIC;
    }
    return isWriteOnly(fieldType) ? Lazy.WRITE_ONLY : null;
  }

  public static boolean isWriteOnly(Class<?> fieldType) {
    return WriteOnlyCollection.class.isAssignableFrom(fieldType);
  }

  /** The class of the members of such a class. */
  public static Class<?> memberOf(Class<?> type) {
    Type member = new FieldTarget(type).argument(type, 0);
    return member == null ? Object.class : new FieldTarget(type).classOf(member);
  }

  /** The class of one object, of the members of a collection, or of the values of a map. */
  public static Class<?> of(Field field, Class<?> entity) {
    Type type = field.getGenericType();
    if (isWrapping(field.getType())) {
      Type member = new FieldTarget(field.getType()).argument(type, 0);
      type = member == null ? Object.class : member;
    } else if (isCollection(field.getType())) {
      if (!(type instanceof ParameterizedType parameterized)) {
        return Object.class;
      }
      Type[] arguments = parameterized.getActualTypeArguments();
      type = arguments[arguments.length - 1];
    }
    return new FieldTarget(entity).classOf(type);
  }

  /** What a collection class, or one above it, says for a type variable of {@link MemberCollection}. */
  private @Nullable Type argument(Type type, int position) {
    Class<?> raw = type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : type instanceof Class<?> known ? known : null;
    if (raw == null || !isWrapping(raw)) {
      return null;
    }
    if (raw == MemberCollection.class) {
      return type instanceof ParameterizedType said
          ? said.getActualTypeArguments()[position]
          : null;
    }
    List<Type> above = new ArrayList<>(List.of(raw.getGenericInterfaces()));
    if (raw.getGenericSuperclass() != null) {
      above.add(raw.getGenericSuperclass());
    }
    for (Type each : above) {
      Type found = argument(each, position);
      if (found != null) {
        return said(type, raw, found);
      }
    }
    return null;
  }

  /** In place of a type variable of a class what a type says for it. */
  private static Type said(Type type, Class<?> raw, Type found) {
    if (type instanceof ParameterizedType parameterized) {
      TypeVariable<?>[] variables = raw.getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        if (variables[i].equals(found)) {
          return parameterized.getActualTypeArguments()[i];
        }
      }
    }
    return found;
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
