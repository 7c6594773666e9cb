package io.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Failure.Violation;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures that are hard to provoke on a real database, as their drivers report them. */
class FailuresTest {
  private static Failure classify(String dialect, SQLException failure) {
    return Spelling.dialect(dialect).classify(failure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql      | 28000 | 1045 | Access denied for user 'x'@'localhost'   | LOGIN_REFUSED | false",
        "mysql      | 08S01 | 2013 | Lost connection to server               | DISCONNECT    | false",
        "mysql      | 08000 | 0    | Socket error                            | DISCONNECT    | false",
        "mysql      | 08004 | 1040 | Too many connections                    | OPERATIONAL   | false",
        "mysql      | 40001 | 1213 | Deadlock found when trying to get lock  | OPERATIONAL   | true",
        "mysql      | 0A000 | 1235 | This version doesn't yet support        | NOT_SUPPORTED | false",
        "postgresql | 28P01 | 0    | password authentication failed          | LOGIN_REFUSED | false",
        "postgresql | 08006 | 0    | An I/O error occurred                   | DISCONNECT    | false",
        "postgresql | 57P05 | 0    | terminating connection due to idle time | DISCONNECT    | false",
        "postgresql | 40P01 | 0    | deadlock detected                       | OPERATIONAL   | true",
        "postgresql | 53100 | 0    | could not extend file                   | OPERATIONAL   | false",
        "postgresql | XX000 | 0    | could not read block                    | INTERNAL      | false",
        "postgresql | 0A000 | 0    | cannot insert multiple commands         | NOT_SUPPORTED | false",
        "postgresql | 99999 | 0    | who knows                               | UNKNOWN       | false",
        "oracle     | 61000 | 60   | ORA-00060: deadlock detected             | OPERATIONAL   | true",
        "oracle     | 72000 | 8177 | ORA-08177: can't serialize access       | OPERATIONAL   | true",
        "oracle     | 61000 | 54   | ORA-00054: resource busy, NOWAIT        | OPERATIONAL   | true",
        "oracle     | 72000 | 1017 | ORA-01017: invalid username/password    | LOGIN_REFUSED | false",
        "oracle     | 08003 | 17008 | Closed connection                      | DISCONNECT    | false",
        "oracle     | 08006 | 3113 | ORA-03113: end-of-file on communication | DISCONNECT    | false",
        "oracle     | 61000 | 28   | ORA-00028: your session has been killed | DISCONNECT    | false",
        "oracle     | 72000 | 12899 | ORA-12899: value too large for column  | DATA          | false",
        "oracle     | 22012 | 1476 | ORA-01476: divisor is equal to zero     | DATA          | false",
        "oracle     | 42000 | 942  | ORA-00942: table or view does not exist | PROGRAMMING   | false",
        "oracle     | 72000 | 1013 | ORA-01013: user requested cancel        | OPERATIONAL   | false",
        "oracle     | 60000 | 600  | ORA-00600: internal error code          | INTERNAL      | false",
        "h2         | 28000 | 28000 | Wrong user name or password            | LOGIN_REFUSED | false",
        "h2         | 90131 | 90131 | Timeout: concurrent update             | OPERATIONAL   | true",
        "h2         | 90067 | 90067 | Connection is broken                   | DISCONNECT    | false",
        "sqlite     | ''    | 11   | database disk image is malformed        | OPERATIONAL   | false",
        "sqlite     | ''    | 517  | database is locked                      | OPERATIONAL   | true",
        "sqlite     | ''    | 3091 | cannot store TEXT value in INTEGER column t.c | DATA    | false",
        "sqlite     | ''    | 0    | database connection closed              | DISCONNECT    | false"
      })
  void classify_codeOfTheDatabase_isUnderstood(
      String dialect, String state, int code, String message, FailureKind kind, boolean again) {
    assertThat(classify(dialect, new SQLException(message, state, code)))
        .isEqualTo(new Failure(kind, null, null, again));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "23505 | UNIQUE | uq_a | ERROR: duplicate key value violates unique constraint \"uq_a\"",
        "23505 | UNIQUE | uq_a | FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint „uq_a“",
        "23505 | UNIQUE | uq_a | ERREUR: la valeur d'une clé dupliquée rompt la contrainte unique « uq_a »",
        "23503 | FOREIGN_KEY | fk_b | ERROR: insert on table \"b\" violates foreign key constraint \"fk_b\"",
        "23503 | FOREIGN_KEY | fk_b | ERROR: delete on table \"a\" violates \"fk_b\" on table \"b\"",
        "23514 | CHECK | ck_c | ERROR: new row for relation \"c\" violates check constraint \"ck_c\"",
        "23514 | CHECK | ck_d | ERROR: value for domain d violates check constraint \"ck_d\""
      })
  void classify_languageOfPostgresql_doesNotHideTheName(
      String state, Violation violation, String constraint, String message) {
    assertThat(classify("postgresql", new SQLException(message + "\n  Detail: Key \"x\"", state)))
        .isEqualTo(new Failure(FailureKind.INTEGRITY, violation, constraint, false));
  }

  @Test
  void classify_batch_looksAtTheFailureBeneath() {
    BatchUpdateException batch = new BatchUpdateException("Batch entry 1 failed", new int[0]);
    batch.setNextException(new SQLException("deadlock detected", "40P01"));

    assertThat(classify("postgresql", batch).transientFailure()).isTrue();
  }

  @Test
  void classify_noState_looksAtTheClass() {
    assertThat(classify("h2", new SQLFeatureNotSupportedException("no")).kind())
        .isEqualTo(FailureKind.NOT_SUPPORTED);
    assertThat(classify("h2", new SQLTimeoutException("late")).kind())
        .isEqualTo(FailureKind.OPERATIONAL);
    assertThat(classify("h2", new SQLException("what")).kind()).isEqualTo(FailureKind.UNKNOWN);
  }
}
