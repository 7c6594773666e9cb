package io.aludel.testing.internal;

import io.aludel.engine.Engine;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.Map;
import java.util.function.Function;

/** What a test may ask for by the type of a parameter. */
final class DatabaseParameter {
  private static final Map<Class<?>, Function<TestDatabase, Object>> KINDS = Map.of(
      TestDatabase.class, database -> database,
      Engine.class, TestDatabase::engine,
      StatementRecorder.class, TestDatabase::recorder);

  private DatabaseParameter() {}

  static boolean isOne(Class<?> type) {
    return KINDS.containsKey(type);
  }

  static Object of(Class<?> type, TestDatabase database) {
    return KINDS.getOrDefault(type, TestDatabase::engine).apply(database);
  }
}
