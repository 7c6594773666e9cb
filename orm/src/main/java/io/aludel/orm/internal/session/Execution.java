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
import java.util.function.Supplier;

/** Runs the statements of a session, each the way its kind needs. */
public final class Execution {
  private final SessionCore core;
  private final FactoryCore factory;

  public Execution(SessionCore core, FactoryCore factory) {
    this.core = core;
    this.factory = factory;
  }

  /** Runs any statement. */
  public Result<Row> execute(StatementNode statement) {
    List<StatementOption> options = optionsOf(statement);
    flushFirst(options);
    return synchronizing(
        statement,
        options,
        () ->
            statement.items().isEmpty()
                ? core.runPlain(statement)
                : factory.selects().rows(statement, core, overwrites(options)));
  }

  /** Runs a statement that gives rows, for the first entry of each. */
  public <T> Result<T> scalars(StatementNode statement) {
    List<StatementOption> options = optionsOf(statement);
    flushFirst(options);
    return synchronizing(
        statement,
        options,
        () -> factory.selects().<T>scalars(statement, core, overwrites(options)));
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
