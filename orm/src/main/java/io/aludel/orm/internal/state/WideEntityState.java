package io.aludel.orm.internal.state;

import io.aludel.orm.weave.ManagedEntity;
import java.util.BitSet;

/**
 * The record of an object with more than 64 attributes. Bits of the object's masks are shared there, so
 * they only say that something may be unloaded; what is, stands here.
 */
final class WideEntityState extends EntityState {
  private final BitSet unloaded = new BitSet();

  WideEntityState(ManagedEntity entity, EntityLayout layout) {
    super(entity, layout);
    for (int index = 0; index < layout.size(); index++) {
      unloaded.set(index, (entity.$unloaded() & EntityLayout.bit(index)) != 0);
    }
  }

  /** A value that was written since is there, whatever was noted before. */
  @Override
  public boolean isUnloaded(ManagedEntity entity, int index) {
    return unloaded.get(index) && super.isUnloaded(entity, index);
  }

  @Override
  public boolean hasUnloadedColumns(ManagedEntity entity) {
    for (int index = unloaded.nextSetBit(0); index >= 0; index = unloaded.nextSetBit(index + 1)) {
      if (layout().column(index) != null && isUnloaded(entity, index)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void markLoaded(ManagedEntity entity, int index) {
    unloaded.clear(index);
    if (!sharerUnloaded(index)) {
      super.markLoaded(entity, index);
    }
  }

  @Override
  public void markUnloaded(ManagedEntity entity, int index) {
    unloaded.set(index);
    super.markUnloaded(entity, index);
  }

  @Override
  public void allLoaded(ManagedEntity entity) {
    unloaded.clear();
    super.allLoaded(entity);
  }

  @Override
  void allUnloaded(ManagedEntity entity) {
    super.allUnloaded(entity);
    for (int index : layout().columns()) {
      unloaded.set(index);
    }
  }

  /** The write clears a shared bit: whatever else is unloaded under it must be loaded first. */
  @Override
  void beforeWrite(ManagedEntity entity, int index) {
    for (int other = index & 63; other < layout().size(); other += 64) {
      if (other != index && isUnloaded(entity, other)) {
        load(entity, other);
      }
    }
    unloaded.clear(index);
  }

  /** A watched bit stays while any attribute under it has not been written. */
  @Override
  void unwatch(ManagedEntity entity, int index) {
    for (int other = index & 63; other < layout().size(); other += 64) {
      if (!isRecorded(other)) {
        return;
      }
    }
    super.unwatch(entity, index);
  }

  private boolean sharerUnloaded(int index) {
    for (int other = index & 63; other < layout().size(); other += 64) {
      if (other != index && unloaded.get(other)) {
        return true;
      }
    }
    return false;
  }
}
