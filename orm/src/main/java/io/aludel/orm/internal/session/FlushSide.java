package io.aludel.orm.internal.session;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.internal.flush.FlushTarget;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.mapping.Mapper;
import io.aludel.sql.tree.Node;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The side of a session that a flush sees. */
final class FlushSide implements FlushTarget {
  private final SessionCore core;
  private final @Nullable Site site;
  private final ExecutionOptions how;

  FlushSide(SessionCore core) {
    this(core, ExecutionOptions.NONE);
  }

  /** The side of a session that runs the statements in a way of its own. */
  FlushSide(SessionCore core, ExecutionOptions how) {
    this(core, null, how);
  }

  private FlushSide(SessionCore core, @Nullable Site site, ExecutionOptions how) {
    this.core = core;
    this.site = site;
    this.how = how;
  }

  @Override
  public FlushTarget at(Mapper<?> family) {
    return new FlushSide(core, core.site(family), how);
  }

  private Site site() {
    return Objects.requireNonNull(site, "a flush that knows no place yet");
  }

  @Override
  public Engine engine() {
    return site().work().engine();
  }

  @Override
  public Collection<EntityState> pending() {
    return core.contents().pending();
  }

  @Override
  public List<EntityState> dirty() {
    return core.contents().dirty();
  }

  @Override
  public Collection<EntityState> marked() {
    return core.contents().marked();
  }

  @Override
  public boolean holds(EntityState state) {
    return state.owner() == core && !state.isDeleted();
  }

  @Override
  public EntityLayout layoutOf(Class<?> type) {
    return core.layoutOf(type);
  }

  @Override
  public Map<Integer, Node> expressions(EntityState state) {
    return core.contents().expressions(state);
  }

  @Override
  public Connection connection() {
    return site().connection(Operation.FLUSH);
  }

  @Override
  public IdentityMap identities() {
    return core.identities();
  }

  @Override
  public StatementRunner runner() {
    return site().runner().with(how);
  }

  @Override
  public void inserted(EntityState state, Object key) {
    core.moves().inserted(state, key, core.journal());
  }

  @Override
  public void updated(EntityState state, Object key) {
    core.moves().updated(state, key, core.journal());
  }

  @Override
  public void kept(EntityState state) {
    core.contents().unmark(state);
  }

  @Override
  public void deleted(EntityState state) {
    core.moves().deleted(state, core.journal());
  }
}
