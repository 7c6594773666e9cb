package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Compilation;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.Result;
import io.aludel.engine.RowCursor;
import io.aludel.engine.RowShape;
import io.aludel.engine.RowSource;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.sql.Row;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements that give rows, making objects of the entities among them. All rows are read before the
 * result is handed out: nothing the application does meanwhile can disturb it, and nothing stays open.
 */
public final class SelectLoader {
  private final Engine engine;
  private final CompileOptions options;
  private final SelectLowering lowering;
  private final ObjectLoader objects;
  private final LazyLoad lazy;
  private final FollowUps followUps;

  public SelectLoader(
      Engine engine, CompileOptions options, Function<Class<?>, EntityLayout> layouts) {
    this.engine = engine;
    this.options = options;
    this.lowering = new SelectLowering(layouts, options);
    this.objects = new ObjectLoader(new KeyLoader(engine, options), this);
    this.lazy = new LazyLoad(this, layouts);
    this.followUps = new Strategies(this, lazy, layouts);
  }

  /** What reads single objects. */
  public ObjectLoader objects() {
    return objects;
  }

  /** What loads relationships when they are read. */
  public LazyLoad lazy() {
    return lazy;
  }

  /** How many objects one SELECT loads something for. */
  int keysPerLookup() {
    return engine.dialect().keysPerLookup();
  }

  FollowUps followUps() {
    return followUps;
  }

  /** The rows as rows. */
  public Result<Row> rows(
      StatementNode statement,
      Map<String, ? extends @Nullable Object> parameters,
      LoadTarget session,
      boolean overwrite) {
    Execution execution = prepare(statement, parameters, session, overwrite);
    RowShape shape = RowShape.of(execution.plan().names(), statement.items());
    Starting reading = here -> {
      RowReader[] readers = readers(here, statement.items(), execution.run());
      return row -> shape.row(values(readers, row));
    };
    if (execution.run().isStreaming()) {
      RowSource<Row> rows = execution.stream(reading);
      return Result.over(rows, shape).yieldPer(execution.how().fetchRows());
    }
    LoadedRows<Row> rows = new LoadedRows<>(execution.plan().isMultiplied());
    execution.readAll(reading, row -> rows.add((Row) row));
    return Result.over(rows, shape);
  }

  /** The first entry of each row. */
  @SuppressWarnings("unchecked") // a statement says the type of its first entry
  public <T> Result<T> scalars(
      StatementNode statement,
      Map<String, ? extends @Nullable Object> parameters,
      LoadTarget session,
      boolean overwrite) {
    Execution execution = prepare(statement, parameters, session, overwrite);
    Starting reading = here -> {
      RowReader[] readers = readers(here, statement.items(), execution.run());
      return readers.length == 1 ? readers[0] : row -> values(readers, row)[0];
    };
    if (execution.run().isStreaming()) {
      RowSource<@Nullable Object> rows = execution.stream(reading);
      return (Result<T>) Result.over(rows).yieldPer(execution.how().fetchRows());
    }
    LoadedRows<@Nullable Object> rows = new LoadedRows<>(execution.plan().isMultiplied());
    execution.readAll(reading, rows::add);
    return (Result<T>) Result.over(rows);
  }

  private Execution prepare(
      StatementNode statement,
      Map<String, ? extends @Nullable Object> parameters,
      LoadTarget session,
      boolean overwrite) {
    ExecutionOptions how = ExecutionOptions.of(() -> FromStatementNode.sent(statement));
    LoadTarget target = how.translatesSchemas() ? session.running(how) : session;
    StatementRunner runner = target.runner();
    Compilation compilation = compile(statement, runner);
    SelectPlan plan = plan(compilation, statement);
    LoadRun run = run(statement, target, overwrite);
    if (how.fetchRows() > 0) {
      plan.requireStreamable();
      run.inPortions();
    }
    @Nullable Object[] values = Parameters.fill(compilation.statement(), statement, parameters);
    return new Execution(runner, compilation, plan, values, run, how);
  }

  /** Makes the reader of rows once their columns are known. */
  @FunctionalInterface
  private interface Starting {
    RowReader reader(SelectPlan plan);
  }

  /** A statement with its values, about to be sent. */
  private record Execution(
      StatementRunner runner,
      Compilation compilation,
      SelectPlan plan,
      @Nullable Object[] values,
      LoadRun run,
      ExecutionOptions how) {
    <T extends @Nullable Object> RowSource<T> stream(Starting reading) {
      RowCursor cursor = runner.with(how).query(compilation.statement(), values);
      return new StreamedRows<>(cursor, reading.reader(plan.in(cursor)), run, how.fetchRows());
    }

    void readAll(Starting reading, Consumer<? super @Nullable Object> use) {
      try (RowCursor cursor = runner.query(compilation.statement(), values)) {
        RowReader reader = reading.reader(plan.in(cursor));
        ResultSet jdbc = cursor.jdbc();
        while (cursor.next()) {
          try {
            use.accept(reader.read(jdbc));
          } catch (SQLException failure) {
            throw cursor.unreadable(0, failure);
          }
        }
      }
      run.finish();
    }
  }

  /** What is done with one row of a statement that loading made itself. */
  @FunctionalInterface
  interface RowUse {
    void use(@Nullable Object[] values);
  }

  /** Runs a statement that loading made itself, and what follows from it. */
  void each(StatementNode statement, LoadTarget target, boolean overwrite, RowUse use) {
    Hooked hooked = target.isHeard() ? target.ask(statement, overwrite) : null;
    if (hooked == null) {
      target.loader().run(statement, target, overwrite, use);
    } else {
      target.loader().each(hooked, target, overwrite, use);
    }
  }

  /** Runs what those who heard of a statement made of it. */
  void each(Hooked hooked, LoadTarget target, boolean overwrite, RowUse use) {
    Result<Row> answer = hooked.answer();
    if (answer == null) {
      run(hooked.statement(), target, overwrite, use);
    } else {
      answer.unique().forEach(row -> use.use(values(row)));
    }
  }

  private void run(StatementNode statement, LoadTarget target, boolean overwrite, RowUse use) {
    StatementRunner runner = target.runner();
    Compilation compilation = compile(statement, runner);
    SelectPlan plan = plan(compilation, statement);
    LoadRun run = run(statement, target, overwrite);
    Starting reading = here -> {
      RowReader[] readers = readers(here, statement.items(), run);
      return row -> values(readers, row);
    };
    new Execution(runner, compilation, plan, statement.keyed().values(), run, ExecutionOptions.NONE)
        .readAll(reading, row -> use.use((@Nullable Object[]) row));
  }

  private LoadRun run(StatementNode statement, LoadTarget target, boolean overwrite) {
    return new LoadRun(statement, target, overwrite, followUps);
  }

  private Compilation compile(StatementNode statement, StatementRunner runner) {
    CompileOptions shape = runner.shaping(options);
    Compilation known = engine.findCompiled(statement, shape);
    if (known != null) {
      return known;
    }
    Lowered lowered = lowering.lower(statement);
    Compilation made = engine.compile(statement, lowered.statement(), shape);
    made.plan(SelectPlan.class, compiled -> SelectPlan.of(compiled, lowered));
    return made;
  }

  private SelectPlan plan(Compilation compilation, StatementNode statement) {
    return compilation.plan(
        SelectPlan.class, compiled -> SelectPlan.of(compiled, lowering.lower(statement)));
  }

  private static RowReader[] readers(SelectPlan plan, List<Node> items, LoadRun run) {
    RowReader[] readers = new RowReader[plan.entries().size()];
    for (int i = 0; i < readers.length; i++) {
      SelectPlan.Entry entry = plan.entries().get(i);
      if (entry instanceof SelectPlan.Entry.Entity entity && entity.before() >= 0) {
        RowReader.Kept before = new RowReader.Kept(readers[entity.before()]);
        readers[entity.before()] = before;
        readers[i] = RowReader.of(entity, run, before);
      } else {
        readers[i] = RowReader.of(entry, items.get(i), run);
      }
    }
    return readers;
  }

  private static @Nullable Object[] values(Row row) {
    @Nullable Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    return values;
  }

  private static @Nullable Object[] values(RowReader[] readers, ResultSet row) throws SQLException {
    @Nullable Object[] values = new Object[readers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = readers[i].read(row);
    }
    return values;
  }
}
