package io.aludel.orm.mapping.internal.declared;

import io.aludel.orm.annotation.AfterDelete;
import io.aludel.orm.annotation.AfterInsert;
import io.aludel.orm.annotation.AfterUpdate;
import io.aludel.orm.annotation.BeforeDelete;
import io.aludel.orm.annotation.BeforeInsert;
import io.aludel.orm.annotation.BeforeUpdate;
import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.event.internal.Moment;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.internal.Rethrow;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Finds the methods of an entity that flushes are to call, those of super classes first. */
public final class HookMethods {
  private static final Map<Class<? extends Annotation>, Moment> MOMENTS = new LinkedHashMap<>();

  static {
    MOMENTS.put(BeforeInsert.class, Moment.BEFORE_INSERT);
    MOMENTS.put(AfterInsert.class, Moment.AFTER_INSERT);
    MOMENTS.put(BeforeUpdate.class, Moment.BEFORE_UPDATE);
    MOMENTS.put(AfterUpdate.class, Moment.AFTER_UPDATE);
    MOMENTS.put(BeforeDelete.class, Moment.BEFORE_DELETE);
    MOMENTS.put(AfterDelete.class, Moment.AFTER_DELETE);
  }

  private HookMethods() {}

  public static void register(Class<?> type, Listeners<?> events) {
    Deque<Class<?>> fromTheTop = new ArrayDeque<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      fromTheTop.push(each);
    }
    for (Class<?> each : fromTheTop) {
      for (Method method : each.getDeclaredMethods()) {
        MOMENTS.forEach((annotation, moment) -> {
          if (method.isAnnotationPresent(annotation)) {
            events.rowMethod(moment, caller(type, method));
          }
        });
      }
    }
  }

  private static Consumer<Object> caller(Class<?> type, Method method) {
    if (Modifier.isStatic(method.getModifiers()) || method.getParameterCount() != 0) {
      throw MappingException.of(
          MappingMessage.HOOK_METHOD, type.getSimpleName(), type.getSimpleName(), method.getName());
    }
    MethodHandle handle = handle(type, method);
    return entity -> call(handle, entity);
  }

  private static MethodHandle handle(Class<?> type, Method method) {
    try {
      method.setAccessible(true);
      return MethodHandles.lookup().unreflect(method);
    } catch (IllegalAccessException | InaccessibleObjectException closed) {
      MappingException failure = MappingException.of(
          MappingMessage.UNREADABLE_MAPPING, type.getSimpleName(), type.getName(), closed);
      failure.initCause(closed);
      throw failure;
    }
  }

  private static void call(MethodHandle handle, Object entity) {
    try {
      handle.invoke(entity);
    } catch (Throwable thrown) {
      throw Rethrow.asItIs(thrown);
    }
  }
}
