package io.aludel.orm.internal.session;

import io.aludel.engine.Connection;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.internal.flush.FlushTarget;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.sql.tree.Node;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The side of a session that a flush sees. */
final class FlushSide implements FlushTarget {
  private final SessionCore core;

  FlushSide(SessionCore core) {
    this.core = core;
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
    return core.connection();
  }

  @Override
  public IdentityMap identities() {
    return core.identities();
  }

  @Override
  public StatementRunner runner() {
    return core.runner();
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
