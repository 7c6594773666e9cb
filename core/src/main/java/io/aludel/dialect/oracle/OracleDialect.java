package io.aludel.dialect.oracle;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.ConstructCompiler;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.Dialect;
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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.EnumSet;
import java.util.Set;

/**
 * Oracle Database from version 19 on. A server of version 23 is spoken to with the truth values, vectors
 * and words that came with it. Empty text is NULL there, whoever writes it.
 */
public final class OracleDialect extends StandardDialect {
  private static final Set<Capability> CAPABILITIES = EnumSet.of(
      Capability.INSERT_RETURNING,
      Capability.UPDATE_RETURNING,
      Capability.DELETE_RETURNING,
      Capability.SERVER_CURSORS,
      Capability.FULL_JOIN,
      Capability.NULLS_ORDERING,
      Capability.INTERSECT_AND_EXCEPT,
      Capability.SEQUENCES,
      Capability.IDENTITY_COLUMNS,
      Capability.COMMENTS,
      Capability.EXPRESSION_INDEXES,
      Capability.MATERIALIZED_VIEWS,
      Capability.SCHEMAS,
      Capability.ALTER_CONSTRAINTS,
      Capability.DEFERRABLE_CONSTRAINTS,
      Capability.ROW_LOCKS,
      Capability.COMMON_TABLES,
      Capability.LATERAL,
      Capability.FETCH_WITH_TIES,
      Capability.FETCH_PERCENT,
      Capability.ORDERED_SET_FUNCTIONS,
      Capability.GROUPING_SETS,
      Capability.ROLLUP,
      Capability.TUPLE_LISTS,
      Capability.QUANTIFIED_QUERIES,
      Capability.COLLATIONS,
      Capability.REGULAR_EXPRESSIONS,
      Capability.REGULAR_REPLACEMENT,
      Capability.UPSERT,
      Capability.UPSERT_TARGET,
      Capability.UPSERT_CONDITION,
      Capability.NANOSECONDS,
      Capability.EXACT_DECIMALS,
      Capability.KEEPS_OFFSET,
      Capability.COUNTS_MATCHED_ROWS,
      Capability.JSON,
      Capability.JSON_FROM_END,
      Capability.NATIVE_INTERVAL,
      Capability.CASE_BEYOND_ASCII,
      Capability.TEXT_LENGTH_LIMITS,
      Capability.INFINITY,
      Capability.NOT_A_NUMBER,
      Capability.DIVISION_BY_ZERO_FAILS);

  private static final IdentifierPreparer NAMES =
      new IdentifierPreparer('"', '"', ReservedWords.ALL, 128, "_");

  private final Release release;
  /** The versions that speak differently. */
  enum Release {
    /** 19 to 21. */
    BEFORE_23,
    /** 23 and later. */
    FROM_23;

    private Set<Capability> capabilities() {
      Set<Capability> all = EnumSet.copyOf(CAPABILITIES);
      if (this == FROM_23) {
        all.add(Capability.NATIVE_BOOLEAN);
        all.add(Capability.INTERSECT_ALL_AND_EXCEPT_ALL);
        all.add(Capability.MULTI_TABLE_UPDATE);
        all.add(Capability.WINDOW_GROUPS);
      }
      return all;
    }
  }

  /** For {@link io.aludel.dialect.Dialects}. */
  public OracleDialect() {
    this(Release.BEFORE_23);
  }

  private OracleDialect(Release release) {
    super(
        "oracle",
        NAMES,
        release.capabilities(),
        new StandardTypeCompiler(
            new OracleSpelling(release),
            new OracleCastSpelling(release),
            new OracleCodecs(release)),
        new OracleCatalog(NAMES));
    this.release = release;
  }

  @Override
  protected StandardDialect another() {
    return new OracleDialect(release);
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:oracle:");
  }

  @Override
  public Dialect on(Server server) {
    boolean oracle = server.product().contains("Oracle");
    Release found = oracle && server.isAtLeast(23, 0) ? Release.FROM_23 : Release.BEFORE_23;
    return found == release ? this : new OracleDialect(found);
  }

  @Override
  public boolean knows(Server server) {
    return server.isAtLeast(19, 0);
  }

  @Override
  public int maxParameters() {
    return 65_535;
  }

  /** Longer lists are refused by servers before 23. */
  @Override
  public int longestList() {
    return 1000;
  }

  @Override
  public DdlCompiler ddl(CompileOptions options) {
    return new OracleDdlCompiler(this, options, release);
  }

  @Override
  public Failure classify(SQLException failure) {
    return OracleFailures.classify(failure);
  }

  @Override
  public ResultSet returned(PreparedStatement statement, CompiledStatement compiled, int bound)
      throws SQLException {
    return compiled.outParameters().isEmpty()
        ? super.returned(statement, compiled, bound)
        : OutParameters.of(types(), compiled).run(statement, bound);
  }

  /** Savepoints end with their transaction; there are no words to give one up. */
  @Override
  public void release(Connection connection, Savepoint savepoint) {}

  @Override
  protected ExpressionCompiler expressions(Compilation compilation) {
    return new OracleExpressionCompiler(compilation);
  }

  @Override
  protected FromCompiler froms(Compilation compilation) {
    return new OracleFromCompiler(compilation);
  }

  @Override
  protected SelectCompiler selects(Compilation compilation) {
    return new OracleSelectCompiler(compilation);
  }

  @Override
  protected ConstructCompiler constructs(Compilation compilation) {
    return new OracleConstructCompiler(compilation);
  }

  @Override
  protected InsertCompiler inserts(Compilation compilation) {
    return new OracleDmlCompilers.Inserts(compilation);
  }

  @Override
  protected UpdateCompiler updates(Compilation compilation) {
    return new OracleDmlCompilers.Updates(compilation);
  }

  @Override
  protected DeleteCompiler deletes(Compilation compilation) {
    return new OracleDmlCompilers.Deletes(compilation);
  }
}
