package io.aludel.testing.internal;

import io.aludel.testing.AssertsEveryStatement;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each test its database, and checks and removes it afterwards. */
public final class DatabaseLifecycle
    implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private final @Nullable String database;

  /** For a test that runs on any database that has what it requires. */
  public DatabaseLifecycle() {
    this(null);
  }

  DatabaseLifecycle(@Nullable String database) {
    this.database = database;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return choices(context).isEmpty()
        ? ConditionEvaluationResult.disabled(Requirements.of(context).unmetBy(context))
        : ConditionEvaluationResult.enabled("the database has what is required");
  }

  private List<String> choices(ExtensionContext context) {
    return Requirements.of(context).databases(context).stream()
        .filter(name -> database == null || database.equals(name))
        .toList();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return DatabaseParameter.isOne(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new TestingException(
          TestingError.MISPLACED_ANNOTATION,
          "Cannot give a " + parameter.getParameter().getType().getSimpleName() + " to "
              + parameter.getDeclaringExecutable()
              + ": a database lives for one test. Take it in the test method or in @BeforeEach.");
    }
    Class<?> type = parameter.getParameter().getType();
    OpenDatabase ofTest = TestRun.ofTest(context)
        .computeIfAbsent(OpenDatabase.class, key -> open(context), OpenDatabase.class);
    return DatabaseParameter.of(type, ofTest);
  }

  private OpenDatabase open(ExtensionContext context) {
    String name = choices(context).get(0);
    boolean several = Annotations.has(context, SeveralConnections.class);
    return new OpenDatabase(
        name, TestRun.databases(context).create(name, several), TestRun.capabilities(context));
  }

  /** A test that failed is not also told what it left behind. */
  @Override
  public void afterEach(ExtensionContext context) {
    try (OpenDatabase used =
        TestRun.ofTest(context).remove(OpenDatabase.class, OpenDatabase.class)) {
      if (used != null && context.getExecutionException().isEmpty()) {
        used.check(Annotations.has(context, AssertsEveryStatement.class));
      }
    }
  }
}
