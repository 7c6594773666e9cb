package io.aludel.orm.mapping.internal.declared;

import io.aludel.AludelException;
import io.aludel.orm.annotation.Validates;
import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.event.internal.Validator;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.internal.Rethrow;
import io.aludel.orm.weave.EntityShape;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the methods of an entity class, and of its super classes, that validate attributes. */
public final class ValidatorReader {
  private final Listeners<?> listeners;
  private final Map<String, Method> found = new HashMap<>();
  private final Map<String, MappedField> fields = new HashMap<>();

  private ValidatorReader(EntityShape shape, Listeners<?> listeners) {
    this.listeners = listeners;
    WovenClass.fieldsOf(shape).forEach(field -> fields.put(field.name(), field));
  }

  /** Registers all validators of a class. */
  public static void read(EntityShape shape, Listeners<?> listeners) {
    ValidatorReader reader = null;
    for (EntityShape each = shape; each != null; each = each.parent()) {
      if (each.annotatesMethods()) {
        reader = reader == null ? new ValidatorReader(shape, listeners) : reader;
        reader.readOne(each.type());
      }
    }
  }

  private void readOne(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      Validates annotation = method.getAnnotation(Validates.class);
      if (annotation != null) {
        add(method, annotation);
      }
    }
  }

  private void add(Method method, Validates annotation) {
    for (String attribute : annotation.value()) {
      Method other = found.putIfAbsent(attribute, method);
      if (other == null) {
        listeners.validator(attribute, validator(method, annotation, attribute));
      } else if (!isOverridden(method, other)) {
        throw MappingException.of(
            MappingMessage.SECOND_VALIDATOR,
            method.getDeclaringClass().getSimpleName() + "." + attribute,
            method.getDeclaringClass().getSimpleName(),
            attribute,
            other.getName(),
            method.getName());
      }
    }
  }

  /** A sub class may validate in another way what its super class validates. */
  private static boolean isOverridden(Method method, Method lower) {
    return method.getDeclaringClass() != lower.getDeclaringClass();
  }

  private Validator validator(Method method, Validates annotation, String attribute) {
    MappedField field = fields.get(attribute);
    if (field == null) {
      throw wrong(method, attribute, "the entity has no such attribute");
    }
    if (Modifier.isStatic(method.getModifiers())) {
      throw wrong(method, attribute, "it is static");
    }
    int last = method.getParameterCount() - (annotation.includeRemoves() ? 1 : 0);
    boolean named = last == 2;
    Class<?>[] parameters = method.getParameterTypes();
    boolean fits = last == 1 || (named && parameters[0] == String.class);
    if (!fits || (annotation.includeRemoves() && parameters[last] != boolean.class)) {
      throw wrong(method, attribute, "its parameters are others");
    }
    Class<?> given = boxed(method.getReturnType());
    if (!isCollection(field) && !boxed(field.type()).isAssignableFrom(given)) {
      throw wrong(method, attribute, "it gives back " + method.getReturnType().getSimpleName());
    }
    return new Validator(
        annotation.includeRemoves(),
        annotation.includeBackrefs(),
        body(method, annotation.includeRemoves(), named ? attribute : null));
  }

  private static boolean isCollection(MappedField field) {
    return FieldTarget.isCollection(field.type());
  }

  private static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }

  private static Validator.Body body(Method method, boolean removals, @Nullable String name) {
    MethodHandle handle = handle(method, name);
    if (removals) {
      MethodHandle full = handle.asType(
          MethodType.methodType(Object.class, Object.class, Object.class, boolean.class));
      return (entity, value, removal) -> call(() -> full.invoke(entity, value, removal));
    }
    MethodHandle plain =
        handle.asType(MethodType.methodType(Object.class, Object.class, Object.class));
    return (entity, value, removal) -> call(() -> plain.invoke(entity, value));
  }

  private static MethodHandle handle(Method method, @Nullable String name) {
    try {
      method.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflect(method);
      return name == null ? handle : MethodHandles.insertArguments(handle, 1, name);
    } catch (IllegalAccessException | InaccessibleObjectException closed) {
      MappingException failure = MappingException.of(
          MappingMessage.UNREADABLE_MAPPING,
          method.getDeclaringClass().getSimpleName(),
          method.getDeclaringClass().getName(),
          closed);
      failure.initCause(closed);
      throw failure;
    }
  }

  /** A call that may throw anything. */
  private interface Call {
    @Nullable Object run() throws Throwable;
  }

  private static @Nullable Object call(Call call) {
    try {
      return call.run();
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable checked) {
      throw Rethrow.asItIs(checked);
    }
  }

  private static AludelException wrong(Method method, String attribute, String found) {
    String entity = method.getDeclaringClass().getSimpleName();
    return MappingException.of(
        MappingMessage.WRONG_VALIDATOR,
        entity + "." + attribute,
        entity,
        method.getName(),
        attribute,
        found);
  }
}
