package io.aludel.testing.internal;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.testing.internal.database.Databases;
import io.aludel.testing.spi.ProvidedDatabase;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What each database has, asked once by connecting to it. */
final class Capabilities {
  private final Databases databases;
  private final Map<String, Set<Capability>> known = new ConcurrentHashMap<>();

  Capabilities(Databases databases) {
    this.databases = databases;
  }

  Set<Capability> of(String name) {
    return known.computeIfAbsent(name, this::ask);
  }

  private Set<Capability> ask(String name) {
    try (ProvidedDatabase database = databases.create(name, false);
        Engine engine = Engines.on(database.address())) {
      engine.connect().close();
      return Arrays.stream(Capability.values())
          .filter(engine.dialect()::supports)
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
