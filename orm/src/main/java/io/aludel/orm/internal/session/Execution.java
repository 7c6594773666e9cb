package io.aludel.orm.internal.session;

import io.aludel.engine.Result;
import io.aludel.orm.ExecutionOption;
import io.aludel.orm.Synchronize;
import io.aludel.sql.Row;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.CompoundNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.StatementOption;
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
    List<StatementOption> options = optionsOf(written);
    flushFirst(options);
    StatementNode statement = lowering.lower(written);
    return synchronizing(
        written,
        options,
        () -> isRead(statement)
            ? factory.selects().rows(statement, parameters, core, overwrites(options))
            : core.connection().execute(() -> statement, parameters, factory.options()));
  }

  /** Runs a statement once for each map of parameters. */
  public Result<Row> executeEach(
      StatementNode written, List<? extends Map<String, ? extends @Nullable Object>> parameters) {
    flushFirst(optionsOf(written));
    StatementNode statement = lowering.lower(written);
    return core.connection().execute(() -> statement, parameters, factory.options());
  }

  /** Runs a statement that gives rows, for the first entry of each. */
  public <T> Result<T> scalars(
      StatementNode written, Map<String, ? extends @Nullable Object> parameters) {
    List<StatementOption> options = optionsOf(written);
    flushFirst(options);
    StatementNode statement = lowering.lower(written);
    return synchronizing(
        written,
        options,
        () -> factory.selects().<T>scalars(statement, parameters, core, overwrites(options)));
  }

  /** Whether rows come back that are to be read here; text may give rows that nobody described. */
  private static boolean isRead(StatementNode statement) {
    return statement instanceof QueryNode || !statement.items().isEmpty();
  }

  private void flushFirst(List<StatementOption> options) {
    if (options.stream().noneMatch(ExecutionOption.WithoutAutoflush.class::isInstance)) {
      core.autoflush(Operation.EXECUTE);
    }
  }

  private <R> R synchronizing(
      StatementNode statement, List<StatementOption> options, Supplier<R> execution) {
    if (statement instanceof QueryNode) {
      return execution.get();
    }
    if (statement instanceof UpdateNode update) {
      return factory.criteria().update(update, synchronize(options), core, execution);
    }
    if (statement instanceof DeleteNode delete) {
      return factory.criteria().delete(delete, synchronize(options), core, execution);
    }
    return execution.get();
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

  private static boolean overwrites(List<? extends StatementOption> options) {
    return options.stream().anyMatch(ExecutionOption.PopulateExisting.class::isInstance);
  }

  private static List<StatementOption> optionsOf(StatementNode statement) {
    if (statement instanceof SelectNode select) {
      return select.options();
    }
    if (statement instanceof UpdateNode update) {
      return update.options();
    }
    if (statement instanceof DeleteNode delete) {
      return delete.options();
    }
    if (statement instanceof InsertNode insert) {
      return insert.options();
    }
    return statement instanceof CompoundNode compound ? compound.options() : List.of();
  }
}
