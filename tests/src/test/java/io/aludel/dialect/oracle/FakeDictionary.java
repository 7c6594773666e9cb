package io.aludel.dialect.oracle;

import java.util.Map;

/** Stands for the function of Oracle that tells the schema of the session. */
public final class FakeDictionary {
  private static final Map<String, String> KNOWN = Map.of("CURRENT_SCHEMA", "APP");

  private FakeDictionary() {}

  /**
   * What a session is.
   *
   * @param context always {@code USERENV}
   * @param name the name of a value
   * @return the value
   */
  public static String context(String context, String name) {
    return KNOWN.getOrDefault(name, context);
  }
}
