package io.aludel.orm.internal.session;

import io.aludel.engine.Connection;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.FetchMode;
import io.aludel.orm.OrmExecuteState;
import io.aludel.orm.OrmExecuteState.Cause;
import io.aludel.orm.internal.criteria.CriteriaTarget;
import io.aludel.orm.internal.loading.Hooked;
import io.aludel.orm.internal.loading.LoadTarget;
import io.aludel.orm.internal.loading.SelectLoader;
import io.aludel.orm.internal.option.RepeatedLoads;
import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.StatementNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The side of a session that loaders see: one engine, and why something is loaded there. */
final class Site implements CriteriaTarget {
  private final SessionCore core;
  private final EngineWork work;
  private final Reason reason;
  private final ExecutionOptions how;

  /** Why something is loaded. */
  private record Reason(
      Cause cause, @Nullable Object loadedFrom, @Nullable RelationshipProperty relationship) {
    static final Reason OBJECT = new Reason(Cause.OBJECT, null, null);

    @Nullable String path() {
      return relationship == null ? null : relationship.toString();
    }

    /** The entities of a statement, the one that is loaded first. */
    List<Mapper<?>> mappers(List<Mapper<?>> mentioned) {
      Set<Mapper<?>> mappers = new LinkedHashSet<>();
      if (relationship != null) {
        mappers.add(relationship.target());
      }
      mappers.addAll(mentioned);
      return List.copyOf(mappers);
    }
  }

  Site(SessionCore core, EngineWork work) {
    this(core, work, Reason.OBJECT, ExecutionOptions.NONE);
  }

  private Site(SessionCore core, EngineWork work, Reason reason, ExecutionOptions how) {
    this.core = core;
    this.work = work;
    this.reason = reason;
    this.how = how;
  }

  EngineWork work() {
    return work;
  }

  Connection connection(Operation operation) {
    return core.connection(operation, work.engine());
  }

  @Override
  public StatementRunner runner() {
    return connection(Operation.EXECUTE).runner().with(how);
  }

  @Override
  public LoadTarget running(ExecutionOptions stated) {
    return new Site(core, work, reason, stated.over(how));
  }

  @Override
  public SelectLoader loader() {
    return work.selects();
  }

  @Override
  public LoadTarget toward(RelationshipProperty relationship, @Nullable ManagedEntity owner) {
    if (!isHeard() && !core.hasBinds()) {
      return this;
    }
    EngineWork there = core.hasBinds() ? core.site(relationship.target()).work : work;
    Reason why = new Reason(Cause.RELATIONSHIP, owner, relationship);
    return new Site(core, there, why, how);
  }

  @Override
  public LoadTarget filling(ManagedEntity entity) {
    return new Site(core, work, new Reason(Cause.COLUMNS, entity, null), how);
  }

  @Override
  public boolean isHeard() {
    return !core.listeners().doOrmExecute().isEmpty();
  }

  @Override
  public @Nullable Hooked ask(StatementNode statement, boolean overwrite) {
    if (!isHeard()) {
      return null;
    }
    ExecuteChain chain = new ExecuteChain(
        core,
        state -> work.selects()
            .rows(state.statement().statementNode(), state.parameters(), this, overwrite)
            .unique());
    OrmExecuteState state = chain.ask(
        statement,
        List.of(Map.of()),
        new OrmExecuteState.Source(
            reason.cause(),
            reason.mappers(Mentions.of(statement).mappers(core::mapperOf)),
            reason.loadedFrom(),
            reason.path(),
            false));
    return new Hooked(state.statement().statementNode(), state.result());
  }

  // The rest is the session's

  @Override
  public @Nullable RepeatedLoads repeatedLoads() {
    return core.repeatedLoads();
  }

  @Override
  public void asOneCall(Runnable work) {
    core.doing(Operation.EXECUTE, work);
  }

  @Override
  public IdentityMap identities() {
    return core.identities();
  }

  @Override
  public boolean hearsOfLoads() {
    return core.hearsOfLoads();
  }

  @Override
  public void loaded(EntityState state) {
    core.loaded(state);
  }

  @Override
  public Attachment attachment() {
    return core.moves().attachment();
  }

  @Override
  public FetchMode fetchMode() {
    return core.settings().fetchMode();
  }

  @Override
  public void updated(EntityState state) {
    core.journal().updated(state);
  }

  @Override
  public void deleted(EntityState state) {
    core.moves().deleted(state, core.journal());
  }
}
