package io.aludel.testing.internal;

import io.aludel.testing.internal.database.DatabaseConfiguration;
import io.aludel.testing.internal.database.Databases;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** What the extensions keep in JUnit's stores, which close it: servers for the run, a database for a test. */
final class TestRun {
  private static final Namespace NAMESPACE = Namespace.create(TestRun.class);

  private TestRun() {}

  /** The databases of the run. */
  static Databases databases(ExtensionContext context) {
    return context
        .getStore(StoreScope.EXECUTION_REQUEST, NAMESPACE)
        .computeIfAbsent(Databases.class, type -> load(context), Databases.class);
  }

  private static Databases load(ExtensionContext context) {
    return Databases.load(
        DatabaseConfiguration.of(name -> context.getConfigurationParameter(name).orElse(null)));
  }

  /** What those databases have. */
  static Capabilities capabilities(ExtensionContext context) {
    return context
        .getStore(StoreScope.EXECUTION_REQUEST, NAMESPACE)
        .computeIfAbsent(
            Capabilities.class, type -> new Capabilities(databases(context)), Capabilities.class);
  }

  /** What belongs to the one test of the context. */
  static Store ofTest(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
