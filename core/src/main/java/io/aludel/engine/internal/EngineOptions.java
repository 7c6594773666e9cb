package io.aludel.engine.internal;

import io.aludel.engine.IsolationLevel;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an engine was told when it was made. Immutable. */
public record EngineOptions(
    Login login, Pool pool, Logging logging, int cacheSize, int keptStatements) {

  /** How connections are opened. */
  public record Login(
      @Nullable String user,
      @Nullable String password,
      Map<String, String> properties,
      @Nullable IsolationLevel isolation) {}

  /** How many connections there are, and how long is waited. */
  public record Pool(
      int maximumSize, int minimumIdle, Duration timeout, Duration idleTimeout, Duration lifetime) {
    public static final Pool DEFAULT =
        new Pool(15, 0, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMinutes(30));
  }

  /** What is written to the log. */
  public record Logging(
      boolean echo, boolean hideParameters, @Nullable String name) {}
}
