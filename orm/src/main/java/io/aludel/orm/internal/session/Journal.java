package io.aludel.orm.internal.session;

import io.aludel.orm.internal.state.EntityState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What flushes did to objects within one transaction or savepoint, so that a rollback can take it back.
 * Records are noted, not objects: what nobody holds needs nothing restored.
 */
public final class Journal {
  private final List<EntityState> inserted = new ArrayList<>();
  private final List<EntityState> updated = new ArrayList<>();
  private final List<EntityState> deleted = new ArrayList<>();
  private final List<KeySwitch> keySwitches = new ArrayList<>();

  /** A stored object whose key changed. */
  record KeySwitch(EntityState state, @Nullable Object oldKey) {}

  public void inserted(EntityState state) {
    inserted.add(state);
  }

  public void updated(EntityState state) {
    updated.add(state);
  }

  public void deleted(EntityState state) {
    deleted.add(state);
  }

  public void keySwitched(EntityState state, Object oldKey) {
    keySwitches.add(new KeySwitch(state, oldKey));
  }

  List<EntityState> inserted() {
    return inserted;
  }

  List<EntityState> updated() {
    return updated;
  }

  List<EntityState> deleted() {
    return deleted;
  }

  List<KeySwitch> keySwitches() {
    return keySwitches;
  }

  /** Takes over what a released savepoint noted: the outer rollback must undo it too. */
  void absorb(Journal inner) {
    inserted.addAll(inner.inserted);
    updated.addAll(inner.updated);
    deleted.addAll(inner.deleted);
    keySwitches.addAll(inner.keySwitches);
  }
}
