package io.aludel.testing.internal.database;

import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import io.aludel.testing.spi.DatabaseRequest;
import io.aludel.testing.spi.ProvidedDatabase;
import io.aludel.testing.spi.TestDatabaseProvider;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** All providers of one test run, and the servers they started; closed at its end. */
public final class Databases implements AutoCloseable {
  private final DatabaseConfiguration configuration;
  private final Map<String, TestDatabaseProvider> providers;

  Databases(DatabaseConfiguration configuration, Iterable<TestDatabaseProvider> found) {
    this.configuration = configuration;
    this.providers = byName(found);
  }

  /** The providers on the class path. */
  public static Databases load(DatabaseConfiguration configuration) {
    return new Databases(
        configuration,
        ServiceLoader.load(
            TestDatabaseProvider.class, TestDatabaseProvider.class.getClassLoader()));
  }

  private static Map<String, TestDatabaseProvider> byName(Iterable<TestDatabaseProvider> found) {
    Map<String, TestDatabaseProvider> byName = new TreeMap<>();
    for (TestDatabaseProvider provider : found) {
      TestDatabaseProvider other = byName.putIfAbsent(provider.name(), provider);
      if (other != null) {
        throw new TestingException(
            TestingError.DUPLICATE_PROVIDER,
            "Cannot choose a provider for test database '" + provider.name() + "': "
                + other.getClass().getName() + " and "
                + provider.getClass().getName() + " both claim the name."
                + " Rename one of them.");
      }
    }
    return byName;
  }

  /** The databases to run on, in the configured order. */
  public List<String> names() {
    List<String> names = configuration.names();
    names.forEach(this::provider);
    return names;
  }

  /** Every database that could be configured. */
  Set<String> known() {
    return providers.keySet();
  }

  /** An empty database of that name. */
  public ProvidedDatabase create(String name, boolean severalConnections) {
    return provider(name)
        .create(new DatabaseRequest(severalConnections, configuration.server(name)));
  }

  private TestDatabaseProvider provider(String name) {
    TestDatabaseProvider provider = providers.get(name);
    if (provider == null) {
      throw new TestingException(
          TestingError.UNKNOWN_DATABASE,
          "Cannot run tests on database '" + name + "': no provider has that name; there are "
              + String.join(", ", known())
              + ". Correct aludel.test.databases, or add a "
              + TestDatabaseProvider.class.getName() + " for it.");
    }
    return provider;
  }

  @Override
  public void close() {
    providers.values().forEach(TestDatabaseProvider::close);
  }
}
