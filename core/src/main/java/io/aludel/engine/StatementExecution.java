package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.ResultItem;
import io.aludel.dialect.StatementKind;
import io.aludel.engine.internal.ListSource;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import io.aludel.schema.Table;
import io.aludel.sql.Executable;
import io.aludel.sql.Row;
import io.aludel.sql.RowStatement;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.types.SqlTypes;
import io.aludel.types.ValueReader;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes statements as applications write them: defaults, parameters, compilation, results. */
final class StatementExecution {
  private final Connection connection;
  private final CompileOptions shapedBy;

  StatementExecution(Connection connection, CompileOptions shapedBy) {
    this.connection = connection;
    this.shapedBy = shapedBy;
  }

  Result<Row> execute(Executable statement, Map<String, ? extends @Nullable Object> parameters) {
    List<Map<String, ? extends @Nullable Object>> told =
        parameters.isEmpty() ? List.of() : List.of(parameters);
    tellBefore(statement, told);
    StatementNode node =
        defaulted(withColumns(statement.statementNode(), parameters.keySet()), parameters);
    Compilation compilation = compile(node);
    @Nullable Object[] values = values(compilation.statement(), node, parameters);
    Result<Row> result = run(node, compilation, values);
    tellAfter(statement, told);
    return result;
  }

  <T extends @Nullable Object> Result<T> scalars(
      RowStatement<T> statement, Map<String, ? extends @Nullable Object> parameters) {
    tellBefore(statement, List.of());
    StatementNode node = defaulted(statement.statementNode(), parameters);
    Compilation compilation = compile(node);
    CompiledStatement compiled = compilation.statement();
    @Nullable Object[] values = values(compiled, node, parameters);
    Result<T> result = Result.over(scalarSource(node, compilation, values));
    tellAfter(statement, List.of());
    return result;
  }

  /** The statement says what its first value is; NULL comes as null whatever that is. */
  @SuppressWarnings({"unchecked", "NullAway"})
  private <T extends @Nullable Object> RowSource<T> scalarSource(
      StatementNode node, Compilation compilation, @Nullable Object[] values) {
    CompiledStatement compiled = compilation.statement();
    if (compiled.columns().isEmpty()) {
      Result<Row> rows = run(node, compilation, values);
      return (RowSource<T>) rows.scalars().source();
    }
    RowCursor cursor = connection.runner().query(compiled, values);
    ItemReader reader = new ItemReader(compilation, node.items());
    CursorSource<T> source = new CursorSource<>(cursor, row -> (T) reader.value(row, 0));
    return compiled.kind() == StatementKind.SELECT ? source : fetched(source);
  }

  Result<Row> executeEach(
      Executable statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      throw new ArgumentException(
          CoreError.PARAMETERS,
          "A statement cannot be executed for no rows of parameters. Give at least one map.");
    }
    tellBefore(statement, rows);
    StatementNode plain = withColumns(statement.statementNode(), rows.get(0).keySet());
    List<@Nullable Object[]> values = new ArrayList<>(rows.size());
    StatementNode node = defaulted(plain, rows.get(0));
    Compilation compilation = compile(node);
    values.add(values(compilation.statement(), node, rows.get(0)));
    for (Map<String, ? extends @Nullable Object> row : rows.subList(1, rows.size())) {
      StatementNode fresh = node == plain ? node : defaulted(plain, row);
      values.add(values(compilation.statement(), fresh, row));
    }
    Result<Row> result = runEach(node, compilation, values);
    tellAfter(statement, rows);
    return result;
  }

  private StatementNode defaulted(
      StatementNode node, Map<String, ? extends @Nullable Object> parameters) {
    return ClientDefaults.added(node, connection.engine().dialect(), parameters);
  }

  private Compilation compile(StatementNode node) {
    return connection.engine().compile(node, shapedBy);
  }

  private Result<Row> run(StatementNode node, Compilation compilation, @Nullable Object[] values) {
    CompiledStatement compiled = compilation.statement();
    if (compiled.kind() == StatementKind.TEXT && compiled.columns().isEmpty()) {
      return undescribed(compiled, values);
    }
    if (compiled.givesRows()) {
      return rows(node, compilation, connection.runner().query(compiled, values));
    }
    Column<?> generated = generatedColumn(node);
    if (generated != null) {
      InsertPlan plan = plan(compilation, (InsertNode) node, List.of(generated));
      List<@Nullable Object[]> keys =
          connection.runner().insert(plan, java.util.Collections.singletonList(values));
      return Result.withoutRows(keys.size(), List.of(Arrays.asList(keys.get(0))));
    }
    return Result.withoutRows(connection.runner().update(compiled, values), List.of());
  }

  private Result<Row> rows(StatementNode node, Compilation compilation, RowCursor cursor) {
    ItemReader reader = new ItemReader(compilation, node.items());
    RowShape shape = reader.shape();
    RowSource<Row> source = new CursorSource<>(cursor, row -> shape.row(reader.values(row)));
    boolean asks = compilation.statement().kind() == StatementKind.SELECT;
    return Result.of(asks ? source : fetched(source), new Result.Facts(shape, -1, List.of()));
  }

  /** Rows that a change gives back are fetched at once, so that the change does not stay half read. */
  private static <T extends @Nullable Object> RowSource<T> fetched(RowSource<T> source) {
    List<T> rows = new ArrayList<>();
    while (source.next()) {
      rows.add(source.row());
    }
    return new ListSource<>(rows);
  }

  private Result<Row> undescribed(CompiledStatement compiled, @Nullable Object[] values) {
    StatementRunner.Outcome outcome = connection.runner().run(compiled, values);
    RowCursor cursor = outcome.rows();
    if (cursor == null) {
      return Result.withoutRows(outcome.count(), List.of());
    }
    RowShape shape = RowShape.of(labels(cursor), List.of());
    ValueReader<Object> reader =
        connection.engine().dialect().types().codec(SqlTypes.UNKNOWN).reader();
    int width = shape.names().size();
    RowSource<Row> source = new CursorSource<>(cursor, row -> {
      @Nullable Object[] read = new Object[width];
      for (int i = 0; i < width; i++) {
        read[i] = row.read(i, reader);
      }
      return shape.row(read);
    });
    return Result.of(source, new Result.Facts(shape, -1, List.of()));
  }

  private List<String> labels(RowCursor cursor) {
    try {
      ResultSetMetaData described = cursor.jdbc().getMetaData();
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= described.getColumnCount(); i++) {
        labels.add(described.getColumnLabel(i));
      }
      return labels;
    } catch (SQLException e) {
      cursor.close();
      throw connection.failed(cursor.sql(), e);
    }
  }

  private Result<Row> runEach(
      StatementNode node, Compilation compilation, List<@Nullable Object[]> rows) {
    CompiledStatement compiled = compilation.statement();
    if (node instanceof InsertNode insert
        && insert.items().isEmpty()
        && insert.source() == null
        && insert.rows().size() <= 1) {
      connection.runner().insert(plan(compilation, insert, List.of()), rows);
      return Result.withoutRows(rows.size(), List.of());
    }
    if (!compiled.givesRows()) {
      int[] counts = connection.runner().updateEach(compiled, rows);
      return Result.withoutRows(sum(counts), List.of());
    }
    if (!(node instanceof InsertNode insert)) {
      throw new ArgumentException(
          CoreError.NO_ROWS_RETURNED,
          "A statement that gives rows cannot be executed for " + rows.size()
              + " rows of parameters." + " Execute it for each, or leave returning(…) out.");
    }
    ItemReader reader = new ItemReader(compilation, node.items());
    RowShape shape = reader.shape();
    List<Row> returned = new ArrayList<>(rows.size());
    List<Column<?>> wanted = columnsOnly(insert.items(), compiled.items());
    if (wanted != null) {
      InsertPlan plan = plan(compilation, insert.withReturning(List.of()), wanted);
      connection.runner().insert(plan, rows).forEach(values -> returned.add(shape.row(values)));
    } else {
      for (@Nullable Object[] values : rows) {
        RowCursor cursor = connection.runner().query(compiled, values);
        while (cursor.next()) {
          returned.add(shape.row(reader.values(cursor)));
        }
      }
    }
    return Result.of(new ListSource<>(returned), new Result.Facts(shape, -1, List.of()));
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

  private InsertPlan plan(Compilation compilation, InsertNode insert, List<Column<?>> wanted) {
    return compilation.plan(
        InsertPlan.class, compiled -> connection.engine().insertPlan(insert, wanted, shapedBy));
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      if (count < 0) {
        return -1;
      }
      sum += count;
    }
    return sum;
  }

  /** The key column that the database generates in an INSERT of one row that gives nothing back. */
  private static @Nullable Column<?> generatedColumn(StatementNode node) {
    if (!(node instanceof InsertNode insert)
        || insert.source() != null
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

  /** An INSERT without values takes the parameters as the values of the columns they name. */
  private static StatementNode withColumns(StatementNode node, Collection<String> names) {
    if (names.isEmpty()
        || !(node instanceof InsertNode insert)
        || !insert.columns().isEmpty()
        || insert.source() != null
        || !(insert.target() instanceof Table table)) {
      return node;
    }
    List<Node> columns = new ArrayList<>(names.size());
    List<Node> parameters = new ArrayList<>(names.size());
    for (String name : names) {
      ColumnNode column = table.c(name);
      columns.add(column);
      parameters.add(new ParameterNode(name, ((Column<?>) column).type()));
    }
    return insert.withRows(columns, List.of(parameters));
  }

  private static @Nullable Object[] values(
      CompiledStatement compiled,
      StatementNode node,
      Map<String, ? extends @Nullable Object> parameters) {
    @Nullable Object[] values = node.keyed().values();
    Map<String, Integer> slots = compiled.parameters();
    if (slots.isEmpty() && parameters.isEmpty()) {
      return values;
    }
    if (slots.size() != parameters.size() || !slots.keySet().containsAll(parameters.keySet())) {
      throw new ArgumentException(
          CoreError.PARAMETERS,
          "The parameters of a statement must be " + slots.keySet() + ", and " + parameters.keySet()
              + " were given. Name each of them once.");
    }
    @Nullable Object[] filled = Arrays.copyOf(values, values.length);
    slots.forEach((name, slot) -> filled[slot] = parameters.get(name));
    return filled;
  }

  private void tellBefore(
      Executable statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    connection.events().beforeExecute.tell(l -> l.executed(connection, statement, rows));
  }

  private void tellAfter(
      Executable statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    connection.events().afterExecute.tell(l -> l.executed(connection, statement, rows));
  }
}
