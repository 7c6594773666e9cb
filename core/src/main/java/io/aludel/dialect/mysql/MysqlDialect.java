package io.aludel.dialect.mysql;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileOptions;
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
import io.aludel.dialect.TwoPhase;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.reflection.Server;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** MySQL from version 8.0.31 on, and the ground of {@link MariadbDialect}. */
public class MysqlDialect extends StandardDialect {
  static final Set<Capability> CAPABILITIES = EnumSet.of(
      Capability.BATCH_GENERATED_KEYS,
      Capability.TWO_PHASE,
      Capability.SERVER_CURSORS,
      Capability.MULTI_ROW_INSERT,
      Capability.INTERSECT_AND_EXCEPT,
      Capability.INTERSECT_ALL_AND_EXCEPT_ALL,
      Capability.NESTED_COMPOUND,
      Capability.NULLS_ORDERING,
      Capability.MULTI_TABLE_UPDATE,
      Capability.MULTI_TABLE_DELETE,
      Capability.COMMENTS,
      Capability.SCHEMAS,
      Capability.ALTER_CONSTRAINTS,
      Capability.ROW_LOCKS,
      Capability.COUNTS_MATCHED_ROWS,
      Capability.JSON,
      Capability.EXACT_DECIMALS,
      Capability.JSON_FROM_END,
      Capability.NATIVE_ENUM,
      Capability.UNSIGNED_NUMBERS,
      Capability.CASE_BEYOND_ASCII,
      Capability.TEXT_LENGTH_LIMITS,
      Capability.SHARED_ROW_LOCKS,
      Capability.COMMON_TABLES,
      Capability.COMMON_TABLES_BEFORE_WRITES,
      Capability.LATERAL,
      Capability.ROLLUP,
      Capability.QUANTIFIED_QUERIES,
      Capability.TUPLE_LISTS,
      Capability.COLLATIONS,
      Capability.REGULAR_EXPRESSIONS,
      Capability.REGULAR_REPLACEMENT,
      Capability.TEXT_SEARCH,
      Capability.UPSERT,
      Capability.SEVERAL_TABLES_SET,
      Capability.LIMITED_WRITES);

  private final Driver driver;

  /** The two drivers, which must be told in different ways to fetch rows in portions. */
  enum Driver {
    /** MySQL's own, which streams row by row, or not at all. */
    MYSQL,
    /** MariaDB's, which fetches as many rows as it is told. */
    MARIADB
  }

  /** For {@link io.aludel.dialect.Dialects}. */
  public MysqlDialect() {
    this(Driver.MYSQL);
  }

  MysqlDialect(Driver driver) {
    this("mysql", withExpressionIndexes(), driver);
  }

  private static Set<Capability> withExpressionIndexes() {
    Set<Capability> all = EnumSet.copyOf(CAPABILITIES);
    all.add(Capability.EXPRESSION_INDEXES);
    return all;
  }

  MysqlDialect(String name, Set<Capability> capabilities, Driver driver) {
    super(
        name,
        new IdentifierPreparer('`', '`', ReservedWords.ALL, 64),
        capabilities,
        new StandardTypeCompiler(
            new MysqlSpelling(name), new MysqlCastSpelling(name), new MysqlCodecs(name)),
        new MysqlCatalog(name.equals("mariadb")));
    this.driver = driver;
  }

  @Override
  protected StandardDialect another() {
    return new MysqlDialect(driver);
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:mysql:");
  }

  /** A server that turns out to be a MariaDB is spoken to as one. */
  @Override
  public Dialect on(Server server) {
    return isMariadb(server) ? new MariadbDialect(driver) : this;
  }

  static boolean isMariadb(Server server) {
    return (server.product() + " " + server.version()).contains("MariaDB");
  }

  @Override
  public boolean knows(Server server) {
    return server.isAtLeast(8, 0);
  }

  @Override
  public int maxParameters() {
    return 65_535;
  }

  @Override
  public int fetchSize(int rows) {
    return driver == Driver.MARIADB || rows == 0 ? rows : Integer.MIN_VALUE;
  }

  /** MariaDB's driver sends a batch in one piece, which the server prepares once. */
  @Override
  public int batchedInsertRows() {
    return driver == Driver.MARIADB ? 500 : Integer.MAX_VALUE;
  }

  @Override
  public TwoPhase twoPhase() {
    return new MysqlTwoPhase();
  }

  final Driver driver() {
    return driver;
  }

  @Override
  public DdlCompiler ddl(CompileOptions options) {
    return new MysqlDdlCompiler(this, options);
  }

  @Override
  public Failure classify(SQLException failure) {
    return MysqlFailures.classify(failure);
  }

  @Override
  protected ExpressionCompiler expressions(Compilation compilation) {
    return new MysqlExpressionCompiler(compilation);
  }

  @Override
  protected FromCompiler froms(Compilation compilation) {
    return new MysqlFromCompiler(compilation);
  }

  @Override
  protected SelectCompiler selects(Compilation compilation) {
    return new MysqlSelectCompiler(compilation);
  }

  @Override
  protected InsertCompiler inserts(Compilation compilation) {
    return new MysqlDmlCompilers.Inserts(compilation);
  }

  @Override
  protected UpdateCompiler updates(Compilation compilation) {
    return new MysqlDmlCompilers.Updates(compilation);
  }

  @Override
  protected DeleteCompiler deletes(Compilation compilation) {
    return new MysqlDmlCompilers.Deletes(compilation);
  }

  @Override
  protected ConstructCompiler constructs(Compilation compilation) {
    return new MysqlConstructCompiler(compilation);
  }
}
