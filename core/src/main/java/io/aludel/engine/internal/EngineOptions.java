package io.aludel.engine.internal;

import io.aludel.Warnings;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.IdentifierPreparer;
import io.aludel.engine.IsolationLevel;
import io.aludel.engine.pool.PoolSettings;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an engine was told when it was made. Immutable. */
public record EngineOptions(
    Login login,
    PoolSettings pool,
    Logging logging,
    IdentifierPreparer.Limits names,
    int cacheSize,
    int keptStatements) {

  /** The dialect as this engine uses it. */
  public Dialect limited(Dialect dialect) {
    boolean asTheDialectSays = names.name() == null && names.label() == null;
    return asTheDialectSays ? dialect : dialect.limited(names);
  }

  /** How connections are opened. */
  public record Login(
      @Nullable String user,
      @Nullable String password,
      Map<String, String> properties,
      @Nullable IsolationLevel isolation) {}

  /** What is written to the log. */
  public record Logging(
      boolean echo,
      boolean echoPool,
      boolean hideParameters,
      boolean lintsFroms,
      @Nullable String name,
      @Nullable String poolName) {
    private static final Warnings WARNINGS = Warnings.of("io.aludel.engine.warnings");

    /** What is logged unless statements are not to be looked through. */
    public Logging(
        boolean echo,
        boolean echoPool,
        boolean hideParameters,
        @Nullable String name,
        @Nullable String poolName) {
      this(echo, echoPool, hideParameters, true, name, poolName);
    }

    /** Where goes what is suspicious about statements. */
    public Consumer<String> warnings() {
      return lintsFroms ? warning -> WARNINGS.warn("{}", warning) : warning -> {};
    }
  }
}
