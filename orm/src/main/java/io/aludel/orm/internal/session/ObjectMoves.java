package io.aludel.orm.internal.session;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.session.SessionListeners.Move;
import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.internal.state.StateOwner;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves objects between their five states: only the moves that are legal, each in one place. Sends no
 * SQL.
 *
 * <pre>
 *   transient --add--> pending --flush--> persistent --flush of a delete--> deleted --commit--> detached
 *       ^                 |                 |   ^  ^                           |                    |
 *       +--expunge,-------+                 |   |  +--------rollback-----------+                    |
 *       |  rollback                         |   +-----------------add-------------------------------+
 *       +------rollback of the insert-------+------------------expunge, close---------------------->+
 * </pre>
 */
public final class ObjectMoves {
  private final StateOwner owner;
  private final IdentityMap identities;
  private final SessionContents contents;
  private final BiConsumer<Move, EntityState> heard;
  private final AttachEvents attaching;
  private Attachment attachment;

  ObjectMoves(
      StateOwner owner,
      IdentityMap identities,
      SessionContents contents,
      BiConsumer<Move, EntityState> heard,
      AttachEvents attaching) {
    this.owner = owner;
    this.heard = heard;
    this.attaching = attaching;
    this.identities = identities;
    this.contents = contents;
    this.attachment = new Attachment(owner);
  }

  /** Hears of objects that join the session. */
  interface AttachEvents {
    /** An object is about to join; what this throws keeps it out. */
    void before(ManagedEntity entity);

    /** An object has joined. */
    void after(ManagedEntity entity);
  }

  /** What ties newly loaded objects to the session. */
  public Attachment attachment() {
    return attachment;
  }

  /** The record of an object, made if it has none. */
  static EntityState stateOf(ManagedEntity entity, EntityLayout layout) {
    return entity.$state() instanceof EntityState state ? state : EntityState.of(entity, layout);
  }

  /** Transient to pending, or detached to persistent; takes back a mark for deletion. */
  void add(ManagedEntity entity, EntityLayout layout) {
    EntityState state = stateOf(entity, layout);
    requireAddable(state);
    if (!state.hasIdentity()) {
      if (state.owner() == null) {
        attaching.before(entity);
        state.attach(attachment, layout);
        contents.addPending(state, entity);
        attaching.after(entity);
        heard.accept(Move.TRANSIENT_TO_PENDING, state);
      }
    } else if (state.owner() == null) {
      attachStored(state, entity, layout, "add");
    } else {
      contents.unmark(state);
    }
  }

  /** Refuses an object of another session, or one whose row was deleted. */
  void requireAddable(EntityState state) {
    requireOursOrNobodys(state, "add");
    refuseDeleted(state, "add");
  }

  /** Refuses an object that cannot be marked for deletion; attaches one that is detached. */
  void requireDeletable(ManagedEntity entity, EntityLayout layout) {
    EntityState state = stateOf(entity, layout);
    requireOursOrNobodys(state, "delete");
    requireRow(state);
    if (!state.isDeleted()) {
      refuseDeleted(state, "delete");
      if (state.owner() == null) {
        attachStored(state, entity, layout, "delete");
      }
    }
  }

  /** Marks a stored object for deletion by the next flush. */
  void delete(ManagedEntity entity, EntityLayout layout) {
    requireDeletable(entity, layout);
    EntityState state = stateOf(entity, layout);
    if (!state.isDeleted()) {
      contents.mark(state, entity);
    }
  }

  private static void requireRow(EntityState state) {
    if (!state.hasIdentity()) {
      throw new ObjectStateException(
          OrmError.OBJECT_STATE,
          state.toString(),
          "Cannot delete "
              + state
              + ": it is "
              + (state.isPending() ? "pending" : "transient")
              + " and has no row. Expunge it, or flush it first.");
    }
  }

  private void attachStored(
      EntityState state, ManagedEntity entity, EntityLayout layout, String verb) {
    EntityState present = identities.find(layout, state.identityKey());
    if (present != null && present != state) {
      throw new ObjectStateException(
          OrmError.IDENTITY_TAKEN,
          state.toString(),
          "Cannot "
              + verb
              + " "
              + state
              + ": the session holds another object of that identity. Use that one, or merge this"
              + " one.");
    }
    attaching.before(entity);
    state.attach(attachment, layout);
    identities.put(state);
    if (state.isChanged()) {
      state.hold(entity);
      contents.list(state);
    }
    attaching.after(entity);
    heard.accept(Move.DETACHED_TO_PERSISTENT, state);
  }

  /** Pending to transient, persistent or deleted to detached. */
  void expunge(EntityState state, @Nullable Journal journal) {
    if (state.owner() != owner) {
      throw new ObjectStateException(
          OrmError.OBJECT_STATE,
          state.toString(),
          "Cannot expunge " + state + ": it does not belong to this session.");
    }
    contents.forget(state);
    if (state.hasIdentity()) {
      identities.remove(state);
    }
    if (journal != null) {
      journal.deleted().remove(state);
    }
    boolean deleted = state.isDeleted();
    state.detachFrom(attachment);
    heard.accept(
        !state.hasIdentity()
            ? Move.PENDING_TO_TRANSIENT
            : deleted ? Move.DELETED_TO_DETACHED : Move.PERSISTENT_TO_DETACHED,
        state);
  }

  /** Lets go of every object at once; who listens hears of each. */
  void expungeAll(boolean isHeard) {
    if (isHeard) {
      List<EntityState> stored = new ArrayList<>();
      identities.forEach((state, entity) -> stored.add(state));
      List.copyOf(contents.pending()).forEach(state -> expunge(state, null));
      stored.forEach(state -> expunge(state, null));
    }
    for (EntityState state : contents.pending()) {
      state.detachFrom(attachment);
    }
    contents.clear();
    identities.clear();
    attachment.release();
    attachment = new Attachment(owner);
  }

  /** Pending to persistent: its row was inserted under {@code key}. */
  public void inserted(EntityState state, Object key, Journal journal) {
    contents.pending().remove(state);
    state.identity(key);
    identities.put(state);
    journal.inserted(state);
    heard.accept(Move.PENDING_TO_PERSISTENT, state);
  }

  /** A stored object's row was updated; its key may have changed. */
  public void updated(EntityState state, Object key, Journal journal) {
    Object oldKey = state.identityKey();
    if (!oldKey.equals(key)) {
      identities.remove(state);
      state.identity(key);
      identities.put(state);
      journal.keySwitched(state, oldKey);
    }
    journal.updated(state);
  }

  /** Persistent to deleted: its DELETE was flushed, or its row was found gone. */
  public void deleted(EntityState state, Journal journal) {
    contents.unmark(state);
    identities.remove(state);
    state.deleted(true);
    journal.deleted(state);
    heard.accept(Move.PERSISTENT_TO_DELETED, state);
  }

  /** Deleted to detached, for all objects deleted in a transaction that is now committed. */
  void settleDeleted(Journal journal) {
    for (EntityState state : journal.deleted()) {
      if (state.isDeleted()) {
        state.detachFrom(attachment);
        heard.accept(Move.DELETED_TO_DETACHED, state);
      }
    }
  }

  /** What a rollback will undo is not deleted any more; for a session that lets go of everything. */
  void abandon(Journal journal) {
    for (EntityState state : journal.deleted()) {
      if (state.isDeleted()) {
        state.deleted(false);
        state.detachFrom(attachment);
      }
    }
  }

  /**
   * Takes back what the flushes of a transaction or savepoint did to objects, and drops what no flush
   * has seen. For a savepoint only what changed within it expires.
   */
  void restore(Journal journal, boolean savepoint) {
    Set<EntityState> gone = new HashSet<>();
    gone.addAll(journal.inserted());
    gone.addAll(contents.pending());
    gone.forEach(this::makeTransient);
    switchKeysBack(journal, gone);
    putDeletedBack(journal);
    for (EntityState state : List.copyOf(contents.marked())) {
      contents.unmark(state);
      heard.accept(Move.DELETED_TO_PERSISTENT, state);
    }
    identities.forEach((state, entity) -> state.forgetParents());
    if (savepoint) {
      expire(journal.updated());
      expire(journal.deleted());
      expire(contents.dirty());
    } else {
      identities.forEach(EntityState::expire);
    }
    contents.sweep();
  }

  private void makeTransient(EntityState state) {
    if (state.owner() != null && state.owner() != owner) {
      return;
    }
    if (state.owner() == owner && state.hasIdentity()) {
      identities.remove(state);
    }
    contents.forget(state);
    Move move = state.hasIdentity() ? Move.PERSISTENT_TO_TRANSIENT : Move.PENDING_TO_TRANSIENT;
    state.becomeTransient();
    heard.accept(move, state);
  }

  private void switchKeysBack(Journal journal, Set<EntityState> gone) {
    List<Journal.KeySwitch> switches = journal.keySwitches();
    ListIterator<Journal.KeySwitch> backwards = switches.listIterator(switches.size());
    List<EntityState> restored = new ArrayList<>();
    while (backwards.hasPrevious()) {
      Journal.KeySwitch each = backwards.previous();
      EntityState state = each.state();
      if (!gone.contains(state) && state.owner() == owner) {
        identities.remove(state);
        state.identity(each.oldKey());
        restored.add(state);
      }
    }
    restored.forEach(identities::put);
  }

  /** Of several objects under one key the first to be deleted had the row that is back. */
  private void putDeletedBack(Journal journal) {
    Set<EntityState> back = new HashSet<>();
    for (EntityState state : journal.deleted()) {
      if (!state.isDeleted() || !state.hasIdentity()) {
        continue;
      }
      EntityState present = identities.find(state.layout(), state.identityKey());
      if (present != null && back.contains(present)) {
        makeTransient(state);
        continue;
      }
      if (present != null && present != state) {
        makeTransient(present);
      }
      state.deleted(false);
      identities.put(state);
      back.add(state);
      heard.accept(Move.DELETED_TO_PERSISTENT, state);
    }
  }

  private void expire(List<EntityState> states) {
    for (EntityState state : states) {
      ManagedEntity entity = state.get();
      if (entity != null && state.isPersistent() && state.owner() == owner) {
        state.expire(entity);
      }
    }
  }

  private void requireOursOrNobodys(EntityState state, String verb) {
    StateOwner present = state.owner();
    if (present != null && present != owner) {
      throw new ObjectStateException(
          OrmError.OTHER_SESSION,
          state.toString(),
          "Cannot "
              + verb
              + " "
              + state
              + ": it belongs to another session. Expunge it there first, or merge it into this"
              + " one.");
    }
  }

  private static void refuseDeleted(EntityState state, String verb) {
    if (state.wasDeleted()) {
      throw new ObjectStateException(
          OrmError.OBJECT_STATE,
          state.toString(),
          "Cannot "
              + verb
              + " "
              + state
              + ": its row was deleted. Make a new object; this one stands for a row that is gone.");
    }
  }
}
