package io.aludel.orm.internal.session;

import io.aludel.engine.Result;
import io.aludel.orm.ExecutionOption;
import io.aludel.orm.OrmError;
import io.aludel.orm.OrmExecuteState;
import io.aludel.orm.SessionEvents.BulkListener;
import io.aludel.orm.Synchronize;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.loading.LoadOptions;
import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.Row;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.LockNode;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.sql.tree.statement.TextNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a session, each the way its kind needs. */
public final class Execution {
  private final SessionCore core;
  private final FactoryCore factory;
  private final Lowering lowering;

  public Execution(SessionCore core, FactoryCore factory) {
    this.core = core;
    this.factory = factory;
    this.lowering = new Lowering(factory.layouts()::of, factory.options());
  }

  /** Runs any statement. */
  public Result<Row> execute(
      StatementNode written, Map<String, ? extends @Nullable Object> parameters) {
    OrmExecuteState asked = ask(written, List.of(parameters), false);
    if (asked == null) {
      return run(written, parameters);
    }
    Result<Row> answer = asked.result();
    return answer == null ? run(node(asked), asked.parameters()) : answer;
  }

  private Result<Row> run(
      StatementNode stated, Map<String, ? extends @Nullable Object> parameters) {
    List<StatementOption> options = optionsOf(stated);
    flushFirst(options);
    if (!parameters.isEmpty() && InsertsOfRows.isMeant(stated)) {
      return runInsert((InsertNode) stated, parameters);
    }
    StatementNode written = lowering.restricted(stated);
    Site site = core.site(written);
    if (!isRead(written)) {
      LoadOptions.requireNone(written);
    }
    Mapper<?> spread = written instanceof DeleteNode delete ? lowering.spread(delete) : null;
    if (spread != null) {
      HierarchyDelete several = new HierarchyDelete(
          spread, (DeleteNode) written, (statement, values) -> send(site, statement, values));
      return synchronizing(written, options, site, () -> several.run(parameters));
    }
    StatementNode statement = lowering.lower(written);
    return synchronizing(
        written,
        options,
        site,
        () -> isRead(statement)
            ? read(site, statement, parameters, overwrites(options))
            : send(site, statement, parameters));
  }

  private static Result<Row> read(
      Site site,
      StatementNode statement,
      Map<String, ? extends @Nullable Object> parameters,
      boolean overwrite) {
    return site.loader()
        .rows(withDefaults(site, statement, parameters), parameters, site, overwrite);
  }

  /** What is read here does not pass the connection, which would add the defaults of the client. */
  private static StatementNode withDefaults(
      Site site, StatementNode statement, Map<String, ? extends @Nullable Object> parameters) {
    return statement instanceof FromStatementNode from
        ? from.withSource(site.work().engine().withDefaults(from.source(), parameters))
        : site.work().engine().withDefaults(statement, parameters);
  }

  /** The parameters of an INSERT are a row, which may lie in several tables. */
  private Result<Row> runInsert(
      InsertNode stated, Map<String, ? extends @Nullable Object> parameters) {
    if (lowering.isSpread(stated)) {
      return InsertsOfRows.run(core, factory, lowering, stated, List.of(parameters));
    }
    if (stated.items().isEmpty()) {
      LoadOptions.requireNone(stated);
    }
    StatementNode statement = lowering.lower(lowering.named(stated, parameters.keySet()));
    Site site = core.site(stated);
    return isRead(statement)
        ? read(site, statement, parameters, overwrites(stated.options()))
        : send(site, statement, parameters);
  }

  private Result<Row> send(
      Site site, StatementNode statement, Map<String, ? extends @Nullable Object> parameters) {
    return site.connection(Operation.EXECUTE)
        .execute(() -> statement, parameters, factory.options());
  }

  /** Runs a statement once for each map of parameters. */
  public Result<Row> executeEach(
      StatementNode written, List<? extends Map<String, ? extends @Nullable Object>> parameters) {
    OrmExecuteState asked = ask(written, parameters, true);
    if (asked == null) {
      return runEach(written, parameters);
    }
    Result<Row> answer = asked.result();
    return answer == null ? runEach(node(asked), asked.rows()) : answer;
  }

  private Result<Row> runEach(
      StatementNode written, List<? extends Map<String, ? extends @Nullable Object>> parameters) {
    List<StatementOption> options = optionsOf(written);
    if (InsertsOfRows.isMeant(written)) {
      flushFirst(options);
      return InsertsOfRows.run(core, factory, lowering, (InsertNode) written, parameters);
    }
    LoadOptions.requireNone(written);
    requireNoEntities(written);
    flushFirst(options);
    if (written instanceof UpdateNode update && UpdatesByKey.isMeant(written)) {
      return UpdatesByKey.run(core, factory, update, synchronize(options), parameters);
    }
    StatementNode statement = lowering.lower(lowering.restricted(written));
    return core.site(written)
        .connection(Operation.EXECUTE)
        .execute(() -> statement, parameters, factory.options());
  }

  /** Rows that are written one execution after another are not read as objects. */
  private static void requireNoEntities(StatementNode written) {
    if (written instanceof FromStatementNode
        || written.items().stream().anyMatch(EntityNode.class::isInstance)) {
      throw new UnsupportedStatementException(
          OrmError.UNSUPPORTED_STATEMENT,
          "Cannot read entities from a statement that is executed once for each of several maps, unless it"
              + " is an INSERT of rows of that entity. Execute it for each map.");
    }
  }

  /** Runs a statement that gives rows, for the first entry of each. */
  @SuppressWarnings("unchecked") // a statement says the type of its first entry
  public <T> Result<T> scalars(
      StatementNode written, Map<String, ? extends @Nullable Object> parameters) {
    OrmExecuteState asked = ask(written, List.of(parameters), false);
    if (asked == null) {
      return runScalars(written, parameters);
    }
    Result<Row> answer = asked.result();
    return answer == null
        ? runScalars(node(asked), asked.parameters())
        : (Result<T>) answer.scalars();
  }

  @SuppressWarnings("unchecked") // text that nobody described gives what it gives
  private <T> Result<T> runScalars(
      StatementNode stated, Map<String, ? extends @Nullable Object> parameters) {
    List<StatementOption> options = optionsOf(stated);
    flushFirst(options);
    StatementNode written = lowering.restricted(stated);
    StatementNode statement = lowering.lower(written);
    Site site = core.site(written);
    if (!isRead(statement)) {
      LoadOptions.requireNone(written);
      return (Result<T>) send(site, statement, parameters).scalars();
    }
    return synchronizing(
        written,
        options,
        site,
        () -> site.loader()
            .<T>scalars(
                withDefaults(site, statement, parameters), parameters, site, overwrites(options)));
  }

  /** Asks those who hear of executions; null if nobody does. */
  private @Nullable OrmExecuteState ask(
      StatementNode written,
      List<? extends Map<String, ? extends @Nullable Object>> parameters,
      boolean each) {
    if (core.listeners().doOrmExecute().isEmpty()) {
      return null;
    }
    ExecuteChain chain = new ExecuteChain(
        core,
        state -> each ? runEach(node(state), state.rows()) : run(node(state), state.parameters()));
    OrmExecuteState.Source source = new OrmExecuteState.Source(
        OrmExecuteState.Cause.STATEMENT,
        Mentions.of(written).mappers(core::mapperOf),
        null,
        null,
        each);
    return chain.ask(written, parameters, source);
  }

  private static StatementNode node(OrmExecuteState state) {
    return state.statement().statementNode();
  }

  /** Whether rows come back that are to be read here; text may give rows that nobody described. */
  private static boolean isRead(StatementNode statement) {
    return (statement instanceof QueryNode && !(statement instanceof TextNode))
        || !statement.items().isEmpty();
  }

  private void flushFirst(List<StatementOption> options) {
    if (options.stream().noneMatch(ExecutionOption.WithoutAutoflush.class::isInstance)) {
      core.autoflush(Operation.EXECUTE);
    }
  }

  private <R extends Result<?>> R synchronizing(
      StatementNode written, List<StatementOption> options, Site site, Supplier<R> execution) {
    StatementNode statement = FromStatementNode.sent(written);
    if (statement instanceof UpdateNode update) {
      R result = site.work().criteria().update(update, synchronize(options), site, execution);
      tell(core.listeners().afterBulkUpdate(), update.target(), statement, result);
      return result;
    }
    if (statement instanceof DeleteNode delete) {
      R result = site.work().criteria().delete(delete, synchronize(options), site, execution);
      tell(core.listeners().afterBulkDelete(), delete.target(), statement, result);
      return result;
    }
    return execution.get();
  }

  private void tell(
      Listeners<BulkListener> listeners,
      FromNode target,
      StatementNode statement,
      Result<?> result) {
    if (target instanceof EntitySource) {
      listeners
          .all()
          .forEach(listener -> listener.written(core.session(), new Shown(statement), result));
    }
  }

  private static Synchronize synchronize(List<StatementOption> options) {
    for (StatementOption option : options) {
      if (option instanceof ExecutionOption.Synchronizing synchronizing) {
        return synchronizing.how();
      }
    }
    return Synchronize.AUTO;
  }

  /** Whether rows overwrite the objects that are there. */
  public static boolean overwrites(ExecutionOption... options) {
    return overwrites(Arrays.asList(options));
  }

  /** The lock that options ask for, or null. */
  public static @Nullable LockNode lock(ExecutionOption... options) {
    for (ExecutionOption option : options) {
      if (option instanceof ExecutionOption.Locking locking) {
        return locking.lock().node();
      }
    }
    return null;
  }

  static boolean overwrites(List<? extends StatementOption> options) {
    return options.stream().anyMatch(ExecutionOption.PopulateExisting.class::isInstance);
  }

  private static List<StatementOption> optionsOf(StatementNode statement) {
    return FromStatementNode.options(statement);
  }
}
