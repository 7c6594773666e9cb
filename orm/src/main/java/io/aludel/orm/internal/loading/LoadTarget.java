package io.aludel.orm.internal.loading;

import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.FetchMode;
import io.aludel.orm.internal.option.RepeatedLoads;
import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.StatementNode;
import org.jspecify.annotations.Nullable;

/** What loading needs of the session it loads into. */
public interface LoadTarget {
  /** The objects of the session. */
  IdentityMap identities();

  /** Whether anybody hears of objects that are made from their rows. */
  boolean hearsOfLoads();

  /** Tells those who hear of it that an object was made from its row and belongs to the session now. */
  void loaded(EntityState state);

  /** What ties new objects to the session. */
  Attachment attachment();

  /** Runs statements on the connection of the session's transaction, begun if need be. */
  StatementRunner runner();

  /** The same for all that one statement loads, which runs in a way of its own. */
  LoadTarget running(ExecutionOptions how);

  /** Does something as one call of the session, where the application did not come through it. */
  void asOneCall(Runnable work);

  /** What reads rows over that connection. */
  SelectLoader loader();

  /** The same for a relationship: on the engine of the related rows, and telling for what it loads. */
  LoadTarget toward(RelationshipProperty relationship, @Nullable ManagedEntity owner);

  /** The same, telling that it loads attributes of an object. */
  LoadTarget filling(ManagedEntity entity);

  /** Whether anybody hears of statements. */
  boolean isHeard();

  /** Asks those who hear of statements what is to become of one; null if nobody does. */
  @Nullable Hooked ask(StatementNode statement, boolean overwrite);

  /** What counts repeated loads, or null if nobody wants to know. */
  @Nullable RepeatedLoads repeatedLoads();

  /** What happens when a relationship is read that nothing loaded. */
  FetchMode fetchMode();
}
