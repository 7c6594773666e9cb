package io.aludel.async;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes the threads of workers. Virtual threads are looked up once, since the code is compiled for Java
 * 17; they are used from Java 24 on, where a driver that locks with {@code synchronized} no longer pins
 * them.
 */
final class WorkerThreads {
  private static final int FIRST_UNPINNED = 24;
  private static final @Nullable MethodHandle VIRTUAL = findVirtual();

  private WorkerThreads() {}

  static boolean areVirtual() {
    return VIRTUAL != null;
  }

  /** A new virtual thread for each task. */
  static ThreadFactory virtual(String name) {
    MethodHandle factory = VIRTUAL;
    if (factory == null) {
      throw new IllegalStateException("this Java has no virtual threads that serve us");
    }
    try {
      return (ThreadFactory) factory.invokeExact(name + "-", 1L);
    } catch (Throwable failure) {
      throw new IllegalStateException("virtual threads were found and cannot be made", failure);
    }
  }

  /** Daemon threads, to be pooled. */
  static ThreadFactory platform(String name) {
    AtomicLong count = new AtomicLong();
    ThreadFactory standard = Executors.defaultThreadFactory();
    return task -> {
      Thread thread = standard.newThread(task);
      thread.setName(name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** {@code Thread.ofVirtual().name(prefix, first).factory()}. */
  private static @Nullable MethodHandle findVirtual() {
    if (Runtime.version().feature() < FIRST_UNPINNED) {
      return null;
    }
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandle begin =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder));
      MethodHandle name = lookup.findVirtual(
          builder, "name", MethodType.methodType(builder, String.class, long.class));
      MethodHandle make =
          lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
      MethodHandle named = MethodHandles.foldArguments(name, begin);
      return MethodHandles.filterReturnValue(named, make);
    } catch (ReflectiveOperationException absent) {
      return null;
    }
  }
}
