package io.aludel.orm.internal.criteria;

import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.orm.Synchronize;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.property.CompositeWrites;
import io.aludel.schema.Column;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs UPDATE and DELETE of entities by criteria, and keeps the session's objects in step: who is met is
 * found out before the statement runs, what became of them is applied after.
 */
public final class CriteriaRunner {
  private final Engine engine;
  private final CompileOptions options;
  private final Function<Class<?>, EntityLayout> layouts;

  public CriteriaRunner(
      Engine engine, CompileOptions options, Function<Class<?>, EntityLayout> layouts) {
    this.engine = engine;
    this.options = options;
    this.layouts = layouts;
  }

  /** Runs an UPDATE; {@code execution} sends it. */
  public <R> R update(
      UpdateNode statement, Synchronize how, CriteriaTarget session, Supplier<R> execution) {
    Matches matches = matches(statement, statement.target(), how, session);
    if (matches == null) {
      return execution.get();
    }
    List<Match> met = matches.find(statement.where());
    UpdateEffect effect = effect(statement, matches);
    R result = execution.get();
    for (Match match : met) {
      effect.apply(match);
      session.updated(match.state());
    }
    return result;
  }

  /** Runs a DELETE; {@code execution} sends it. */
  public <R> R delete(
      DeleteNode statement, Synchronize how, CriteriaTarget session, Supplier<R> execution) {
    Matches matches = matches(statement, statement.target(), how, session);
    if (matches == null) {
      return execution.get();
    }
    List<Match> met = matches.find(statement.where());
    R result = execution.get();
    for (Match match : met) {
      if (match.sure()) {
        session.deleted(match.state());
      } else {
        match.state().expire(match.entity());
      }
    }
    return result;
  }

  private @Nullable Matches matches(
      StatementNode statement, FromNode target, Synchronize how, CriteriaTarget session) {
    if (!(target instanceof EntitySource source) || how == Synchronize.NONE) {
      return null;
    }
    EntityLayout layout = layouts.apply(source.type());
    ExecutionOptions stated = ExecutionOptions.of(() -> statement);
    return new Matches(engine, options, stated, session, new Synchronization(layout, source, how));
  }

  private UpdateEffect effect(UpdateNode statement, Matches matches) {
    EntityLayout layout = layouts.apply(((EntitySource) statement.target()).type());
    EvaluationCompiler compiler = matches.compiler();
    List<UpdateEffect.Assigned> assigned = new ArrayList<>();
    for (UpdateNode.Assignment assignment : CompositeWrites.expanded(statement).assignments()) {
      ColumnProperty<?> property = property(layout, assignment.column());
      if (property != null) {
        assigned.add(new UpdateEffect.Assigned(property, evaluation(compiler, assignment)));
      }
    }
    return new UpdateEffect(assigned);
  }

  private static @Nullable Evaluation evaluation(
      EvaluationCompiler compiler, UpdateNode.Assignment assignment) {
    try {
      return compiler.compile(assignment.value());
    } catch (NotEvaluableException needsDatabase) {
      return null;
    }
  }

  private static @Nullable ColumnProperty<?> property(EntityLayout layout, Node column) {
    if (column instanceof AttributeNode attribute) {
      return layout.mapper().property(attribute.name());
    }
    return column instanceof Column<?> plain ? layout.mapper().findProperty(plain) : null;
  }
}
