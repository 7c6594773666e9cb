package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the format for objects of applications: one declared as a service, else Jackson. */
final class JsonFormats {
  private static final @Nullable JsonFormat FOUND = find();

  private JsonFormats() {}

  /** Loaded once; classes of the JSON tree need none. */
  static JsonFormat forClass(Class<?> type) {
    if (FOUND == null) {
      throw new ArgumentException(
          CoreError.UNKNOWN_JAVA_TYPE,
          "Cannot store values of " + type.getName() + " as JSON: there is nothing to write them"
              + " with. Add jackson-databind to the class path, declare a JsonFormat as a service, or"
              + " use Json, Map or List.");
    }
    return FOUND;
  }

  private static @Nullable JsonFormat find() {
    return ServiceLoader.load(JsonFormat.class, JsonFormat.class.getClassLoader())
        .findFirst()
        .orElseGet(JsonFormats::jackson);
  }

  private static @Nullable JsonFormat jackson() {
    try {
      Class.forName(
          "com.fasterxml.jackson.databind.json.JsonMapper",
          false,
          JsonFormat.class.getClassLoader());
      return new JacksonFormat();
    } catch (ClassNotFoundException | LinkageError absent) {
      return null;
    }
  }
}
