package io.aludel.dialect.sqlserver;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.ConstructCompiler;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Failure;
import io.aludel.dialect.FromCompiler;
import io.aludel.dialect.IdentifierPreparer;
import io.aludel.dialect.InsertCompiler;
import io.aludel.dialect.SelectCompiler;
import io.aludel.dialect.StandardDialect;
import io.aludel.dialect.StandardTypeCompiler;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.reflection.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.EnumSet;
import java.util.Set;

/** Microsoft SQL Server from version 2017 on (parity row ORM-DIA-04). */
public final class SqlServerDialect extends StandardDialect {
  static final String NAME = "sqlserver";

  /** Of 2,100 parameters of a call the driver needs two: the text of the statement and their types. */
  private static final int MOST_PARAMETERS = 2098;

  private static final Set<Capability> CAPABILITIES = EnumSet.of(
      Capability.INSERT_RETURNING,
      Capability.ORDERED_INSERT_RETURNING,
      Capability.UPDATE_RETURNING,
      Capability.DELETE_RETURNING,
      Capability.MULTI_ROW_INSERT,
      Capability.NATIVE_UUID,
      Capability.FULL_JOIN,
      Capability.NULLS_ORDERING,
      Capability.INTERSECT_AND_EXCEPT,
      Capability.MULTI_TABLE_UPDATE,
      Capability.MULTI_TABLE_DELETE,
      Capability.SEQUENCES,
      Capability.IDENTITY_COLUMNS,
      Capability.COMMENTS,
      Capability.PARTIAL_INDEXES,
      Capability.SCHEMAS,
      Capability.TRANSACTIONAL_DDL,
      Capability.ALTER_CONSTRAINTS,
      Capability.ROW_LOCKS,
      Capability.SHARED_ROW_LOCKS,
      Capability.COMMON_TABLES,
      Capability.COMMON_TABLES_BEFORE_WRITES,
      Capability.LATERAL,
      Capability.DERIVED_COLUMN_NAMES,
      Capability.FETCH_WITH_TIES,
      Capability.FETCH_PERCENT,
      Capability.GROUPING_SETS,
      Capability.ROLLUP,
      Capability.QUANTIFIED_QUERIES,
      Capability.COLLATIONS,
      Capability.UPSERT,
      Capability.UPSERT_TARGET,
      Capability.UPSERT_CONDITION,
      Capability.LIMITED_WRITES,
      Capability.EXACT_DECIMALS,
      Capability.KEEPS_OFFSET,
      Capability.COUNTS_MATCHED_ROWS,
      Capability.JSON,
      Capability.CASE_BEYOND_ASCII,
      Capability.TEXT_LENGTH_LIMITS,
      Capability.DIVISION_BY_ZERO_FAILS);

  private static final IdentifierPreparer NAMES =
      new IdentifierPreparer('[', ']', ReservedWords.ALL, 128).withSchemas(SchemaNames::of);

  /** For {@link io.aludel.dialect.Dialects}. */
  public SqlServerDialect() {
    super(
        NAME,
        NAMES,
        CAPABILITIES,
        new StandardTypeCompiler(
            new SqlServerSpelling(), new SqlServerCastSpelling(), new SqlServerCodecs()),
        new SqlServerCatalog(NAMES));
  }

  @Override
  protected StandardDialect another() {
    return new SqlServerDialect();
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:sqlserver:");
  }

  @Override
  public boolean knows(Server server) {
    return server.isAtLeast(14, 0);
  }

  @Override
  public int maxParameters() {
    return MOST_PARAMETERS;
  }

  @Override
  public int longestList() {
    return MOST_PARAMETERS;
  }

  /** Savepoints are never given up here; the driver refuses to try. */
  @Override
  public void release(Connection connection, Savepoint savepoint) throws SQLException {}

  @Override
  public DdlCompiler ddl(CompileOptions options) {
    return new SqlServerDdlCompiler(this, options);
  }

  @Override
  public Failure classify(SQLException failure) {
    return SqlServerFailures.classify(failure);
  }

  @Override
  protected ExpressionCompiler expressions(Compilation compilation) {
    return new SqlServerExpressionCompiler(compilation);
  }

  @Override
  protected FromCompiler froms(Compilation compilation) {
    return new SqlServerFromCompiler(compilation);
  }

  @Override
  protected SelectCompiler selects(Compilation compilation) {
    return new SqlServerSelectCompiler(compilation);
  }

  @Override
  protected ConstructCompiler constructs(Compilation compilation) {
    return new SqlServerConstructCompiler(compilation);
  }

  @Override
  protected InsertCompiler inserts(Compilation compilation) {
    return new SqlServerInserts(compilation);
  }

  @Override
  protected UpdateCompiler updates(Compilation compilation) {
    return new SqlServerWrites.Updates(compilation);
  }

  @Override
  protected DeleteCompiler deletes(Compilation compilation) {
    return new SqlServerWrites.Deletes(compilation);
  }
}
