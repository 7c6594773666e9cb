package io.aludel.orm.internal.state;

import io.aludel.orm.weave.ManagedEntity;
import java.util.BitSet;

/**
 * The record of an object with so many attributes that the last ones share a bit of its masks. Woven code
 * leaves that bit alone: it only says that something may be unloaded; what is, stands here.
 */
final class WideEntityState extends EntityState {
  private final BitSet unloaded = new BitSet();

  /** On a new object nobody knows which of them were set: those that hold anything count as set. */
  WideEntityState(ManagedEntity entity, EntityLayout layout) {
    super(entity, layout);
    for (int index = EntityLayout.WIDE; index < layout.size(); index++) {
      unloaded.set(
          index,
          layout.isHidden(index) || layout.isCollection(index) || entity.$read(index) == null);
    }
  }

  @Override
  public boolean isUnloaded(ManagedEntity entity, int index) {
    return index < EntityLayout.WIDE ? super.isUnloaded(entity, index) : unloaded.get(index);
  }

  @Override
  public boolean hasUnloadedColumns(ManagedEntity entity) {
    long own = layout().columnMask() & ~EntityLayout.bit(EntityLayout.WIDE);
    if ((entity.$unloaded() & own) != 0) {
      return true;
    }
    for (int index = unloaded.nextSetBit(0); index >= 0; index = unloaded.nextSetBit(index + 1)) {
      if (layout().column(index) != null) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void markLoaded(ManagedEntity entity, int index) {
    if (index < EntityLayout.WIDE) {
      super.markLoaded(entity, index);
      return;
    }
    unloaded.clear(index);
    if (unloaded.isEmpty()) {
      super.markLoaded(entity, index);
    }
  }

  @Override
  public void markUnloaded(ManagedEntity entity, int index) {
    super.markUnloaded(entity, index);
    if (index >= EntityLayout.WIDE) {
      unloaded.set(index);
    }
  }

  @Override
  void filled(ManagedEntity entity) {
    allLoaded(entity);
  }

  @Override
  public void allLoaded(ManagedEntity entity) {
    super.allLoaded(entity);
    boolean someUnloaded = false;
    for (int index = EntityLayout.WIDE; index < layout().size(); index++) {
      if (layout().relationship(index) == null && layout().derived(index) == null) {
        unloaded.clear(index);
      }
      someUnloaded |= unloaded.get(index);
    }
    long shared = EntityLayout.bit(EntityLayout.WIDE);
    entity.$unloaded(someUnloaded ? entity.$unloaded() | shared : entity.$unloaded() & ~shared);
  }

  @Override
  void allUnloaded(ManagedEntity entity) {
    super.allUnloaded(entity);
    for (int index = EntityLayout.WIDE; index < layout().size(); index++) {
      if (layout().property(index) != null) {
        unloaded.set(index);
      }
    }
  }

  /** The write itself cannot clear the shared bit. */
  @Override
  void beforeWrite(ManagedEntity entity, int index) {
    markLoaded(entity, index);
  }

  /** The shared bit stays watched while any attribute under it has not been written. */
  @Override
  void unwatch(ManagedEntity entity, int index) {
    if (index >= EntityLayout.WIDE) {
      for (int other = EntityLayout.WIDE; other < layout().size(); other++) {
        if (!isRecorded(other)) {
          return;
        }
      }
    }
    super.unwatch(entity, index);
  }
}
