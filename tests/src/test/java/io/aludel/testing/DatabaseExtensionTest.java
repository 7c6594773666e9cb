package io.aludel.testing;

import static io.aludel.sql.Sql.text;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class DatabaseExtensionTest {
  private static EngineExecutionResults run(Class<?> tests) {
    return run(tests, "sqlite,h2");
  }

  private static EngineExecutionResults run(Class<?> tests, String databases) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .configurationParameter("aludel.test.databases", databases)
        .execute();
  }

  private static List<String> failures(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> String.valueOf(result.getThrowable().orElseThrow().getMessage()))
        .toList();
  }

  private static List<String> names(EngineExecutionResults results) {
    return results.testEvents().succeeded().stream()
        .map(Event::getTestDescriptor)
        .map(descriptor -> descriptor.getParent().orElseThrow().getDisplayName() + "/"
            + descriptor.getDisplayName())
        .sorted()
        .toList();
  }

  @Nested
  class Databases {
    @Test
    void forEachDatabase_onMethod_runsOnEachWithAFreshDatabase() {
      EngineExecutionResults results = run(MethodTemplate.class);

      assertThat(failures(results)).isEmpty();
      assertThat(names(results))
          .containsExactly(
              "first(Engine)/h2",
              "first(Engine)/sqlite",
              "second(Engine)/h2",
              "second(Engine)/sqlite");
    }

    @Test
    void forEachDatabase_onClass_runsAllItsTestsOnEach() {
      EngineExecutionResults results = run(ClassOfTests.class);

      assertThat(failures(results)).isEmpty();
      assertThat(results.testEvents().succeeded().count()).isEqualTo(6);
      assertThat(names(results)).contains("h2/plain(TestDatabase)", "sqlite/plain(TestDatabase)");
    }

    @Test
    void forEachDatabase_onMethodOfMultipliedClass_isRefused() {
      assertThat(failures(run(MultipliedTwice.class)))
          .isNotEmpty()
          .allSatisfy(message ->
              assertThat(message).contains("its class already is").endsWith("[TST-107]"));
    }

    @Test
    void databaseTest_anyDatabase_takesTheFirstConfigured() {
      assertThat(failures(run(AnyDatabase.class, "h2,sqlite"))).isEmpty();
      assertThat(failures(run(AnyDatabase.class, "sqlite,h2"))).hasSize(1);
    }

    @Test
    void requires_databaseWithout_isLeftOut() {
      assertThat(names(run(NeedsSequences.class))).containsExactly("sequences(TestDatabase)/h2");
    }

    @Test
    void requires_noDatabaseWith_skipsAndSaysWhy() {
      EngineExecutionResults results = run(NeedsSequences.class, "sqlite");

      assertThat(results.allEvents().skipped().stream()
              .map(event -> event.getRequiredPayload(String.class)))
          .containsExactly("no database of [sqlite] has [SEQUENCES]");
    }

    @Test
    void severalConnections_sqlite_seeOneAnother() {
      EngineExecutionResults results = run(TwoConnections.class);

      assertThat(failures(results)).isEmpty();
      assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
    }

    @Test
    void database_inBeforeAll_isRefused() {
      assertThat(failures(run(TooEarly.class, "sqlite")))
          .singleElement()
          .asString()
          .contains("a database lives for one test");
    }

    @Test
    void configuration_unknownDatabase_isNamed() {
      assertThat(failures(run(MethodTemplate.class, "oracle")))
          .allSatisfy(message -> assertThat(message).contains("'oracle'"));
    }
  }

  @Nested
  class Leaks {
    @Test
    void check_openConnection_failsAndNamesThePlace() {
      assertThat(failures(run(OpenConnection.class, "sqlite")))
          .singleElement()
          .asString()
          .contains("1 connection:")
          .contains("OpenConnection.leaks(DatabaseExtensionTest.java:");
    }

    @Test
    void check_openTransaction_failsAndNamesThePlace() {
      assertThat(failures(run(OpenTransaction.class, "sqlite")))
          .singleElement()
          .asString()
          .contains("1 transaction:")
          .contains("OpenTransaction.leaks(DatabaseExtensionTest.java:");
    }

    @Test
    void check_openResult_failsAndShowsTheStatement() {
      assertThat(failures(run(OpenResult.class, "sqlite")))
          .singleElement()
          .asString()
          .contains("1 result:")
          .contains("SELECT 1 AS n UNION SELECT 2")
          .contains("OpenResult.leaks(DatabaseExtensionTest.java:");
    }

    @Test
    void check_testThatFailed_doesNotHideItsFailure() {
      assertThat(failures(run(FailingAndLeaking.class, "sqlite")))
          .containsExactly("the real failure");
    }

    @Test
    void check_hiddenOne_failsAndTellsTheViolation() {
      assertThat(failures(run(FaultyForAHiddenCheck.class, "sqlite,h2")))
          .hasSize(2)
          .containsOnly("The test left behind:\n  the number 4711 was asked for");
    }

    @Test
    void check_closedInAfterEach_passes() {
      assertThat(failures(run(ClosedAfterwards.class, "sqlite"))).isEmpty();
    }
  }

  @Nested
  class Statements {
    @Test
    void recorder_ofTest_hearsItsEngine() {
      assertThat(failures(run(Recorded.class))).isEmpty();
    }

    @Test
    void assertsEveryStatement_oneLeft_failsAndShowsIt() {
      assertThat(failures(run(Unasserted.class, "sqlite")))
          .singleElement()
          .asString()
          .contains("1 on sqlite")
          .contains("SELECT 2");
    }
  }

  static class MethodTemplate {
    @ForEachDatabase
    void first(Engine engine) {
      createTable(engine);
    }

    @ForEachDatabase
    void second(Engine engine) {
      createTable(engine);
    }
  }

  private static void createTable(Engine engine) {
    try (Connection connection = engine.connect()) {
      connection.execute(text("CREATE TABLE t (id INTEGER)"));
      connection.commit();
    }
  }

  @ForEachDatabase
  static class ClassOfTests {
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void remember(TestDatabase database) {
      seen.add(database.name());
    }

    @Test
    void plain(TestDatabase database) {
      assertThat(seen).containsExactly(database.name());
      createTable(database.engine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void parameterized(String value, Engine engine) {
      assertThat(value).isNotEmpty();
      createTable(engine);
    }
  }

  @ForEachDatabase
  static class MultipliedTwice {
    @ForEachDatabase
    void test() {}
  }

  @DatabaseTest
  static class AnyDatabase {
    @Test
    void isH2(TestDatabase database) {
      assertThat(database.name()).isEqualTo("h2");
    }
  }

  static class NeedsSequences {
    @ForEachDatabase
    @Requires(Capability.SEQUENCES)
    void sequences(TestDatabase database) {
      assertThat(database.has(Capability.SEQUENCES)).isTrue();
    }
  }

  static class TwoConnections {
    @ForEachDatabase
    @SeveralConnections
    void seesTheOther(Engine engine) {
      createTable(engine);
      try (Connection one = engine.connect();
          Connection two = engine.connect()) {
        one.execute(text("INSERT INTO t VALUES (1)"));
        one.commit();
        assertThat(two.execute(text("SELECT id FROM t")).all()).hasSize(1);
      }
    }
  }

  @DatabaseTest
  static class TooEarly {
    @BeforeAll
    static void takes(Engine engine) {
      engine.connect();
    }

    @Test
    void test() {}
  }

  @DatabaseTest
  static class OpenConnection {
    @Test
    void leaks(Engine engine) {
      engine.connect().execute(text("SELECT 1")).all();
    }
  }

  @DatabaseTest
  static class OpenTransaction {
    @Test
    void leaks(Engine engine) {
      engine.connect().execute(text("CREATE TABLE t (id INTEGER)"));
    }
  }

  @DatabaseTest
  static class OpenResult {
    @Test
    void leaks(Engine engine) {
      engine.connect().execute(text("SELECT 1 AS n UNION SELECT 2")).iterator().next();
    }
  }

  @DatabaseTest
  static class FailingAndLeaking {
    @Test
    void fails(Engine engine) {
      engine.connect().execute(text("SELECT 1")).all();
      throw new IllegalStateException("the real failure");
    }
  }

  static class FaultyForAHiddenCheck {
    @ForEachDatabase
    void asks(Engine engine) {
      engine.inTransaction(connection -> connection.execute(text(PlantedCheck.FAULT)));
    }
  }

  @DatabaseTest
  static class ClosedAfterwards {
    private Connection connection;

    @BeforeEach
    void open(Engine engine) {
      connection = engine.connect();
    }

    @Test
    void works() {
      assertThat(connection.execute(text("SELECT 1")).all()).hasSize(1);
    }

    @AfterEach
    void close() {
      connection.close();
    }
  }

  static class Recorded {
    @ForEachDatabase
    void records(Engine engine, StatementRecorder recorder) {
      try (Connection connection = engine.connect()) {
        connection.execute(text("SELECT 1")).all();
        recorder.assertSteps(TransactionStep.BEGIN, sql("SELECT 1"));
        connection.execute(text("SELECT :n + 1").bind("n", 5)).all();
        recorder.assertStatements(sql("SELECT ? + 1", 5));
        connection.commit();
      }
      recorder.assertSteps(TransactionStep.COMMIT);
    }
  }

  @DatabaseTest
  static class Unasserted {
    @Test
    @AssertsEveryStatement
    void leavesOne(Engine engine, StatementRecorder recorder) {
      try (Connection connection = engine.connect()) {
        connection.execute(text("SELECT 1")).all();
        recorder.assertStatements(sql("SELECT 1"));
        connection.execute(text("SELECT 2")).all();
      }
    }
  }
}
