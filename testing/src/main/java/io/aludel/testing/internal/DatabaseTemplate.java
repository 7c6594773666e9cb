package io.aludel.testing.internal;

import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Multiplies a test, or a class of tests, by the databases that have what it requires. */
public final class DatabaseTemplate
    implements ExecutionCondition,
        TestTemplateInvocationContextProvider,
        ClassTemplateInvocationContextProvider {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean multiplied = supportsClassTemplate(context) || supportsTestTemplate(context);
    return multiplied && databases(context).isEmpty()
        ? ConditionEvaluationResult.disabled(Requirements.of(context).unmetBy(context))
        : ConditionEvaluationResult.enabled("a configured database has what is required");
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    boolean onMethod =
        AnnotationSupport.isAnnotated(context.getTestMethod(), ForEachDatabase.class);
    if (onMethod && !Annotations.onClasses(context, ForEachDatabase.class).isEmpty()) {
      throw new TestingException(
          TestingError.MISPLACED_ANNOTATION,
          "Cannot run " + context.getRequiredTestMethod()
              + " for each database: its class already is."
              + " Annotate the method with @Test in place of @ForEachDatabase.");
    }
    return onMethod;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return databases(context).stream().map(DatabaseInvocation::new);
  }

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return context.getTestMethod().isEmpty()
        && AnnotationSupport.isAnnotated(context.getTestClass(), ForEachDatabase.class);
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return databases(context).stream().map(DatabaseInvocation::new);
  }

  private static List<String> databases(ExtensionContext context) {
    return Requirements.of(context).databases(context);
  }
}
