package io.aludel.dialect.h2;

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
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** H2 from version 2.1 on. */
public final class H2Dialect extends StandardDialect {
  private static final Set<Capability> MISSING = EnumSet.of(
      Capability.NATIVE_CALLS,
      Capability.BULK_LOAD,
      Capability.TWO_PHASE,
      Capability.SERVER_CURSORS,
      Capability.JSON_FROM_END,
      Capability.ARRAY_CONTAINMENT,
      Capability.RANGES,
      Capability.UNSIGNED_NUMBERS,
      Capability.ARRAY_BINDS,
      Capability.FULL_JOIN,
      Capability.INTERSECT_ALL_AND_EXCEPT_ALL,
      Capability.MULTI_TABLE_UPDATE,
      Capability.MULTI_TABLE_DELETE,
      Capability.PARTIAL_INDEXES,
      Capability.EXPRESSION_INDEXES,
      Capability.MATERIALIZED_VIEWS,
      Capability.TRANSACTIONAL_DDL,
      Capability.DEFERRABLE_CONSTRAINTS,
      Capability.COMMON_TABLES_BEFORE_WRITES,
      Capability.WRITING_COMMON_TABLES,
      Capability.LATERAL,
      Capability.TABLE_SAMPLE,
      Capability.GROUPING_SETS,
      Capability.ROLLUP,
      Capability.COLLATIONS,
      Capability.TEXT_SEARCH,
      Capability.SEVERAL_TABLES_SET,
      Capability.LIMITED_WRITES,
      Capability.SHARED_ROW_LOCKS);

  private static final IdentifierPreparer NAMES =
      new IdentifierPreparer('"', '"', ReservedWords.ALL, 256);

  /** For {@link io.aludel.dialect.Dialects}. */
  public H2Dialect() {
    super(
        "h2",
        NAMES,
        EnumSet.complementOf(EnumSet.copyOf(MISSING)),
        new StandardTypeCompiler(new H2Spelling(NAMES), new H2Spelling(NAMES), new H2Codecs()),
        new H2Catalog(NAMES));
  }

  @Override
  protected StandardDialect another() {
    return new H2Dialect();
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:h2:");
  }

  @Override
  public boolean knows(Server server) {
    return server.isAtLeast(2, 1);
  }

  /**
   * Every row found by the index is compared with the list again, key by key: it is quadratic. Of all
   * lengths of lists this is the fastest for keys of one row and of five.
   */
  @Override
  public int keysPerLookup() {
    return 32;
  }

  @Override
  public int maxParameters() {
    return 100_000;
  }

  @Override
  public DdlCompiler ddl(CompileOptions options) {
    return new H2DdlCompiler(this, options);
  }

  @Override
  public Failure classify(SQLException failure) {
    return H2Failures.classify(failure);
  }

  @Override
  protected ExpressionCompiler expressions(Compilation compilation) {
    return new H2ExpressionCompiler(compilation);
  }

  @Override
  protected FromCompiler froms(Compilation compilation) {
    return new H2FromCompiler(compilation);
  }

  @Override
  protected SelectCompiler selects(Compilation compilation) {
    return new H2SelectCompiler(compilation);
  }

  @Override
  protected InsertCompiler inserts(Compilation compilation) {
    return new H2DmlCompilers.Inserts(compilation);
  }

  @Override
  protected UpdateCompiler updates(Compilation compilation) {
    return new H2DmlCompilers.Updates(compilation);
  }

  @Override
  protected DeleteCompiler deletes(Compilation compilation) {
    return new H2DmlCompilers.Deletes(compilation);
  }

  @Override
  protected ConstructCompiler constructs(Compilation compilation) {
    return new H2ConstructCompiler(compilation);
  }
}
