package io.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite::memory:, sqlite",
    "jdbc:h2:mem:x, h2",
    "jdbc:postgresql://host/db, postgresql",
    "jdbc:mysql://host/db, mysql",
    "jdbc:mariadb://host/db, mariadb",
    "jdbc:oracle:thin:@//host/service, oracle",
    "jdbc:sqlserver://host;databaseName=db, sqlserver"
  })
  void forUrl_known_findsTheDialect(String url, String name) {
    assertThat(Dialects.forUrl(url)).map(Dialect::name).contains(name);
  }

  @Test
  void forUrl_unknown_isEmpty() {
    assertThat(Dialects.forUrl("jdbc:derby:memory:x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "08006, DISCONNECT, false",
    "22003, DATA, false",
    "23000, INTEGRITY, false",
    "28000, LOGIN_REFUSED, false",
    "40001, OPERATIONAL, true",
    "42601, PROGRAMMING, false",
    "0A000, NOT_SUPPORTED, false",
    "XX000, INTERNAL, false",
    "99999, UNKNOWN, false"
  })
  void classify_standardStates_areUnderstood(String state, FailureKind kind, boolean again) {
    Failure failure = SqlStates.classify(new SQLException("m", state));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.transientFailure()).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql | 23505 | 0 | ERROR: duplicate key value violates unique constraint \"uq_x\" | UNIQUE"
            + " | uq_x",
        "postgresql | 23514 | 0 | ERROR: new row for relation \"t\" violates check constraint \"ck\" |"
            + " CHECK | ck",
        "postgresql | 23502 | 0 | ERROR: null value in column \"a\" of relation \"t\" violates not-null"
            + " constraint | NOT_NULL |",
        "mysql | 23000 | 1062 | Duplicate entry 'secret' for key 't.uq_x' | UNIQUE | uq_x",
        "mariadb | 23000 | 1062 | (conn=4) Duplicate entry 'a.b' for key 'uq_x' | UNIQUE | uq_x",
        "mysql | 23000 | 1452 | Cannot add a child row: a foreign key constraint fails (`db`.`t`,"
            + " CONSTRAINT `fk_x` FOREIGN KEY (`a`) REFERENCES `u` (`id`)) | FOREIGN_KEY | fk_x",
        "mariadb | 23000 | 4025 | CONSTRAINT `ck_x` failed for `db`.`t` | CHECK | ck_x",
        "mysql | HY000 | 3819 | Check constraint 'ck_x' is violated. | CHECK | ck_x",
        "h2 | 23505 | 23505 | Unique index or primary key violation: \"PUBLIC.UQ_X_INDEX_9 ON"
            + " PUBLIC.T(A) VALUES (1)\" | UNIQUE | uq_x",
        "h2 | 23505 | 23505 | Unique index or primary key violation: \"PUBLIC.\"\"Uq.1\"\" INDEX"
            + " PUBLIC.\"\"Uq.1_INDEX_A\"\" ON PUBLIC.T(A)\" | UNIQUE | Uq.1",
        "h2 | 23513 | 23513 | Check constraint violation: \"CK_X: \" | CHECK | ck_x",
        "oracle | 23000 | 1 | ORA-00001: unique constraint (APP.UQ_X) violated on table APP.T columns"
            + " (A) | UNIQUE | uq_x",
        "oracle | 23000 | 1 | ORA-00001: Unique Constraint (APP.Uq.1) verletzt | UNIQUE | Uq.1",
        "oracle | 23000 | 2291 | ORA-02291: integrity constraint (APP.FK_X) violated - parent key not"
            + " found | FOREIGN_KEY | fk_x",
        "oracle | 23000 | 2292 | ORA-02292: integrity constraint (APP.FK_X) violated - child record"
            + " found | FOREIGN_KEY | fk_x",
        "oracle | 23000 | 2290 | ORA-02290: check constraint (APP.CK_X) violated | CHECK | ck_x",
        "oracle | 23000 | 1400 | ORA-01400: cannot insert NULL into (\"APP\".\"T\".\"A\") |"
            + " NOT_NULL |",
        "oracle | 72000 | 1407 | ORA-01407: cannot update (\"APP\".\"T\".\"A\") to NULL | NOT_NULL |",
        "sqlite | | 19 | [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed (UNIQUE constraint"
            + " failed: t.a) | UNIQUE | t.a",
        "sqlite | | 19 | [SQLITE_CONSTRAINT_CHECK] A CHECK constraint failed (CHECK constraint failed:"
            + " ck_x) | CHECK | ck_x"
      })
  void classify_violations_nameTheConstraint(
      String dialect,
      String state,
      int code,
      String message,
      Failure.Violation violation,
      String constraint) {
    Failure failure = Spelling.dialect(dialect).classify(new SQLException(message, state, code));

    assertThat(failure).isEqualTo(new Failure(FailureKind.INTEGRITY, violation, constraint, false));
  }
}
