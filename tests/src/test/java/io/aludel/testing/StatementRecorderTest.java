package io.aludel.testing;

import static io.aludel.testing.Expectations.allOf;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class StatementRecorderTest {
  private final StatementRecorder recorder = new StatementRecorder("sqlite");

  private void ran(String sql, Object... parameters) {
    recorder.add(new ExecutedStatement(sql, List.of(Arrays.asList(parameters))));
  }

  private String failureOf(Expectation... expectations) {
    try {
      recorder.assertStatements(expectations);
    } catch (AssertionFailedError e) {
      return e.getMessage();
    }
    throw new AssertionError("the assertion should have failed");
  }

  @Test
  void assertStatements_sameStatementsInOrder_passes() {
    ran("INSERT INTO users (name) VALUES (?)", "ed");
    ran("SELECT 1");

    recorder.assertStatements(sql("INSERT INTO users (name) VALUES (?)", "ed"), sql("SELECT 1"));
  }

  @Test
  void assertStatements_otherWhiteSpace_passes() {
    ran("SELECT a,\n    b\tFROM t  ");

    recorder.assertStatements(sql("SELECT a, b FROM t"));
  }

  @Test
  void assertStatements_otherWhiteSpaceInLiteral_fails() {
    ran("SELECT 'a  b'");

    assertThatThrownBy(() -> recorder.assertStatements(sql("SELECT 'a b'")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void assertStatements_otherOrder_fails() {
    ran("SELECT 1");
    ran("SELECT 2");

    assertThat(failureOf(sql("SELECT 2"), sql("SELECT 1"))).isEqualTo("""
                        Expected 2 steps on sqlite, got 2 steps:
                          expected SELECT 2
                          actual   (nothing)
                                   SELECT 1
                          expected (nothing)
                          actual   SELECT 2
                        """);
  }

  @Test
  void assertStatements_otherParameter_showsBothAbove() {
    ran("BEFORE");
    ran("UPDATE users SET name=? WHERE id = ?", "jack", 8);

    assertThat(failureOf(sql("BEFORE"), sql("UPDATE users SET name=? WHERE id = ?", "jack", 7)))
        .isEqualTo("""
                        Expected 2 steps on sqlite, got 2 steps:
                                   BEFORE
                          expected UPDATE users SET name=? WHERE id = ?
                                     ['jack', 7]
                          actual   UPDATE users SET name=? WHERE id = ?
                                     ['jack', 8]
                        """);
  }

  @Test
  void assertStatements_missingStatement_keepsTheRestAligned() {
    ran("SELECT 1");
    ran("SELECT 3");

    assertThat(failureOf(sql("SELECT 1"), sql("SELECT 2"), sql("SELECT 3"))).isEqualTo("""
                        Expected 3 steps on sqlite, got 2 steps:
                                   SELECT 1
                          expected SELECT 2
                          actual   (nothing)
                                   SELECT 3
                        """);
  }

  @Test
  void assertStatements_unexpectedStatement_showsIt() {
    ran("SELECT ?", new BigDecimal("1.50"));

    assertThat(failureOf()).isEqualTo("""
                        Expected 0 steps on sqlite, got 1 step:
                          expected (nothing)
                          actual   SELECT ?
                                     [1.50]
                        """);
  }

  @Test
  void assertStatements_equalTextOfOtherClass_showsClasses() {
    ran("SELECT ?", 1L);

    assertThat(failureOf(sql("SELECT ?", 1))).contains("[1 Integer]").contains("[1 Long]");
  }

  @Test
  void assertStatements_arrays_compareByContent() {
    ran("SELECT ?", new byte[] {1, 2});

    recorder.assertStatements(sql("SELECT ?", new byte[] {1, 2}));
  }

  @Test
  void assertStatements_batch_comparesRows() {
    recorder.add(new ExecutedStatement("INSERT", List.of(List.of(1, "a"), Arrays.asList(2, null))));

    recorder.assertStatements(sql("INSERT").batch(List.of(1, "a"), Arrays.asList(2, null)));
  }

  @Test
  void assertStatements_batchForSingleExecution_fails() {
    ran("INSERT", 1);

    assertThat(failureOf(sql("INSERT").batch(List.of(1), List.of(2)))).contains("[1], [2]");
  }

  @Test
  void assertStatements_anyParameters_ignoresThem() {
    ran("INSERT", 1);

    recorder.assertStatements(sql("INSERT").anyParameters());
  }

  @Test
  void assertStatements_spellingOfDialect_isUsedThere() {
    ran("SELECT 1 FROM dual", 3);

    recorder.assertStatements(sql("SELECT 1", 3).on("sqlite", "SELECT 1 FROM dual"));
    ran("SELECT 1", 3);
    recorder.assertStatements(sql("SELECT 1", 3).on("oracle", "SELECT 1 FROM dual"));
    ran("SELECT ?, ?", 3, 4);
    recorder.assertStatements(sql("SELECT 1", 3).on("sqlite", "SELECT ?, ?", 3, 4));
  }

  @Test
  void allOf_freeOrder_passes() {
    ran("A");
    ran("C");
    ran("B");
    ran("D");

    recorder.assertStatements(sql("A"), allOf(sql("B"), sql("C")), sql("D"));
  }

  @Test
  void allOf_sameStatementTwice_needsItTwice() {
    ran("A");
    ran("B");

    assertThat(failureOf(allOf(sql("A"), sql("A")))).contains("expected A").contains("actual   B");
  }

  @Test
  void count_sameNumber_passes() {
    ran("A");
    ran("B");
    ran("C");

    recorder.assertStatements(count(2), sql("C"));
  }

  @Test
  void count_fewer_fails() {
    ran("A");

    assertThat(failureOf(count(2))).contains("Expected 2 steps").contains("(any statement)");
  }

  @Test
  void count_negative_isRefused() {
    assertThatThrownBy(() -> count(-1))
        .isInstanceOf(TestingException.class)
        .hasMessageEndingWith("[TST-108]");
  }

  @Test
  void assertSteps_transactions_areCompared() {
    recorder.add(TransactionStep.BEGIN);
    ran("A");
    recorder.add(TransactionStep.COMMIT);

    recorder.assertSteps(TransactionStep.BEGIN, sql("A"), TransactionStep.COMMIT);
  }

  @Test
  void assertSteps_missingCommit_fails() {
    recorder.add(TransactionStep.BEGIN);
    ran("A");
    recorder.add(TransactionStep.ROLLBACK_TO_SAVEPOINT);

    assertThatThrownBy(
            () -> recorder.assertSteps(TransactionStep.BEGIN, sql("A"), TransactionStep.COMMIT))
        .hasMessageContaining("  expected COMMIT\n  actual   ROLLBACK TO SAVEPOINT");
  }

  @Test
  void assertStatements_transactionsRecorded_areNotLookedAt() {
    recorder.add(TransactionStep.BEGIN);
    ran("A");

    recorder.assertStatements(sql("A"));
  }

  @Test
  void assertStatements_transactionExpected_isRefused() {
    assertThatThrownBy(() -> recorder.assertStatements(TransactionStep.BEGIN))
        .isInstanceOf(TestingException.class)
        .hasMessageContaining("Use assertSteps");
  }

  @Test
  void assertStatements_again_looksAtLaterStatementsOnly() {
    ran("A");
    recorder.assertStatements(sql("A"));
    ran("B");

    recorder.assertStatements(sql("B"));
    recorder.assertStatements();
  }

  @Test
  void record_action_holdsItsStatementsOnly() {
    ran("A");
    Recording recording = recorder.record(() -> ran("B"));
    ran("C");

    recording.assertStatements(sql("B"));
    recorder.assertStatements(sql("A"), sql("C"));
  }

  @Test
  void unasserted_afterAssertions_isWhatNobodyLookedAt() {
    ran("A");
    recorder.assertStatements(sql("A"));
    recorder.record(() -> ran("B"));
    ran("C");

    assertThat(recorder.unasserted()).extracting(ExecutedStatement::sql).containsExactly("B", "C");
    recorder.clear();
    assertThat(recorder.unasserted()).isEmpty();
  }

  @Test
  void message_longBinaryValue_isCutShort() {
    ran("A", new byte[100]);

    assertThat(failureOf()).contains("x'" + "00".repeat(16) + "…' (100 bytes)");
  }

  @Test
  void executedStatement_nullParameter_isKept() {
    assertThatCode(() -> ran("A", (Object) null)).doesNotThrowAnyException();
    recorder.assertStatements(sql("A", (Object) null));
  }
}
