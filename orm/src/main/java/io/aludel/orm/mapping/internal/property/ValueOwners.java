package io.aludel.orm.mapping.internal.property;

import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.StateRecord;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** The objects that hold a value which changes inside, known weakly. */
public final class ValueOwners {
  private final List<Owner> owners = new ArrayList<>(1);

  /** An object, by its record, and the attribute that holds the value. */
  private record Owner(WeakReference<StateRecord> state, int index) {}

  public void add(StateRecord state, int index) {
    for (Owner owner : owners) {
      if (owner.index() == index && owner.state().refersTo(state)) {
        return;
      }
    }
    owners.add(new Owner(new WeakReference<>(state), index));
  }

  /** Tells those that still hold {@code value}; forgets the others. */
  public void changed(Object value) {
    owners.removeIf(owner -> !tell(owner, value));
  }

  private static boolean tell(Owner owner, Object value) {
    StateRecord state = owner.state().get();
    ManagedEntity entity = state == null ? null : state.get();
    if (state == null || entity == null || entity.$read(owner.index()) != value) {
      return false;
    }
    state.changedInside(entity, owner.index());
    return true;
  }
}
