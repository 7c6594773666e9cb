package io.aludel.orm.internal.criteria;

import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.RowCursor;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.OrmError;
import io.aludel.orm.Synchronize;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the objects of a session whose rows an UPDATE or DELETE is about to meet. */
final class Matches {
  private final Engine engine;
  private final CompileOptions options;
  private final ExecutionOptions how;
  private final CriteriaTarget session;
  private final Synchronization synchronization;

  Matches(
      Engine engine,
      CompileOptions options,
      ExecutionOptions how,
      CriteriaTarget session,
      Synchronization synchronization) {
    this.engine = engine;
    this.options = options;
    this.how = how;
    this.session = session;
    this.synchronization = synchronization;
  }

  List<Match> find(List<Node> where) {
    return switch (synchronization.how()) {
      case NONE -> List.of();
      case FETCH -> fetch(where);
      case EVALUATE -> evaluate(where);
      case AUTO -> evaluateOrFetch(where);
    };
  }

  private List<Match> evaluateOrFetch(List<Node> where) {
    try {
      return evaluate(compiler().all(where));
    } catch (NotEvaluableException needsDatabase) {
      return fetch(where);
    }
  }

  private List<Match> evaluate(List<Node> where) {
    try {
      return evaluate(compiler().all(where));
    } catch (NotEvaluableException needsDatabase) {
      throw new UnsupportedStatementException(
          OrmError.CANNOT_SYNCHRONIZE,
          "Cannot keep "
              + synchronization.target()
              + " in step by "
              + Synchronize.EVALUATE
              + ": its criteria hold "
              + needsDatabase.getMessage()
              + ", which only the database can work out. Use "
              + Synchronize.FETCH
              + " or "
              + Synchronize.AUTO
              + ".");
    }
  }

  EvaluationCompiler compiler() {
    return new EvaluationCompiler(synchronization.layout(), synchronization.target());
  }

  /** Objects that are expired as a whole are left alone: they will be read again anyway. */
  private List<Match> evaluate(Evaluation criteria) {
    List<Match> matches = new ArrayList<>();
    session.identities().forEach(synchronization.layout(), (state, entity) -> {
      if (!state.isExpired()
          && state.layout().isOf(synchronization.layout().mapper().type())) {
        Object truth = criteria.of(state, entity);
        if (truth == Evaluation.UNSURE || Boolean.TRUE.equals(truth)) {
          matches.add(new Match(state, entity, truth != Evaluation.UNSURE));
        }
      }
    });
    return matches;
  }

  private List<Match> fetch(List<Node> where) {
    EntityLayout layout = synchronization.layout();
    List<Node> key = new ArrayList<>();
    for (int index : layout.key()) {
      key.add(new AttributeNode(
          synchronization.target(), layout.requireColumn(index).name()));
    }
    SelectNode select = SelectNode.of(key).withWhere(where);
    StatementRunner runner = session.runner().with(how);
    CompiledStatement compiled = engine.compile(select, runner.shaping(options)).statement();
    List<Match> matches = new ArrayList<>();
    try (RowCursor cursor = runner.query(compiled, select.keyed().values())) {
      while (cursor.next()) {
        EntityState state =
            session.identities().find(layout, layout.keyOf(read(cursor, compiled, key.size())));
        ManagedEntity entity = state == null ? null : state.get();
        if (state != null && entity != null) {
          matches.add(new Match(state, entity, true));
        }
      }
    }
    return matches;
  }

  private static @Nullable Object[] read(RowCursor cursor, CompiledStatement compiled, int size) {
    @Nullable Object[] parts = new Object[size];
    for (int i = 0; i < size; i++) {
      parts[i] = cursor.read(i, compiled.columns().get(i).reader());
    }
    return parts;
  }
}
