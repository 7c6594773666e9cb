package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.dialect.BulkLoad;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.Placeholder;
import io.aludel.engine.EngineEvents.ParameterBinder;
import io.aludel.engine.EngineEvents.SentStatement;
import io.aludel.engine.internal.Cancellation;
import io.aludel.engine.internal.ColumnLists;
import io.aludel.engine.internal.PhysicalConnection.KeptStatement;
import io.aludel.engine.internal.PhysicalConnection.PreparedKey;
import io.aludel.sql.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs compiled statements on a connection, with values as arrays in slot order. For the ORM and other
 * layers, which compile once and run often; belongs to the thread of its connection. Every method begins
 * a transaction if there is none.
 */
public final class StatementRunner {
  private static final int BATCH_ROWS = 1000;

  private final Conversation conversation;
  private final ExecutionOptions options;
  private final int mostAtATime;

  StatementRunner(Conversation conversation, ExecutionOptions options) {
    this.conversation = conversation;
    this.options = options;
    this.mostAtATime = options.fetchRows();
  }

  /**
   * A runner on the same connection that runs in another way.
   *
   * @param more options that go before those of the connection
   * @return the runner, this one if there is nothing to change
   */
  public StatementRunner with(ExecutionOptions more) {
    ExecutionOptions both = more.over(options);
    return both == options ? this : new StatementRunner(conversation, both);
  }

  /**
   * What shapes the compilation of statements for this runner: it may run them in other schemas.
   *
   * @param others what shapes it besides
   * @return both, the same object if there are no other schemas
   */
  public CompileOptions shaping(CompileOptions others) {
    return options.shaping(others);
  }

  ExecutionOptions options() {
    return options;
  }

  Conversation conversation() {
    return conversation;
  }

  /** What is done with a statement once its values are bound. */
  @FunctionalInterface
  private interface Action<R> {
    R perform(KeptStatement statement) throws SQLException;
  }

  /** A statement about to be sent: its SQL, its values row by row, what it gives back. */
  private record Sending(
      CompiledStatement compiled,
      String sql,
      List<@Nullable Object[]> rows,
      boolean batch,
      List<String> keyColumns) {}

  /**
   * Runs a statement that gives rows.
   *
   * @param statement the statement
   * @param values the values in slot order
   * @return the rows, to be read to the end or closed
   * @throws DatabaseException if the database fails
   * @throws StatementException if a value cannot be bound
   */
  public RowCursor query(CompiledStatement statement, @Nullable Object[] values) {
    Sending sending = single(statement, values, statement.keyColumns());
    return send(sending, kept -> cursor(sending, kept, rows(sending, kept)));
  }

  private ResultSet rows(Sending sending, KeptStatement kept) throws SQLException {
    CompiledStatement compiled = sending.compiled();
    if (isPerformed(sending, kept)) {
      return sending.keyColumns().isEmpty()
          ? kept.jdbc().getResultSet()
          : kept.jdbc().getGeneratedKeys();
    }
    if (!compiled.returnsThroughDriver()) {
      return kept.jdbc().executeQuery();
    }
    int bound = compiled.arguments(sending.rows().get(0)).size();
    return conversation.engine().dialect().returned(kept.jdbc(), compiled, bound);
  }

  /**
   * Runs a statement that gives no rows.
   *
   * @param statement the statement
   * @param values the values in slot order
   * @return the number of rows it touched
   * @throws DatabaseException if the database fails
   * @throws StatementException if a value cannot be bound
   */
  public int update(CompiledStatement statement, @Nullable Object[] values) {
    Sending sending = single(statement, values, List.of());
    return send(sending, kept -> {
      int count = isPerformed(sending, kept)
          ? kept.jdbc().getUpdateCount()
          : kept.jdbc().executeUpdate();
      conversation.release(kept);
      return count;
    });
  }

  /**
   * Runs a statement that gives no rows once for each row of values, in driver batches where its SQL
   * does not depend on the values.
   *
   * @param statement the statement
   * @param rows the values of each run in slot order
   * @return the number of rows each run touched, {@link java.sql.Statement#SUCCESS_NO_INFO} where the
   *     driver does not tell
   * @throws DatabaseException if the database fails
   * @throws StatementException if a value cannot be bound
   */
  public int[] updateEach(CompiledStatement statement, List<@Nullable Object[]> rows) {
    int[] counts = new int[rows.size()];
    if (!statement.isFixed() || rows.size() == 1) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = update(statement, rows.get(i));
      }
      return counts;
    }
    for (int from = 0; from < counts.length; from += BATCH_ROWS) {
      List<@Nullable Object[]> part =
          rows.subList(from, Math.min(counts.length, from + BATCH_ROWS));
      int[] some = batch(statement, part);
      System.arraycopy(some, 0, counts, from, some.length);
    }
    return counts;
  }

  /**
   * Whether so many rows are better sent as a list for each column. They never are while a {@link
   * EngineEvents.ParameterBinder} listens, which is promised each value by itself, nor over a connection
   * that is not {@linkplain io.aludel.dialect.Dialect#takesColumns fit for it}.
   *
   * @param rows how many rows there are
   * @return true if {@link #updateInColumns} is faster than {@link #updateEach}
   */
  public boolean takesColumns(int rows) {
    if (rows < ColumnLists.FEWEST || conversation.events().parameterBinder() != null) {
      return false;
    }
    conversation.enter();
    try {
      conversation.beforeStatement();
      return conversation.physical().takesColumns(conversation.engine().dialect());
    } finally {
      conversation.exit();
    }
  }

  /**
   * Runs an UPDATE of many rows that takes a list for each column, made by {@link
   * io.aludel.dialect.Dialect#inColumns(io.aludel.sql.tree.statement.UpdateNode)}.
   *
   * @param inColumns the statement
   * @param rows the values of each row in slot order; no two may find the same row
   * @return the number of rows each of them touched
   * @throws DatabaseException if the database fails
   * @throws StatementException if a value cannot be bound
   */
  public int[] updateInColumns(CompiledStatement inColumns, List<@Nullable Object[]> rows) {
    int[] counts = new int[rows.size()];
    int[] places = IntStream.range(0, inColumns.slotCount()).toArray();
    int before = 0;
    for (List<@Nullable Object[]> portion : ColumnLists.portions(rows)) {
      try (RowCursor touched = query(inColumns, ColumnLists.of(portion, places))) {
        while (touched.next()) {
          Integer place = touched.read(0, ResultSet::getInt);
          counts[before + Objects.requireNonNull(place) - 1]++;
        }
      }
      before += portion.size();
    }
    return counts;
  }

  private int[] batch(CompiledStatement statement, List<@Nullable Object[]> rows) {
    Sending sending = new Sending(statement, statement.sql(rows.get(0)), rows, true, List.of());
    return send(sending, kept -> {
      int[] counts = executed(sending, kept);
      conversation.release(kept);
      return counts;
    });
  }

  /** Runs text, of which only running it tells whether it gives rows: a cursor, or a count. */
  Outcome run(CompiledStatement statement, @Nullable Object[] values) {
    Sending sending = single(statement, values, List.of());
    return send(sending, kept -> {
      boolean performed = isPerformed(sending, kept);
      ResultSet rows = performed || kept.jdbc().execute() ? kept.jdbc().getResultSet() : null;
      if (rows != null) {
        return new Outcome(cursor(sending, kept, rows), -1);
      }
      int count = kept.jdbc().getUpdateCount();
      conversation.release(kept);
      return new Outcome(null, count);
    });
  }

  /** Rows, or the number of rows touched. */
  record Outcome(@Nullable RowCursor rows, int count) {}

  /**
   * Inserts rows, as few statements as the plan allows.
   *
   * @param plan made by {@link Engine#insertPlan}
   * @param rows the values of each row, in the slot order of the plan's INSERT
   * @return for each row, in the same order, the values of the columns the plan was to give back
   * @throws DatabaseException if the database fails
   * @throws StatementException if a value cannot be bound, or the database gives back another number of
   *     rows
   */
  public List<@Nullable Object[]> insert(InsertPlan plan, List<@Nullable Object[]> rows) {
    return rows.isEmpty() ? List.of() : plan.run(this, rows);
  }

  /** Runs an INSERT in a driver batch and gives back what the database generated, row by row. */
  RowCursor insertForKeys(
      CompiledStatement statement, List<@Nullable Object[]> rows, List<String> keyColumns) {
    String sql = statement.sql(rows.get(0));
    Sending sending = new Sending(statement, sql, rows, rows.size() > 1, keyColumns);
    return send(sending, kept -> {
      if (rows.size() > 1) {
        executed(sending, kept);
      } else if (!isPerformed(sending, kept)) {
        kept.jdbc().executeUpdate();
      }
      return cursor(sending, kept, kept.jdbc().getGeneratedKeys());
    });
  }

  /** Whether a query gives a row. */
  boolean givesRows(String sql) {
    try (Result<Row> found = new DriverSql(conversation, options).run(sql)) {
      return found.first() != null;
    }
  }

  /** Inserts rows by the database's protocol for bulk loads. */
  void load(BulkLoad load, List<@Nullable Object[]> rows) {
    List<List<@Nullable Object>> told = new ArrayList<>(rows.size());
    rows.forEach(row -> told.add(Collections.unmodifiableList(Arrays.asList(row))));
    new DriverSql(conversation, options).send(load.sql(), told, sql -> {
      try {
        int count = (int) load.run(conversation.driver(), rows);
        return Result.withoutRows(count, StatementOutcome.UNKNOWN);
      } catch (ClassCastException | IllegalArgumentException e) {
        throw unbindable(conversation.log().failed(sql, told), e);
      }
    });
  }

  private boolean isPerformed(Sending sending, KeptStatement kept) throws SQLException {
    return conversation
        .events()
        .isPerformed(conversation.connection(), kept.jdbc(), () -> told(sending));
  }

  private int[] executed(Sending sending, KeptStatement kept) throws SQLException {
    return conversation
        .events()
        .executed(conversation.connection(), kept.jdbc(), () -> told(sending));
  }

  private static SentStatement told(Sending sending) {
    return new SentStatement(sending.sql(), parameters(sending), sending.batch());
  }

  private static StatementException unbindable(FailedStatement statement, RuntimeException cause) {
    return new StatementException(
        CoreError.VALUE_CONVERSION,
        "A parameter cannot be given to the driver: " + cause.getMessage(),
        statement,
        cause);
  }

  private static Sending single(
      CompiledStatement statement, @Nullable Object[] values, List<String> keyColumns) {
    List<@Nullable Object[]> rows = Collections.singletonList(values);
    return new Sending(statement, statement.sql(values), rows, false, keyColumns);
  }

  private RowCursor cursor(Sending sending, KeptStatement kept, ResultSet rows) {
    return new RowCursor(conversation, sending.sql(), kept, rows, mostAtATime);
  }

  /** The rows of all executions of a batch, or -1 when the driver tells of one that it does not know. */
  static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      if (count < 0) {
        return -1;
      }
      sum += count;
    }
    return sum;
  }

  private <R> R send(Sending written, Action<R> action) {
    conversation.enter();
    try {
      conversation.beforeStatement();
      Sending sending = rewritten(written);
      SentStatement told = announce(sending);
      R result = perform(sending, action);
      conversation.counters().executions.increment();
      if (told != null) {
        conversation
            .events()
            .afterCursorExecute
            .tell(l -> l.executed(conversation.connection(), told));
      }
      return result;
    } finally {
      conversation.exit();
    }
  }

  private Sending rewritten(Sending written) {
    String sql = conversation.rewritten(written.sql());
    return sql == written.sql()
        ? written
        : new Sending(
            written.compiled(), sql, written.rows(), written.batch(), written.keyColumns());
  }

  private <R> R perform(Sending sending, Action<R> action) {
    KeptStatement kept = null;
    try {
      kept = conversation.physical().prepare(preparedKey(sending));
      bind(sending, kept.jdbc());
      KeptStatement bound = kept;
      return Cancellation.sending(
          bound.jdbc(), conversation.engine().dialect(), () -> action.perform(bound));
    } catch (SQLException e) {
      conversation.drop(kept);
      throw conversation.failed(shown(sending), e);
    } catch (CancellationException e) {
      conversation.drop(kept);
      conversation.letGo();
      throw e;
    } catch (RuntimeException e) {
      conversation.drop(kept);
      throw e;
    }
  }

  private PreparedKey preparedKey(Sending sending) {
    int first = Math.min(RowCursor.FIRST_PORTION, mostAtATime);
    return new PreparedKey(
        sending.sql(),
        sending.keyColumns(),
        first == 0 ? 0 : conversation.engine().dialect().fetchSize(first));
  }

  private void bind(Sending sending, PreparedStatement jdbc) throws SQLException {
    ParameterBinder otherwise = conversation.events().parameterBinder();
    for (@Nullable Object[] row : sending.rows()) {
      try {
        if (otherwise == null) {
          sending.compiled().bind(jdbc, row);
        } else {
          sending.compiled().bind(jdbc, row, otherwise::bound);
        }
      } catch (ClassCastException | IllegalArgumentException | ArithmeticException e) {
        throw unbindable(shown(sending), e);
      }
      if (sending.batch()) {
        jdbc.addBatch();
      }
    }
  }

  /** Logs the statement, and tells listeners if there are any; null when nobody listens. */
  private @Nullable SentStatement announce(Sending sending) {
    boolean first = sending.compiled().markUsed();
    if (conversation.log().isOn()) {
      String note = first ? "compiled" : "cached";
      conversation.log().statement(options.token(), sending.sql(), note, parameters(sending));
    }
    EngineEvents events = conversation.events();
    if (events.beforeCursorExecute.isEmpty() && events.afterCursorExecute.isEmpty()) {
      return null;
    }
    SentStatement told = told(sending);
    events.beforeCursorExecute.tell(listener -> listener.executed(conversation.connection(), told));
    return told;
  }

  private FailedStatement shown(Sending sending) {
    return conversation.log().failed(sending.sql(), parameters(sending));
  }

  private static List<List<@Nullable Object>> parameters(Sending sending) {
    List<List<@Nullable Object>> all = new ArrayList<>(sending.rows().size());
    for (@Nullable Object[] row : sending.rows()) {
      List<@Nullable Object> values = new ArrayList<>(row.length);
      for (Placeholder placeholder : sending.compiled().placeholders()) {
        Object value = placeholder.value(row);
        if (placeholder.list() && value instanceof Object[] members) {
          values.addAll(Arrays.asList(members));
        } else if (value instanceof Object[] array) {
          values.add(Collections.unmodifiableList(Arrays.asList(array)));
        } else {
          values.add(value);
        }
      }
      all.add(Collections.unmodifiableList(values));
    }
    return Collections.unmodifiableList(all);
  }
}
