package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.BulkLoad;
import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.Dialect;
import io.aludel.engine.internal.ColumnLists;
import io.aludel.schema.Column;
import io.aludel.schema.Identity;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.types.ValueReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one INSERT are sent so that what the database generates for each comes back row by row; the
 * reasons are in {@code docs/design/inserts.md}. Made by {@link Engine#insertPlan}, run by {@link
 * StatementRunner#insert}. Holds no values; safe to share.
 */
public final class InsertPlan {
  /** The most rows of one INSERT. Longer ones gain nothing and are costly to compile. */
  private static final int MOST_ROWS = 128;

  /** The most statements of many rows that are sent together. */
  private static final int MOST_PAGES = 16;

  private static final int IN_COLUMNS = 0;

  private static final @Nullable Object[] NOTHING = new Object[0];

  private final Dialect dialect;
  private final Function<StatementNode, CompiledStatement> compiler;
  private final Way way;
  private final CompiledStatement one;
  private final @Nullable InsertNode template;
  private final List<Column<?>> returned;
  private final int wanted;
  private final int sentinel;
  private final Cells cells;
  private final @Nullable BulkLoad bulk;
  private final @Nullable InsertNode columns;
  private final Map<Integer, CompiledStatement> longer = new ConcurrentHashMap<>();

  /** The ways to get generated values back. */
  enum Way {
    /** Nothing is wanted, and rows cannot be put together: a driver batch. */
    BLIND,
    /** Nothing is wanted: many rows in one statement. */
    MANY_ROWS_BLIND,
    /** Many rows in one statement with RETURNING, told apart by their ascending keys. */
    MANY_ROWS,
    /** A driver batch that gives the generated keys back in its order. */
    BATCH_KEYS,
    /** One statement with RETURNING for each row. */
    EACH_RETURNING,
    /** One statement for each row, and the driver's generated keys. */
    EACH_KEYS
  }

  /** The values of one row: where in an execution's values each comes from. */
  private record Cells(int[] slots, boolean asTheyAre) {
    @Nullable Object[] of(@Nullable Object[] row) {
      if (asTheyAre) {
        return row;
      }
      @Nullable Object[] values = new Object[slots.length];
      copy(row, values, 0);
      return values;
    }

    void copy(@Nullable Object[] row, @Nullable Object[] values, int at) {
      for (int i = 0; i < slots.length; i++) {
        values[at + i] = row[slots[i]];
      }
    }
  }

  private InsertPlan(
      Dialect dialect,
      InsertNode statement,
      List<? extends Column<?>> wanted,
      Function<StatementNode, CompiledStatement> compiler,
      @Nullable Cells repeated) {
    this.dialect = dialect;
    this.compiler = compiler;
    this.wanted = wanted.size();
    this.cells = repeated == null ? new Cells(new int[0], true) : repeated;
    Column<?> generated = generated(statement);
    boolean returns = dialect.supports(Capability.INSERT_RETURNING)
        && !(statement.target() instanceof Table table && !table.allowsReturning());
    this.way = choose(dialect, wanted, generated, repeated != null, returns);
    List<Column<?>> all = new ArrayList<>(wanted);
    if (way == Way.MANY_ROWS && generated != null && !all.contains(generated)) {
      all.add(generated);
    }
    this.returned = List.copyOf(all);
    this.sentinel = generated == null ? -1 : returned.indexOf(generated);
    boolean returning = way == Way.MANY_ROWS || way == Way.EACH_RETURNING;
    InsertNode sent = returning ? statement.withReturning(List.copyOf(returned)) : statement;
    boolean many = way == Way.MANY_ROWS || way == Way.MANY_ROWS_BLIND;
    this.template = many ? sent : null;
    this.bulk = many && wanted.isEmpty() ? dialect.bulkLoad(sent) : null;
    this.columns = many ? dialect.inColumns(sent) : null;
    this.one = compiler.apply(sent);
  }

  static InsertPlan of(
      Dialect dialect,
      InsertNode statement,
      List<? extends Column<?>> wanted,
      Function<StatementNode, CompiledStatement> compiler) {
    ArgumentException.requireNonNull(statement, "the INSERT of a plan");
    ArgumentException.requireNonNull(wanted, "the columns an INSERT gives back");
    if (statement.rows().size() > 1
        || statement.source() != null
        || !statement.items().isEmpty()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "A plan cannot be made of " + statement
              + ". Give an INSERT of one row, without RETURNING.");
    }
    List<Node> row = statement.rows().isEmpty() ? List.of() : statement.rows().get(0);
    KeyBuilder walked = statement.walk();
    List<Node> blanks = new ArrayList<>(row.size());
    int[] slots = new int[row.size()];
    for (Node cell : row) {
      if (cell instanceof BindNode bind && !bind.expanding()) {
        slots[blanks.size()] = walked.slotOf(bind);
        blanks.add(BindNode.of(null, bind.ownType()));
      } else if (cell instanceof ParameterNode parameter) {
        slots[blanks.size()] = walked.slotOf(parameter.name());
        blanks.add(BindNode.of(null, parameter.type()));
      }
    }
    if (row.isEmpty() || blanks.size() < row.size()) {
      return new InsertPlan(dialect, statement, wanted, compiler, null);
    }
    boolean inOrder = walked.slotCount() == slots.length && ascends(slots);
    InsertNode template = statement.withRows(statement.columns(), List.of(blanks));
    return new InsertPlan(dialect, template, wanted, compiler, new Cells(slots, inOrder));
  }

  private static boolean ascends(int[] slots) {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != i) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Column<?> generated(InsertNode statement) {
    if (!(statement.target() instanceof Table table)) {
      return null;
    }
    Column<?> generated = table.autoincrementColumn();
    return generated == null || statement.columns().contains(generated) ? null : generated;
  }

  /** Only an identity can be told to count down, or to begin anew. */
  private static boolean ascends(Column<?> generated) {
    if (!(generated.serverDefault() instanceof Identity identity)) {
      return true;
    }
    Long step = identity.options().increment();
    return (step == null || step > 0) && !Boolean.TRUE.equals(identity.options().cycle());
  }

  private static Way choose(
      Dialect dialect,
      List<? extends Column<?>> wanted,
      @Nullable Column<?> generated,
      boolean repeatable,
      boolean returns) {
    if (wanted.isEmpty()) {
      boolean many = repeatable && dialect.supports(Capability.MULTI_ROW_INSERT);
      return many ? Way.MANY_ROWS_BLIND : Way.BLIND;
    }
    if (repeatable
        && generated != null
        && ascends(generated)
        && returns
        && dialect.supports(Capability.MULTI_ROW_INSERT)
        && dialect.supports(Capability.ORDERED_INSERT_RETURNING)) {
      return Way.MANY_ROWS;
    }
    boolean keyOnly = wanted.size() == 1 && wanted.get(0) == generated;
    if (keyOnly && dialect.supports(Capability.BATCH_GENERATED_KEYS)) {
      return Way.BATCH_KEYS;
    }
    if (returns) {
      return Way.EACH_RETURNING;
    }
    if (keyOnly) {
      return Way.EACH_KEYS;
    }
    throw new CompileException(
        CoreError.NOT_SUPPORTED_HERE,
        dialect.name(),
        "An INSERT cannot give back " + wanted + ": " + dialect.name()
            + " gives back the generated key only. Read the other columns with a SELECT.");
  }

  /** Runs the rows and gives back, for each, the wanted values in their order. */
  List<@Nullable Object[]> run(StatementRunner runner, List<@Nullable Object[]> rows) {
    if (bulk != null && runner.options().isBulkLoad()) {
      runner.load(bulk, inCells(rows));
      return Collections.nCopies(rows.size(), NOTHING);
    }
    return switch (isBatched(runner, rows) ? Way.BLIND : way) {
      case BLIND -> {
        runner.updateEach(one, inCells(rows));
        yield Collections.nCopies(rows.size(), NOTHING);
      }
      case MANY_ROWS_BLIND, MANY_ROWS -> runMany(runner, rows);
      case BATCH_KEYS -> keys(runner, inCells(rows));
      case EACH_RETURNING -> runEach(rows, row -> fetch(runner.query(one, row), 1));
      case EACH_KEYS -> runEach(rows, row -> keys(runner, Collections.singletonList(row)));
    };
  }

  /** Whether so many rows go better as a batch; who states a size of pages wants statements of it. */
  private boolean isBatched(StatementRunner runner, List<@Nullable Object[]> rows) {
    return way == Way.MANY_ROWS_BLIND
        && rows.size() >= dialect.batchedInsertRows()
        && runner.options().insertPage(0) == 0;
  }

  private List<@Nullable Object[]> inCells(List<@Nullable Object[]> rows) {
    if (cells.asTheyAre()) {
      return rows;
    }
    List<@Nullable Object[]> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(cells.of(row)));
    return all;
  }

  private List<@Nullable Object[]> runEach(
      List<@Nullable Object[]> rows, Function<@Nullable Object[], List<@Nullable Object[]>> run) {
    List<@Nullable Object[]> all = new ArrayList<>(rows.size());
    for (@Nullable Object[] row : inCells(rows)) {
      all.addAll(run.apply(row));
    }
    return all;
  }

  private List<@Nullable Object[]> runMany(StatementRunner runner, List<@Nullable Object[]> rows) {
    if (columns != null
        && runner.takesColumns(rows.size())
        && runner.options().insertPage(0) == 0) {
      return runInColumns(runner, compiled(columns), rows);
    }
    int page = runner.options().insertPage(MOST_ROWS);
    int most = Math.max(1, Math.min(page, dialect.maxParameters() / cells.slots().length));
    if (returned.isEmpty()) {
      runBlind(runner, rows, Integer.highestOneBit(most));
      return Collections.nCopies(rows.size(), NOTHING);
    }
    List<@Nullable Object[]> all = new ArrayList<>(rows.size());
    int from = 0;
    while (from < rows.size()) {
      int count = Integer.highestOneBit(Math.min(most, rows.size() - from));
      RowCursor cursor = runner.query(compiled(count), page(rows, from, count));
      all.addAll(inOrder(fetch(cursor, count)));
      from += count;
    }
    return all;
  }

  private List<@Nullable Object[]> runInColumns(
      StatementRunner runner, CompiledStatement statement, List<@Nullable Object[]> rows) {
    List<@Nullable Object[]> all = returned.isEmpty()
        ? Collections.nCopies(rows.size(), NOTHING)
        : new ArrayList<>(rows.size());
    for (List<@Nullable Object[]> portion : ColumnLists.portions(rows)) {
      @Nullable Object[] lists = ColumnLists.of(portion, cells.slots());
      if (returned.isEmpty()) {
        runner.update(statement, lists);
      } else {
        all.addAll(inOrder(fetch(runner.query(statement, lists), portion.size())));
      }
    }
    return all;
  }

  /**
   * Pages of the same size go several at a time, so that none waits for the answer to the last; unless
   * their size was stated.
   */
  private void runBlind(StatementRunner runner, List<@Nullable Object[]> rows, int most) {
    int together = runner.options().insertPage(0) == 0 ? MOST_PAGES : 1;
    int from = 0;
    while (from < rows.size()) {
      int count = Integer.highestOneBit(Math.min(most, rows.size() - from));
      int pages = Math.min((rows.size() - from) / count, together);
      List<@Nullable Object[]> values = new ArrayList<>(pages);
      for (int i = 0; i < pages; i++) {
        values.add(page(rows, from + i * count, count));
      }
      runner.updateEach(compiled(count), values);
      from += pages * count;
    }
  }

  private @Nullable Object[] page(List<@Nullable Object[]> rows, int from, int count) {
    int width = cells.slots().length;
    @Nullable Object[] values = new Object[count * width];
    for (int i = 0; i < count; i++) {
      cells.copy(rows.get(from + i), values, i * width);
    }
    return values;
  }

  /** The database gives keys to the rows in the order of VALUES, and each is greater than the last. */
  private List<@Nullable Object[]> inOrder(List<@Nullable Object[]> page) {
    if (page.size() > 1) {
      page.sort(Comparator.comparingLong(row -> number(row[sentinel])));
    }
    if (returned.size() > wanted) {
      page.replaceAll(row -> Arrays.copyOf(row, wanted));
    }
    return page;
  }

  private static long number(@Nullable Object key) {
    return key instanceof Number number ? number.longValue() : Long.MIN_VALUE;
  }

  private CompiledStatement compiled(int count) {
    InsertNode row = template;
    if (count == 1 || row == null) {
      return one;
    }
    return longer.computeIfAbsent(count, rows -> compiler.apply(repeated(row, rows)));
  }

  private CompiledStatement compiled(InsertNode lists) {
    return longer.computeIfAbsent(IN_COLUMNS, any -> compiler.apply(lists));
  }

  private static InsertNode repeated(InsertNode template, int count) {
    List<List<Node>> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<Node> row = new ArrayList<>();
      for (Node cell : template.rows().get(0)) {
        row.add(BindNode.of(null, ((BindNode) cell).ownType()));
      }
      rows.add(row);
    }
    return template.withRows(template.columns(), rows).withReturning(template.items());
  }

  private List<@Nullable Object[]> keys(StatementRunner runner, List<@Nullable Object[]> rows) {
    List<String> names = new ArrayList<>(returned.size());
    returned.forEach(column -> names.add(column.name()));
    return fetch(runner.insertForKeys(one, rows, names), rows.size());
  }

  private List<@Nullable Object[]> fetch(RowCursor cursor, int count) {
    ValueReader<?>[] readers = new ValueReader<?>[returned.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = dialect.types().codec(returned.get(i).type()).reader();
    }
    List<@Nullable Object[]> rows = new ArrayList<>(count);
    try (cursor) {
      while (cursor.next()) {
        @Nullable Object[] row = new Object[readers.length];
        for (int i = 0; i < row.length; i++) {
          row[i] = cursor.read(i, readers[i]);
        }
        rows.add(row);
      }
    }
    if (rows.size() != count) {
      throw new StatementException(
          CoreError.ROW_COUNT_MISMATCH,
          "An INSERT of " + count + " rows gave " + rows.size() + " back, so that it cannot be told"
              + " which is which. A trigger or rule of the table may drop rows; insert them one by one.",
          new FailedStatement(cursor.sql(), null),
          null);
    }
    return rows;
  }
}
