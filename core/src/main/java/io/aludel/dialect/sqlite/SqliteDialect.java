package io.aludel.dialect.sqlite;

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
import io.aludel.sql.tree.statement.InsertNode;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQLite from version 3.39 on. */
public final class SqliteDialect extends StandardDialect {
  private static final Set<Capability> CAPABILITIES = EnumSet.of(
      Capability.NATIVE_CALLS,
      Capability.INSERT_RETURNING,
      Capability.ORDERED_INSERT_RETURNING,
      Capability.UPDATE_RETURNING,
      Capability.DELETE_RETURNING,
      Capability.MULTI_ROW_INSERT,
      Capability.FULL_JOIN,
      Capability.NULLS_ORDERING,
      Capability.INTERSECT_AND_EXCEPT,
      Capability.MULTI_TABLE_UPDATE,
      Capability.PARTIAL_INDEXES,
      Capability.EXPRESSION_INDEXES,
      Capability.TRANSACTIONAL_DDL,
      Capability.DEFERRABLE_CONSTRAINTS,
      Capability.COMMON_TABLES,
      Capability.COMMON_TABLES_BEFORE_WRITES,
      Capability.AGGREGATE_FILTER,
      Capability.WINDOW_GROUPS,
      Capability.COLLATIONS,
      Capability.UPSERT,
      Capability.UPSERT_TARGET,
      Capability.UPSERT_CONDITION,
      Capability.NANOSECONDS,
      Capability.COUNTS_MATCHED_ROWS,
      Capability.JSON,
      Capability.JSON_FROM_END,
      Capability.YEAR_ZERO,
      Capability.INFINITY);

  /** For {@link io.aludel.dialect.Dialects}. */
  public SqliteDialect() {
    super(
        "sqlite",
        new IdentifierPreparer('"', '"', ReservedWords.ALL, 1000),
        CAPABILITIES,
        new StandardTypeCompiler(
            new SqliteSpelling(), new SqliteCastSpelling(), new SqliteCodecs()),
        new SqliteCatalog());
  }

  @Override
  protected StandardDialect another() {
    return new SqliteDialect();
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:sqlite:");
  }

  @Override
  public boolean knows(Server server) {
    return server.isAtLeast(3, 39);
  }

  @Override
  public int maxParameters() {
    return 32_766;
  }

  /** A statement of many rows saves each page of an index before it changes it; one of a row need not. */
  @Override
  public int batchedInsertRows() {
    return 500;
  }

  @Override
  public @Nullable LeavingInsert leavingRows(InsertNode insert, CompileOptions options) {
    return new LeavingInserts(identifiers()).of(insert, options);
  }

  @Override
  public DdlCompiler ddl(CompileOptions options) {
    return new SqliteDdlCompiler(this, options);
  }

  @Override
  public Failure classify(SQLException failure) {
    return SqliteFailures.classify(failure);
  }

  @Override
  protected ExpressionCompiler expressions(Compilation compilation) {
    return new SqliteExpressionCompiler(compilation);
  }

  @Override
  protected FromCompiler froms(Compilation compilation) {
    return new SqliteFromCompiler(compilation);
  }

  @Override
  protected SelectCompiler selects(Compilation compilation) {
    return new SqliteSelectCompiler(compilation);
  }

  @Override
  protected InsertCompiler inserts(Compilation compilation) {
    return new SqliteDmlCompilers.Inserts(compilation);
  }

  @Override
  protected UpdateCompiler updates(Compilation compilation) {
    return new SqliteDmlCompilers.Updates(compilation);
  }

  @Override
  protected DeleteCompiler deletes(Compilation compilation) {
    return new SqliteDmlCompilers.Deletes(compilation);
  }

  @Override
  protected ConstructCompiler constructs(Compilation compilation) {
    return new SqliteConstructCompiler(compilation);
  }
}
