package io.aludel.orm.internal.session;

import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.weave.ManagedEntity;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of a session's bookkeeping between any two calls. Looked at when a session ends a
 * transaction or lets go of its objects, where Java's assertions are on, which they are in every test.
 */
final class SessionInvariants {
  private final SessionCore core;
  private final IdentityMap identities;

  private SessionInvariants(SessionCore core) {
    this.core = core;
    this.identities = core.identities();
  }

  /** True, or an error that names the object whose bookkeeping is wrong. For use after {@code assert}. */
  static boolean hold(SessionCore core) {
    SessionInvariants invariants = new SessionInvariants(core);
    core.identities().forEach(invariants::checkStored);
    core.contents().pending().forEach(invariants::checkPending);
    core.contents().marked().forEach(invariants::checkMarked);
    return true;
  }

  private void checkStored(EntityState state, ManagedEntity entity) {
    require(state.owner() == core, state, "is in the identity map and belongs to another session");
    require(entity.$state() == state, state, "is in the identity map with another record");
    require(state.isPersistent(), state, "is in the identity map and not persistent");
    require(identities.contains(state), state, "is not found under its own key");
    require(keyAgrees(state, entity), state, "has another key than its identity");
    require(!state.isChanged() || state.isListed(), state, "is changed and no flush would see it");
  }

  /** Key attributes that are loaded and unchanged say what the identity says. */
  private static boolean keyAgrees(EntityState state, ManagedEntity entity) {
    EntityLayout layout = state.layout();
    for (int index : layout.key()) {
      if (!state.isUnloaded(entity, index)
          && !state.isRecorded(index)
          && !layout.sameValue(
              index, layout.keyPart(state.identityKey(), index), state.read(entity, index))) {
        return false;
      }
    }
    return true;
  }

  private void checkPending(EntityState state) {
    require(state.owner() == core && state.isPending(), state, "is to be inserted and not pending");
    requireHeld(state);
  }

  private void checkMarked(EntityState state) {
    require(
        state.owner() == core && state.isPersistent() && state.isMarked(),
        state,
        "is to be deleted and not persistent");
    requireHeld(state);
  }

  private static void requireHeld(EntityState state) {
    @Nullable ManagedEntity entity = state.get();
    require(entity != null, state, "waits for the flush and was collected");
  }

  private static void require(boolean holds, EntityState state, String problem) {
    if (!holds) {
      throw new AssertionError(state + " " + problem);
    }
  }
}
