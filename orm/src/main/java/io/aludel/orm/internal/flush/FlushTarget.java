package io.aludel.orm.internal.flush;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.mapping.Mapper;
import io.aludel.sql.tree.Node;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a flush needs of the session it flushes. */
public interface FlushTarget {
  /** The new objects, in the order in which they were added. */
  Collection<EntityState> pending();

  /** The stored objects that have changes and are not marked for deletion. */
  List<EntityState> dirty();

  /** The objects marked for deletion. */
  Collection<EntityState> marked();

  /** Whether an object is the session's own, and not deleted. */
  boolean holds(EntityState state);

  /** The layout of a mapped class. */
  EntityLayout layoutOf(Class<?> type);

  /** SQL expressions set for attributes of an object, by index; empty for most. */
  Map<Integer, Node> expressions(EntityState state);

  /** The same, with the connection on which rows of a hierarchy are written. */
  FlushTarget at(Mapper<?> family);

  /** The engine on which rows are written. */
  Engine engine();

  /** The connection of the session's transaction, for listeners. */
  Connection connection();

  /** The objects of the session by identity. */
  IdentityMap identities();

  /** Runs statements on the connection of the session's transaction, begun if need be. */
  StatementRunner runner();

  /** Notes that the row of a new object was inserted under {@code key}. */
  void inserted(EntityState state, Object key);

  /** Notes that the row of a stored object was updated; its key may have changed. */
  void updated(EntityState state, Object key);

  /** Takes back the mark for deletion of an object that somebody took since. */
  void kept(EntityState state);

  /** Notes that the row of a stored object was deleted. */
  void deleted(EntityState state);
}
