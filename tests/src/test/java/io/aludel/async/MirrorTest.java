package io.aludel.async;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.Result;
import io.aludel.engine.Transaction;
import io.aludel.orm.ScopedSessions;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionTransaction;
import io.aludel.orm.async.AsyncScopedSessions;
import io.aludel.orm.async.AsyncSession;
import io.aludel.orm.async.AsyncSessionFactory;
import io.aludel.orm.async.AsyncSessionTransaction;
import io.aludel.testing.Parity;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every method of a blocking class has a twin with the same parameters, which gives the same in a stage. */
class MirrorTest {
  private static final Map<Class<?>, Class<?>> TWINS = Map.of(
      Engine.class, AsyncEngine.class,
      Connection.class, AsyncConnection.class,
      Transaction.class, AsyncTransaction.class,
      Result.class, AsyncResult.class,
      Session.class, AsyncSession.class,
      SessionTransaction.class, AsyncSessionTransaction.class,
      SessionFactory.class, AsyncSessionFactory.class,
      ScopedSessions.class, AsyncScopedSessions.class);

  /** What has no twin, by the beginning of its signature, and what there is instead. */
  private static final Map<Class<?>, Set<String>> LEFT_OUT = Map.of(
      Engine.class,
      Set.of(
          // engine() gives the blocking one beneath for what does not wait
          "compile(",
          "findCompiled(",
          "insertPlan(",
          "withDefaults(",
          "clearCompiledCache(",
          "options(",
          "updateOptions(",
          "events(",
          "dialect(",
          "statistics(",
          "poolStatus(",
          "poolSettings(",
          // of() takes what these make
          "of(javax.sql.DataSource)",
          "builder(",
          "fromConfiguration("),
      Connection.class,
      Set.of(
          // call() runs what must stay on the lane: the driver's connection, layers, a map of one
          // thread
          "jdbc(",
          "runner(",
          "info(",
          // compiling in another way is for call(), too
          "execute(io.aludel.sql.Executable, java.util.List<? extends"
              + " java.util.Map<java.lang.String, ?>>, io.aludel.dialect.CompileOptions)",
          "execute(io.aludel.sql.Executable, java.util.Map<java.lang.String, ?>,"
              + " io.aludel.dialect.CompileOptions)"),
      Result.class,
      Set.of(
          // publisher() and fetch() in place of what waits for each row
          "iterator(",
          "stream(",
          "partitions(",
          "yieldPer(",
          // results in memory need no lane
          "over(",
          "merge(",
          "counting(",
          "withoutRows(",
          "beside("),
      Session.class,
      Set.of("noAutoflush("), // its work is blocking: for call()
      SessionFactory.class,
      Set.of(
          // AsyncSessionFactory.of() takes a factory that was made so, and shares its listeners
          "of(",
          "unbound(",
          "events(",
          "info(",
          // a session belongs to its lane: who opened it closes it
          "open(io.aludel.engine.Connection)",
          "closeAll("),
      ScopedSessions.class,
      Set.of("perThread(")); // stages go from thread to thread

  private static final Pattern BARE = Pattern.compile("(id|isNested|session|parent|engine|toString"
      + "|names|mappings|scalars|columns|exchanging|unique|givesRows|rowCount|outcome|insertedKeys|with|open|create"
      + "|isOpen|configure|factory|of)\\(.*");

  @TestFactory
  @Parity({"ORM-ENG-25", "ORM-SES-50"})
  Stream<DynamicTest> twins_ofAllMethods_areThere() {
    return TWINS.keySet().stream()
        .map(type -> DynamicTest.dynamicTest(
            type.getSimpleName(), () -> assertThat(differences(type)).isEmpty()));
  }

  private static List<String> differences(Class<?> type) {
    Map<String, String> twins = methods(TWINS.get(type))
        .collect(Collectors.toMap(
            MirrorTest::signature, method -> method.getGenericReturnType().getTypeName()));
    List<String> differences = new ArrayList<>();
    methods(type).forEach(method -> {
      String signature = asynchronous(signature(method));
      String given = boxed(method.getGenericReturnType().getTypeName());
      String plain = asynchronous(given);
      String found = twins.get(signature);
      if (isLeftOut(type, signature(method)) || isWorkInStages(method, twins)) {
        return;
      }
      String wanted = CompletionStage.class.getName() + "<" + plain + ">";
      boolean bare = BARE.matcher(signature).matches()
          && found != null
          && (boxed(found).equals(plain) || found.equals(given));
      if (!bare && !wanted.equals(found)) {
        differences.add(signature + " should give " + wanted + " and gives " + found);
      }
    });
    return differences;
  }

  private static boolean isLeftOut(Class<?> type, String signature) {
    return LEFT_OUT.getOrDefault(type, Set.of()).stream().anyMatch(signature::startsWith)
        || signature.equals("toString()");
  }

  /** Transactions as functions: the blocking ones get a value, these a stage of it. */
  private static boolean isWorkInStages(Method method, Map<String, String> twins) {
    boolean work =
        method.getName().equals("inTransaction") || method.getName().equals("fromTransaction");
    return work
        && method.getParameterCount() == 1
        && twins.keySet().stream()
            .anyMatch(
                signature -> signature.startsWith(method.getName() + "(java.util.function.Function")
                    && signature.contains(CompletionStage.class.getName()));
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
  }

  private static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getGenericParameterTypes())
            .map(Type::getTypeName)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The name of a type with the twins in place of the blocking types; a frozen result stays one. */
  private static String asynchronous(String name) {
    if (name.startsWith("java.util.function.Supplier<" + Result.class.getName())) {
      return name;
    }
    String changed = name;
    for (Map.Entry<Class<?>, Class<?>> twin : TWINS.entrySet()) {
      changed = changed.replaceAll(
          "\\b" + Pattern.quote(twin.getKey().getName()) + "\\b",
          twin.getValue().getName());
    }
    return changed;
  }

  private static String boxed(String name) {
    return switch (name) {
      case "void" -> Void.class.getName();
      case "int" -> Integer.class.getName();
      case "long" -> Long.class.getName();
      case "boolean" -> Boolean.class.getName();
      default -> name;
    };
  }
}
