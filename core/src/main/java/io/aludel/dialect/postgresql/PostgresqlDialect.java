package io.aludel.dialect.postgresql;

import io.aludel.dialect.BulkLoad;
import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.ConstructCompiler;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Failure;
import io.aludel.dialect.IdentifierPreparer;
import io.aludel.dialect.InsertCompiler;
import io.aludel.dialect.SelectCompiler;
import io.aludel.dialect.StandardDialect;
import io.aludel.dialect.StandardTypeCompiler;
import io.aludel.dialect.TwoPhase;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.reflection.Server;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL from version 13 on. */
public final class PostgresqlDialect extends StandardDialect {
  private static final Set<Capability> MISSING = EnumSet.of(
      Capability.NATIVE_CALLS,
      Capability.NANOSECONDS,
      Capability.KEEPS_OFFSET,
      Capability.UNSIGNED_NUMBERS,
      Capability.FETCH_PERCENT,
      Capability.SEVERAL_TABLES_SET,
      Capability.LIMITED_WRITES);

  private static final IdentifierPreparer NAMES =
      new IdentifierPreparer('"', '"', ReservedWords.ALL, 63);

  /** For {@link io.aludel.dialect.Dialects}. */
  public PostgresqlDialect() {
    super(
        "postgresql",
        NAMES,
        EnumSet.complementOf(EnumSet.copyOf(MISSING)),
        new StandardTypeCompiler(
            new PostgresqlSpelling(NAMES), new PostgresqlSpelling(NAMES), new PostgresqlCodecs()),
        new PostgresqlCatalog());
  }

  @Override
  protected StandardDialect another() {
    return new PostgresqlDialect();
  }

  @Override
  public void cancel(Statement statement) throws SQLException {
    ServerCancel.send(statement);
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:postgresql:");
  }

  @Override
  public boolean knows(Server server) {
    return server.isAtLeast(13, 0);
  }

  /** They are one array; a SELECT for twice as many costs the server less than a second one. */
  @Override
  public int keysPerLookup() {
    return 1_000;
  }

  @Override
  public int maxParameters() {
    return 65_535;
  }

  @Override
  public TwoPhase twoPhase() {
    return new PostgresqlTwoPhase();
  }

  @Override
  public @Nullable BulkLoad bulkLoad(InsertNode insert) {
    return CopyLoad.of(this, insert);
  }

  @Override
  public @Nullable InsertNode inColumns(InsertNode insert) {
    return PostgresqlInsertCompiler.inColumns(insert);
  }

  @Override
  public boolean takesColumns(Connection connection) {
    return GivenColumns.takenBy(connection);
  }

  @Override
  public @Nullable UpdateNode inColumns(UpdateNode update) {
    return PostgresqlUpdateCompiler.inColumns(update);
  }

  @Override
  public DdlCompiler ddl(CompileOptions options) {
    return new PostgresqlDdlCompiler(this, options);
  }

  @Override
  public Failure classify(SQLException failure) {
    return PostgresqlFailures.classify(failure);
  }

  @Override
  protected ExpressionCompiler expressions(Compilation compilation) {
    return new PostgresqlExpressionCompiler(compilation);
  }

  @Override
  protected SelectCompiler selects(Compilation compilation) {
    return new SelectCompiler(compilation) {
      @Override
      protected boolean groupsByPlace() {
        return true;
      }
    };
  }

  @Override
  protected InsertCompiler inserts(Compilation compilation) {
    return new PostgresqlInsertCompiler(compilation);
  }

  @Override
  protected UpdateCompiler updates(Compilation compilation) {
    return new PostgresqlUpdateCompiler(compilation);
  }

  @Override
  protected ConstructCompiler constructs(Compilation compilation) {
    return new PostgresqlConstructCompiler(compilation);
  }
}
