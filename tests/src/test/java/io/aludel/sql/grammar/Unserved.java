package io.aludel.sql.grammar;

import io.aludel.dialect.Dialect;
import io.aludel.dialect.oracle.OracleDialect;
import io.aludel.dialect.sqlserver.SqlServerDialect;
import io.aludel.reflection.Server;

/** The dialects of which no server can be had, and what their languages differ in. */
public enum Unserved {
  /** Oracle before version 23. */
  ORACLE(new OracleDialect()),

  /** Oracle from version 23 on, where conditions are values. */
  ORACLE_23(new OracleDialect().on(new Server("Oracle", "23.4"))),

  /** SQL Server. */
  SQL_SERVER(new SqlServerDialect());

  private final Dialect dialect;

  Unserved(Dialect dialect) {
    this.dialect = dialect;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Whether it is SQL Server, rather than an Oracle. */
  public boolean isSqlServer() {
    return this == SQL_SERVER;
  }

  /** Whether a condition may stand where a value is wanted, and the other way round. */
  public boolean hasTruthValues() {
    return this == ORACLE_23;
  }

  /** The tokens of some SQL. */
  public java.util.List<SqlToken> tokens(String sql) {
    return new SqlLexer(isSqlServer(), sql).tokens();
  }
}
