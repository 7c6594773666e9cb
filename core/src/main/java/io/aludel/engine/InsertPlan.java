package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.BulkLoad;
import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.Dialect;
import io.aludel.engine.internal.ColumnLists;
import io.aludel.engine.internal.ReturnedOrder;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.types.ValueReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
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

  /** From how many rows on it is worth a query to know whether each may be left in by itself. */
  private static final int FEWEST_LEFT = 2 * MOST_ROWS;

  private static final @Nullable Object[] NOTHING = new Object[0];

  private final Dialect dialect;
  private final Way way;
  private final Once one;
  private final Spellings pages;
  private final @Nullable Once lists;
  private final Compiling compiling;
  private final InsertNode template;
  private volatile @Nullable Leaving leaving;
  private final List<Column<?>> returned;
  private final int wanted;
  private final @Nullable ReturnedOrder order;
  private final Cells cells;
  private final @Nullable Object[] added;
  private final @Nullable BulkLoad bulk;

  /** The ways to get generated values back. */
  enum Way {
    /** Nothing is wanted, and rows cannot be put together: a driver batch. */
    BLIND,
    /** Nothing is wanted: many rows in one statement. */
    MANY_ROWS_BLIND,
    /** Many rows in one statement with RETURNING, told apart by their keys. */
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

  /** How statements of a plan are compiled; they are kept by the plan, not by the cache. */
  record Compiling(Dialect dialect, CompiledCache cache, CompileOptions options) {
    CompiledStatement compiled(InsertNode statement) {
      return cache.compile(dialect, statement, options).statement();
    }

    /** The same INSERT with more rows, for each number of them. */
    Spellings repeated(InsertNode one) {
      return new Spellings(count -> compiled(InsertPlan.repeated(one, count)));
    }
  }

  /** An INSERT of several rows, spelled for each number of them that was needed. */
  private static final class Spellings {
    private final IntFunction<CompiledStatement> compiler;
    private final Map<Integer, CompiledStatement> compiled = new ConcurrentHashMap<>();

    Spellings(IntFunction<CompiledStatement> compiler) {
      this.compiler = compiler;
    }

    CompiledStatement of(int rows) {
      return compiled.computeIfAbsent(rows, compiler::apply);
    }
  }

  /** A statement that is compiled when it is first needed. */
  private static final class Once {
    private final Supplier<CompiledStatement> compiler;
    private volatile @Nullable CompiledStatement compiled;

    Once(Supplier<CompiledStatement> compiler) {
      this.compiler = compiler;
    }

    CompiledStatement get() {
      CompiledStatement known = compiled;
      if (known == null) {
        known = compiler.get();
        compiled = known;
      }
      return known;
    }
  }

  /** Statements that leave the rows before a refused one in, unless a query finds what hinders them. */
  private record Leaving(Spellings pages, String hindrances) {}

  private InsertPlan(
      InsertNode statement,
      List<? extends Column<?>> wanted,
      Compiling compiling,
      @Nullable Cells repeated,
      @Nullable Object[] added) {
    this.added = added;
    this.dialect = compiling.dialect();
    this.wanted = wanted.size();
    this.cells = repeated == null ? new Cells(new int[0], true) : repeated;
    boolean returns = dialect.supports(Capability.INSERT_RETURNING)
        && !(statement.target() instanceof Table table && !table.allowsReturning());
    boolean together = repeated != null && dialect.supports(Capability.MULTI_ROW_INSERT);
    List<Column<?>> all = new ArrayList<>(wanted);
    this.order = together && returns && !wanted.isEmpty()
        ? ReturnedOrder.of(statement, cells.slots(), dialect, all)
        : null;
    this.returned = List.copyOf(all);
    if (wanted.isEmpty()) {
      this.way = together ? Way.MANY_ROWS_BLIND : Way.BLIND;
    } else {
      this.way = order != null ? Way.MANY_ROWS : way(dialect, statement, wanted, returns);
    }
    boolean returning = way == Way.MANY_ROWS || way == Way.EACH_RETURNING;
    InsertNode sent = returning ? statement.withReturning(List.copyOf(returned)) : statement;
    boolean many = way == Way.MANY_ROWS || way == Way.MANY_ROWS_BLIND;
    this.bulk = many && wanted.isEmpty() ? dialect.bulkLoad(sent) : null;
    this.compiling = compiling;
    this.template = sent;
    this.pages = compiling.repeated(sent);
    this.one = new Once(many ? () -> pages.of(1) : () -> compiling.compiled(sent));
    InsertNode columns = many ? dialect.inColumns(sent) : null;
    this.lists = columns == null ? null : new Once(() -> compiling.compiled(columns));
  }

  /**
   * A plan for a statement to which defaults may have been added.
   *
   * @param given how many values rows have; those of the defaults are behind them
   */
  static InsertPlan of(
      InsertNode statement, int given, List<? extends Column<?>> wanted, Compiling compiling) {
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
    @Nullable Object[] added = Arrays.copyOfRange(walked.build().values(), given, walked.slotCount());
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
      return new InsertPlan(statement, wanted, compiling, null, added);
    }
    boolean inOrder = walked.slotCount() == slots.length && ascends(slots);
    InsertNode template = statement.withRows(statement.columns(), List.of(blanks));
    return new InsertPlan(template, wanted, compiling, new Cells(slots, inOrder), added);
  }

  private static boolean ascends(int[] slots) {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != i) {
        return false;
      }
    }
    return true;
  }

  /** Where rows that give something back cannot be put together. */
  private static Way way(
      Dialect dialect, InsertNode statement, List<? extends Column<?>> wanted, boolean returns) {
    boolean keyOnly = wanted.size() == 1 && wanted.get(0) == ReturnedOrder.generated(statement);
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

  /**
   * Whether rows that give something back go together, several to a statement, told apart by their keys.
   *
   * @return false if they go one by one, or nothing is to come back
   */
  public boolean returnsTogether() {
    return way == Way.MANY_ROWS;
  }

  /** Runs the rows and gives back, for each, the wanted values in their order. */
  List<@Nullable Object[]> run(StatementRunner runner, List<@Nullable Object[]> given) {
    List<@Nullable Object[]> rows = added.length == 0 ? given : completed(given);
    if (bulk != null && runner.options().isBulkLoad()) {
      runner.load(bulk, inCells(rows));
      return Collections.nCopies(rows.size(), NOTHING);
    }
    return switch (way) {
      case BLIND -> runBatch(runner, inCells(rows));
      case MANY_ROWS_BLIND, MANY_ROWS -> runMany(runner, rows);
      case BATCH_KEYS -> keys(runner, inCells(rows));
      case EACH_RETURNING -> runEach(rows, row -> fetchOne(runner, row));
      case EACH_KEYS -> runEach(rows, row -> keys(runner, Collections.singletonList(row)));
    };
  }

  /** Rows with the values of the defaults behind their own. */
  private List<@Nullable Object[]> completed(List<@Nullable Object[]> given) {
    List<@Nullable Object[]> rows = new ArrayList<>(given.size());
    for (@Nullable Object[] row : given) {
      @Nullable Object[] whole = Arrays.copyOf(row, row.length + added.length);
      System.arraycopy(added, 0, whole, row.length, added.length);
      rows.add(whole);
    }
    return rows;
  }

  private List<@Nullable Object[]> runBatch(StatementRunner runner, List<@Nullable Object[]> rows) {
    runner.updateEach(one.get(), rows);
    return Collections.nCopies(rows.size(), NOTHING);
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
    if (order != null && !order.tellsApart(rows)) {
      return runEach(rows, row -> fetchOne(runner, row));
    }
    if (runner.options().insertPage(0) > 0) {
      return runPages(runner, pages, rows);
    }
    if (lists != null && runner.takesColumns(rows.size())) {
      return runInColumns(runner, lists.get(), rows);
    }
    Leaving leaving = rows.size() < FEWEST_LEFT ? null : leaving();
    if (leaving == null) {
      return runPlainly(runner, rows);
    }
    // A page goes in before the database is asked whether rows may be left in, so that the
    // transaction begins with a write: SQLite refuses one that reads first if another writes
    // meanwhile.
    List<@Nullable Object[]> rest = rows.subList(MOST_ROWS, rows.size());
    List<@Nullable Object[]> first = runPages(runner, pages, rows.subList(0, MOST_ROWS));
    boolean hindered = runner.givesRows(leaving.hindrances());
    List<@Nullable Object[]> others =
        hindered ? runPlainly(runner, rest) : runPages(runner, leaving.pages(), rest);
    if (returned.isEmpty()) {
      return Collections.nCopies(rows.size(), NOTHING);
    }
    first.addAll(others);
    return first;
  }

  /** Found out when first needed: most plans never see so many rows. */
  private @Nullable Leaving leaving() {
    Leaving known = leaving;
    if (known == null) {
      Dialect.LeavingInsert found = dialect.leavingRows(template, compiling.options());
      if (found == null) {
        return null;
      }
      known = new Leaving(compiling.repeated(found.insert()), found.hindrances());
      leaving = known;
    }
    return known;
  }

  private List<@Nullable Object[]> runPlainly(
      StatementRunner runner, List<@Nullable Object[]> rows) {
    return returned.isEmpty() && rows.size() >= dialect.batchedInsertRows()
        ? runBatch(runner, inCells(rows))
        : runPages(runner, pages, rows);
  }

  private List<@Nullable Object[]> runPages(
      StatementRunner runner, Spellings spellings, List<@Nullable Object[]> rows) {
    int page = runner.options().insertPage(MOST_ROWS);
    int most = Math.max(1, Math.min(page, dialect.maxParameters() / cells.slots().length));
    if (returned.isEmpty()) {
      runBlind(runner, spellings, rows, Integer.highestOneBit(most));
      return Collections.nCopies(rows.size(), NOTHING);
    }
    List<@Nullable Object[]> all = new ArrayList<>(rows.size());
    int from = 0;
    while (from < rows.size()) {
      int count = Integer.highestOneBit(Math.min(most, rows.size() - from));
      RowCursor cursor = runner.query(spellings.of(count), page(rows, from, count));
      all.addAll(inOrder(fetch(cursor, count), rows.subList(from, from + count)));
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
        RowCursor cursor = runner.query(statement, lists);
        all.addAll(inOrder(fetch(cursor, portion.size()), portion));
      }
    }
    return all;
  }

  /**
   * Pages of the same size go several at a time, so that none waits for the answer to the last; unless
   * their size was stated.
   */
  private void runBlind(
      StatementRunner runner, Spellings spellings, List<@Nullable Object[]> rows, int most) {
    int together = runner.options().insertPage(0) == 0 ? MOST_PAGES : 1;
    int from = 0;
    while (from < rows.size()) {
      int count = Integer.highestOneBit(Math.min(most, rows.size() - from));
      int number = Math.min((rows.size() - from) / count, together);
      List<@Nullable Object[]> values = new ArrayList<>(number);
      for (int i = 0; i < number; i++) {
        values.add(page(rows, from + i * count, count));
      }
      runner.updateEach(spellings.of(count), values);
      from += number * count;
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

  private List<@Nullable Object[]> fetchOne(StatementRunner runner, @Nullable Object[] row) {
    return wantedOf(fetch(runner.query(one.get(), row), 1));
  }

  private List<@Nullable Object[]> inOrder(
      List<@Nullable Object[]> page, List<@Nullable Object[]> sent) {
    List<@Nullable Object[]> all =
        order == null || page.size() == 1 ? page : order.restored(page, sent);
    if (all == null) {
      throw mismatch(sent.size(), "other keys", one.get().sql(sent.get(0)));
    }
    return wantedOf(all);
  }

  private List<@Nullable Object[]> wantedOf(List<@Nullable Object[]> page) {
    if (returned.size() > wanted) {
      page.replaceAll(row -> Arrays.copyOf(row, wanted));
    }
    return page;
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
    return fetch(runner.insertForKeys(one.get(), rows, names), rows.size());
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
      throw mismatch(count, rows.size() + "", cursor.sql());
    }
    return rows;
  }

  private static StatementException mismatch(int sent, String given, String sql) {
    return new StatementException(
        CoreError.ROW_COUNT_MISMATCH,
        "An INSERT of " + sent + " rows gave " + given + " back, so that it cannot be told"
            + " which is which. A trigger or rule of the table may drop rows, or change keys. Insert them one by"
            + " one, or let nothing come back: say withoutReturning() of the table, or EagerDefaults.NEVER"
            + " of an entity.",
        new FailedStatement(sql, null),
        null);
  }
}
