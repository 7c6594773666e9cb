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
import io.aludel.orm.weave.EntityShape;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  public static void register(EntityShape shape, Listeners<?> events) {
    Deque<Class<?>> fromTheTop = new ArrayDeque<>();
    @Nullable EntityShape woven = shape;
    for (Class<?> each = shape.type(); each != Object.class; each = each.getSuperclass()) {
      if (woven == null || woven.type() != each) {
        fromTheTop.push(each);
      } else {
        if (woven.annotatesMethods()) {
          fromTheTop.push(each);
        }
        woven = woven.parent();
      }
    }
    if (fromTheTop.isEmpty()) {
      return;
    }
    Map<Moment, List<Method>> known = new EnumMap<>(Moment.class);
    for (Class<?> each : fromTheTop) {
      register(each, shape.type(), known, events);
    }
  }

  private static void register(
      Class<?> from, Class<?> type, Map<Moment, List<Method>> known, Listeners<?> events) {
    for (Method method : from.getDeclaredMethods()) {
      MOMENTS.forEach((annotation, moment) -> {
        List<Method> above = known.computeIfAbsent(moment, any -> new ArrayList<>());
        if (method.isAnnotationPresent(annotation) && !overridesOneOf(above, method)) {
          above.add(method);
          events.rowMethod(moment, caller(type, method));
        }
      });
    }
  }

  /** Whether calling a method of a class above calls this one already. */
  private static boolean overridesOneOf(List<Method> above, Method method) {
    return method.getParameterCount() == 0
        && above.stream()
            .anyMatch(
                each -> each.getName().equals(method.getName()) && isOverridden(each, method));
  }

  private static boolean isOverridden(Method above, Method method) {
    int said = above.getModifiers();
    return !Modifier.isPrivate(said)
        && !Modifier.isStatic(method.getModifiers())
        && (Modifier.isPublic(said)
            || Modifier.isProtected(said)
            || above.getDeclaringClass().getPackage()
                == method.getDeclaringClass().getPackage());
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
