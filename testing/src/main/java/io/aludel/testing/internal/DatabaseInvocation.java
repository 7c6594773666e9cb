package io.aludel.testing.internal;

import java.util.List;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test, or of a class of tests, on one database. */
record DatabaseInvocation(String database)
    implements TestTemplateInvocationContext, ClassTemplateInvocationContext {
  @Override
  public String getDisplayName(int invocationIndex) {
    return database;
  }

  @Override
  public void prepareInvocation(ExtensionContext context) {
    // Nothing to prepare: a database is made when a test asks for it.
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(new DatabaseLifecycle(database));
  }
}
