package io.aludel.orm.internal.session;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.Capability;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.Result;
import io.aludel.engine.RowShape;
import io.aludel.orm.ExecutionOption;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.loading.LoadedRows;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.InsertNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * INSERT of an entity, run with a list of maps: each map is a row (parity row ORM-QRY-31). Rows are written
 * as flushes write them, past the unit of work; only what no flush says, as what is done about conflicts, goes
 * as it is written, a statement for each run of maps with equal names.
 */
final class InsertsOfRows {
  private final SessionCore core;
  private final FactoryCore factory;
  private final Lowering lowering;
  private final InsertNode statement;
  private final EntityLayout layout;
  private final Site site;

  private InsertsOfRows(
      SessionCore core, FactoryCore factory, Lowering lowering, InsertNode statement) {
    this.core = core;
    this.factory = factory;
    this.lowering = lowering;
    this.statement = statement;
    this.layout = core.layoutOf(((EntitySource) statement.target()).type());
    this.site = core.site(statement);
  }

  /** Whether a statement can be run with maps that are rows of an entity. */
  static boolean isMeant(StatementNode statement) {
    return statement instanceof InsertNode insert
        && insert.source() == null
        && insert.rows().size() <= 1
        && insert.target() instanceof EntitySource source
        && !source.isAlias();
  }

  static Result<Row> run(
      SessionCore core,
      FactoryCore factory,
      Lowering lowering,
      InsertNode statement,
      List<? extends Map<String, ? extends @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      throw new ArgumentException(
          CoreError.PARAMETERS,
          "Rows of " + statement.target() + " cannot be inserted for no maps. Give at least one.");
    }
    InsertsOfRows inserts = new InsertsOfRows(core, factory, lowering, statement);
    inserts.requireReturning();
    return inserts.isWrittenAsItIs() ? inserts.asWritten(rows) : inserts.asFlushed(rows);
  }

  private void requireReturning() {
    List<Table> tables = layout.mapper().tables();
    boolean returns = site.work().engine().dialect().supports(Capability.INSERT_RETURNING)
        && tables.stream().allMatch(Table::allowsReturning);
    if (!returns && !statement.items().isEmpty()) {
      throw new UnsupportedStatementException(
          OrmError.UNSUPPORTED_STATEMENT,
          "Cannot give " + statement.items() + " back from an INSERT with a list of maps: "
              + site.work().engine().dialect().name() + " has no INSERT … RETURNING, or "
              + tables.stream().map(Table::name).toList()
              + " may not be asked for it. Add objects to the session, or read the rows by a SELECT.");
    }
  }

  /** Values beside the maps need a flush only where it has more to do than to send them. */
  private boolean isWrittenAsItIs() {
    boolean plain = statement.conflict() == null && statement.additions().equals(Additions.NONE);
    boolean more = !statement.items().isEmpty() || layout.mapper().tables().size() > 1;
    return !plain || (!statement.rows().isEmpty() && !more);
  }

  // As a flush

  private Result<Row> asFlushed(List<? extends Map<String, ? extends @Nullable Object>> given) {
    StatedValues stated = new StatedValues(statement);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(given.size());
    given.forEach(row -> rows.add(stated.with(row)));
    boolean rendersNulls =
        statement.options().stream().anyMatch(ExecutionOption.RenderingNulls.class::isInstance);
    ReturnedRows returned = new ReturnedRows(core, layout, site, statement);
    List<ManagedEntity> made = core.bulkWork(rendersNulls, ExecutionOptions.of(() -> statement))
        .insert(layout, rows, returned.wanted(rows));
    return statement.items().isEmpty()
        ? Result.withoutRows(rows.size())
        : result(returned.of(made));
  }

  private Result<Row> result(List<@Nullable Object[]> rows) {
    RowShape shape = RowShape.of(lowering.names(statement.items()), statement.items());
    List<Row> shaped = new ArrayList<>(rows.size());
    rows.forEach(values -> shaped.add(shape.row(values)));
    return Result.over(new LoadedRows<>(shaped), shape);
  }

  // As it is written

  private Result<Row> asWritten(List<? extends Map<String, ? extends @Nullable Object>> given) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    int touched = 0;
    for (List<Map<String, ? extends @Nullable Object>> run : runs(given)) {
      StatementNode named = lowering.lower(lowering.named(statement, run.get(0).keySet()));
      if (statement.items().isEmpty()) {
        int count = site.connection(Operation.EXECUTE)
            .execute(() -> named, run, factory.options())
            .rowCount();
        touched = count < 0 || touched < 0 ? -1 : touched + count;
      } else {
        for (Map<String, ? extends @Nullable Object> row : run) {
          oneByOne(named, row).forEach(each -> rows.add(each.asList().toArray()));
        }
      }
    }
    return statement.items().isEmpty() ? Result.withoutRows(touched) : result(rows);
  }

  /** What a conflict leaves out gives no row, so that only single rows can be told apart. */
  private List<Row> oneByOne(StatementNode named, Map<String, ? extends @Nullable Object> row) {
    StatementNode whole = site.work().engine().withDefaults(named, row);
    boolean overwrites = Execution.overwrites(statement.options());
    return site.loader().rows(whole, row, site, overwrites).all();
  }

  private static List<List<Map<String, ? extends @Nullable Object>>> runs(
      List<? extends Map<String, ? extends @Nullable Object>> rows) {
    List<List<Map<String, ? extends @Nullable Object>>> runs = new ArrayList<>();
    List<Map<String, ? extends @Nullable Object>> run = List.of();
    for (Map<String, ? extends @Nullable Object> row : rows) {
      if (run.isEmpty() || !run.get(0).keySet().equals(row.keySet())) {
        run = new ArrayList<>();
        runs.add(run);
      }
      run.add(row);
    }
    return runs;
  }
}
