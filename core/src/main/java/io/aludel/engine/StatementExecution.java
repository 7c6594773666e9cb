package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.ResultItem;
import io.aludel.dialect.SchemaTranslation;
import io.aludel.dialect.StatementKind;
import io.aludel.engine.EngineEvents.Written;
import io.aludel.engine.internal.ClientDefaults;
import io.aludel.engine.internal.CursorSource;
import io.aludel.engine.internal.ListSource;
import io.aludel.engine.internal.Parameters;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import io.aludel.schema.Table;
import io.aludel.sql.Executable;
import io.aludel.sql.Row;
import io.aludel.sql.RowStatement;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Executes statements as applications write them: defaults, parameters, compilation, results. */
final class StatementExecution {
  private final Connection connection;
  private final CompileOptions shapedBy;
  private final ExecutionOptions call;

  StatementExecution(Connection connection, CompileOptions shapedBy, ExecutionOptions call) {
    this.connection = connection;
    this.shapedBy = shapedBy;
    this.call = call;
  }

  /** The options of this execution of a statement: the call's, its own, the connection's. */
  private ExecutionOptions options(StatementNode node) {
    return call.over(ExecutionOptions.of(node)).over(connection.options());
  }

  private StatementRunner runner(ExecutionOptions options) {
    return options == connection.options()
        ? connection.runner()
        : new StatementRunner(connection.conversation(), options);
  }

  /** A statement that is ready to run. */
  private record Ready(
      StatementNode written,
      StatementNode node,
      Compilation compilation,
      StatementRunner runner,
      CompileOptions shapedBy) {
    CompiledStatement compiled() {
      return compilation.statement();
    }

    StatementOutcome outcome(List<@Nullable Object[]> rows, List<@Nullable Object[]> generated) {
      StatementOutcome.Sent sent = new StatementOutcome.Sent(written, node, rows);
      return new StatementOutcome(compiled().kind(), sent, generated);
    }
  }

  private Ready ready(StatementNode written, StatementNode node) {
    ExecutionOptions options = options(node);
    CompileOptions shape = SchemaTranslation.added(shapedBy, options.schemas());
    Engine engine = connection.engine();
    Compilation compilation = options.isCached()
        ? engine.compile(node, shape)
        : engine.core().cache().compile(engine.dialect(), node, shape);
    return new Ready(written, node, compilation, runner(options), shape);
  }

  private StatementNode defaulted(
      StatementNode node, Map<String, ? extends @Nullable Object> parameters) {
    return ClientDefaults.added(node, connection.engine().dialect(), parameters);
  }

  Result<Row> execute(Executable statement, Map<String, ? extends @Nullable Object> parameters) {
    Written told = connection
        .engine()
        .events()
        .rewritten(
            connection,
            new Written(statement, parameters.isEmpty() ? List.of() : List.of(parameters)));
    if (told.parameters().size() > 1) {
      return executeEach(told);
    }
    tellBefore(told);
    Map<String, ? extends @Nullable Object> named =
        told.parameters().isEmpty() ? Map.of() : told.parameters().get(0);
    StatementNode written = Parameters.asColumns(told.statement().statementNode(), named.keySet());
    Ready ready = ready(written, defaulted(written, named));
    Result<Row> result = run(ready, Parameters.values(ready.compiled(), ready.node(), named));
    tellAfter(told);
    return result;
  }

  @SuppressWarnings("unchecked") // a rewriter that gives another statement answers for its type
  <T extends @Nullable Object> Result<T> scalars(
      RowStatement<T> statement, Map<String, ? extends @Nullable Object> parameters) {
    Written told = connection
        .engine()
        .events()
        .rewritten(
            connection,
            new Written(statement, parameters.isEmpty() ? List.of() : List.of(parameters)));
    tellBefore(told);
    StatementNode written = told.statement().statementNode();
    Map<String, ? extends @Nullable Object> named =
        told.parameters().isEmpty() ? Map.of() : told.parameters().get(0);
    Ready ready = ready(written, defaulted(written, named));
    @Nullable Object[] values = Parameters.values(ready.compiled(), ready.node(), named);
    RowSource<T> source = scalarSource(ready, values);
    int partition = ready.runner().options().partition();
    Result<T> result = Result.of(source, Result.Facts.NONE.inPartitions(partition));
    tellAfter(told);
    return result;
  }

  /** The statement says what its first value is; NULL comes as null whatever that is. */
  @SuppressWarnings({"unchecked", "NullAway"}) // the statement says what its first column holds
  private <T extends @Nullable Object> RowSource<T> scalarSource(
      Ready ready, @Nullable Object[] values) {
    CompiledStatement compiled = ready.compiled();
    if (compiled.columns().isEmpty()) {
      return (RowSource<T>) run(ready, values).scalars().source();
    }
    RowCursor cursor = ready.runner().query(compiled, values);
    ItemReader reader = new ItemReader(ready.compilation(), ready.node().items());
    CursorSource<T> source = new CursorSource<>(cursor, row -> (T) reader.value(row, 0));
    return compiled.kind() == StatementKind.SELECT ? source : new ListSource<>(fetched(source));
  }

  Result<Row> executeEach(
      Executable statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    return executeEach(
        connection.engine().events().rewritten(connection, new Written(statement, rows)));
  }

  private Result<Row> executeEach(Written told) {
    List<? extends Map<String, ? extends @Nullable Object>> rows = told.parameters();
    if (rows.isEmpty()) {
      throw new ArgumentException(
          CoreError.PARAMETERS,
          "A statement cannot be executed for no rows of parameters. Give at least one map.");
    }
    tellBefore(told);
    StatementNode written =
        Parameters.asColumns(told.statement().statementNode(), rows.get(0).keySet());
    StatementNode node = defaulted(written, rows.get(0));
    Ready ready = ready(written, node);
    Result<Row> result = runEach(ready, values(ready, rows));
    tellAfter(told);
    return result;
  }

  /** The values of each row in slot order; defaults are made anew for each. */
  private List<@Nullable Object[]> values(
      Ready ready, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    Parameters parameters = Parameters.of(ready.compiled());
    @Nullable Object[] first = ready.node().keyed().values();
    if (ready.node() == ready.written()) {
      return parameters.filled(first, rows);
    }
    List<@Nullable Object[]> values = new ArrayList<>(rows.size());
    values.add(parameters.filled(first, rows.get(0)));
    for (Map<String, ? extends @Nullable Object> row : rows.subList(1, rows.size())) {
      values.add(parameters.filled(defaulted(ready.written(), row).keyed().values(), row));
    }
    return values;
  }

  private Result<Row> run(Ready ready, @Nullable Object[] values) {
    CompiledStatement compiled = ready.compiled();
    List<@Nullable Object[]> row = Collections.singletonList(values);
    if (compiled.kind() == StatementKind.TEXT && compiled.columns().isEmpty()) {
      return undescribed(ready, values);
    }
    if (compiled.givesRows()) {
      return rows(ready, row, ready.runner().query(compiled, values));
    }
    Column<?> generated = generatedColumn(ready.node());
    if (generated != null) {
      InsertPlan plan = plan(ready, (InsertNode) ready.node(), List.of(generated));
      List<@Nullable Object[]> keys = ready.runner().insert(plan, row);
      return Result.withoutRows(keys.size(), ready.outcome(row, keys));
    }
    int count = ready.runner().update(compiled, values);
    return Result.withoutRows(count, ready.outcome(row, List.of()));
  }

  private static Result<Row> rows(Ready ready, List<@Nullable Object[]> sent, RowCursor cursor) {
    ItemReader reader = new ItemReader(ready.compilation(), ready.node().items());
    RowShape shape = reader.shape();
    RowSource<Row> source = new CursorSource<>(cursor, row -> shape.row(reader.values(row)));
    StatementOutcome outcome = ready.outcome(sent, List.of());
    int partition = ready.runner().options().partition();
    if (ready.compiled().kind() == StatementKind.SELECT) {
      return Result.of(source, new Result.Facts(shape, -1, outcome, partition));
    }
    List<Row> fetched = fetched(source);
    return Result.of(
        new ListSource<>(fetched), new Result.Facts(shape, fetched.size(), outcome, partition));
  }

  /** Rows that a change gives back are fetched at once, so that the change does not stay half read. */
  private static <T extends @Nullable Object> List<T> fetched(RowSource<T> source) {
    List<T> rows = new ArrayList<>();
    while (source.next()) {
      rows.add(source.row());
    }
    return rows;
  }

  private Result<Row> undescribed(Ready ready, @Nullable Object[] values) {
    StatementRunner.Outcome outcome = ready.runner().run(ready.compiled(), values);
    RowCursor cursor = outcome.rows();
    return cursor == null
        ? Result.withoutRows(
            outcome.count(), ready.outcome(Collections.singletonList(values), List.of()))
        : DriverSql.rows(connection.conversation(), cursor);
  }

  private Result<Row> runEach(Ready ready, List<@Nullable Object[]> rows) {
    StatementNode node = ready.node();
    if (node instanceof InsertNode insert
        && insert.items().isEmpty()
        && insert.conflict() == null
        && insert.source() == null
        && insert.rows().size() <= 1) {
      ready.runner().insert(plan(ready, insert, List.of()), rows);
      return Result.withoutRows(rows.size(), ready.outcome(rows, List.of()));
    }
    if (!ready.compiled().givesRows()) {
      boolean upsert = node instanceof InsertNode insert && insert.conflict() != null;
      int count = upsert
          ? oneByOne(ready, rows)
          : StatementRunner.sum(ready.runner().updateEach(ready.compiled(), rows));
      return Result.withoutRows(count, ready.outcome(rows, List.of()));
    }
    if (node instanceof InsertNode insert) {
      return insertEach(ready, insert, rows);
    }
    throw new ArgumentException(
        CoreError.NO_ROWS_RETURNED,
        "A statement that gives rows cannot be executed for " + rows.size()
            + " rows of parameters. Execute it for each, or leave returning(…) out.");
  }

  private static Result<Row> insertEach(
      Ready ready, InsertNode insert, List<@Nullable Object[]> rows) {
    ItemReader reader = new ItemReader(ready.compilation(), insert.items());
    RowShape shape = reader.shape();
    List<Row> returned = new ArrayList<>(rows.size());
    List<Column<?>> wanted =
        insert.conflict() == null ? columnsOnly(insert.items(), ready.compiled().items()) : null;
    if (wanted != null) {
      InsertPlan plan = plan(ready, insert.withReturning(List.of()), wanted);
      ready.runner().insert(plan, rows).forEach(values -> returned.add(shape.row(values)));
    } else {
      for (@Nullable Object[] values : rows) {
        RowCursor cursor = ready.runner().query(ready.compiled(), values);
        while (cursor.next()) {
          returned.add(shape.row(reader.values(cursor)));
        }
      }
    }
    StatementOutcome outcome = ready.outcome(rows, List.of());
    return Result.of(
        new ListSource<>(returned), new Result.Facts(shape, returned.size(), outcome, 0));
  }

  private static @Nullable List<Column<?>> columnsOnly(List<Node> nodes, List<ResultItem> items) {
    List<Column<?>> columns = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      if (!(node instanceof Column<?> column)) {
        return null;
      }
      columns.add(column);
    }
    return columns.size() == items.size() ? columns : null;
  }

  /** The plans of one compiled INSERT, for each set of columns that was ever wanted back. */
  private static final class Plans {
    private final Map<List<Column<?>>, InsertPlan> byColumns = new ConcurrentHashMap<>();
  }

  /** A driver may make one INSERT of a batch, in which no row may be changed twice. */
  private static int oneByOne(Ready ready, List<@Nullable Object[]> rows) {
    int count = 0;
    for (@Nullable Object[] values : rows) {
      count += ready.runner().update(ready.compiled(), values);
    }
    return count;
  }

  private static InsertPlan plan(Ready ready, InsertNode insert, List<Column<?>> wanted) {
    Engine engine = ready.runner().conversation().engine();
    return ready
        .compilation()
        .plan(Plans.class, compiled -> new Plans())
        .byColumns
        .computeIfAbsent(wanted, columns -> engine.insertPlan(insert, columns, ready.shapedBy()));
  }

  /** The key column that the database generates in an INSERT of one row that gives nothing back. */
  private static @Nullable Column<?> generatedColumn(StatementNode node) {
    if (!(node instanceof InsertNode insert)
        || insert.source() != null
        || insert.conflict() != null
        || insert.rows().size() > 1
        || !(insert.target() instanceof Table table)) {
      return null;
    }
    Column<?> generated = table.autoincrementColumn();
    return generated == null || isGiven(insert, generated) ? null : generated;
  }

  /** A number that a sequence gives is not known before. */
  private static boolean isGiven(InsertNode insert, Column<?> column) {
    int position = insert.columns().indexOf(column);
    return position >= 0
        && !(column.defaultValue() instanceof ColumnDefault.Next<?> next
            && insert.rows().get(0).get(position).equals(next.sequence().nextNode()));
  }

  private void tellBefore(Written told) {
    connection
        .engine()
        .events()
        .beforeExecute
        .tell(l -> l.executed(connection, told.statement(), told.parameters()));
  }

  private void tellAfter(Written told) {
    connection
        .engine()
        .events()
        .afterExecute
        .tell(l -> l.executed(connection, told.statement(), told.parameters()));
  }
}
