package io.aludel.orm.internal.state;

import io.aludel.orm.weave.ManagedEntity;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One session's objects of one class hierarchy by identity key: open addressing over the state records
 * themselves, which hold their objects weakly. Records of collected objects stay until the table would
 * have to grow, and are swept out then; so a table never costs more than twice its live peak, and the
 * garbage collector has no queue to feed.
 */
final class IdentityTable {
  private static final int SMALLEST = 16;

  /** How much room a rebuilt table has for each live record. */
  private static final long GROWTH = 2;

  private @Nullable EntityState[] slots = new EntityState[SMALLEST];
  private int used;

  /** The record registered under {@code key}; its object may have been collected. */
  @Nullable EntityState find(Object key) {
    int mask = slots.length - 1;
    for (int slot = spread(key) & mask; ; slot = (slot + 1) & mask) {
      EntityState state = slots[slot];
      if (state == null || state.identityKey().equals(key)) {
        return state;
      }
    }
  }

  /** Registers {@code state} under its key, in place of any record that had the same key. */
  void put(EntityState state) {
    if ((used + 1) * 3L > slots.length * 2L) {
      rebuild();
    }
    int mask = slots.length - 1;
    Object key = state.identityKey();
    int slot = spread(key) & mask;
    while (true) {
      EntityState present = slots[slot];
      if (present == null) {
        slots[slot] = state;
        used++;
        return;
      }
      if (present.identityKey().equals(key)) {
        slots[slot] = state;
        return;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Takes {@code state} out if it, and not another record of its key, is registered. */
  void remove(EntityState state) {
    int mask = slots.length - 1;
    int slot = spread(state.identityKey()) & mask;
    while (slots[slot] != state) {
      if (slots[slot] == null) {
        return;
      }
      slot = (slot + 1) & mask;
    }
    used--;
    closeGap(slot, mask);
  }

  /** Visits every live object, sweeping out the records of collected ones. */
  void forEach(BiConsumer<EntityState, ManagedEntity> visitor) {
    @Nullable EntityState[] visited = slots;
    int dead = 0;
    for (EntityState state : visited) {
      if (state == null) {
        continue;
      }
      ManagedEntity entity = state.get();
      if (entity == null) {
        dead++;
      } else {
        visitor.accept(state, entity);
      }
    }
    if (dead > SMALLEST && visited == slots) {
      rebuild();
    }
  }

  int size() {
    int live = 0;
    for (EntityState state : slots) {
      if (state != null && state.get() != null) {
        live++;
      }
    }
    return live;
  }

  private void rebuild() {
    @Nullable EntityState[] old = slots;
    int live = 0;
    for (int slot = 0; slot < old.length; slot++) {
      EntityState state = old[slot];
      if (state != null && state.get() == null) {
        old[slot] = null;
      } else if (state != null) {
        live++;
      }
    }
    int wanted = SMALLEST;
    for (long room = (live + 1) * GROWTH; wanted < room; ) {
      wanted <<= 1;
    }
    slots = new EntityState[wanted];
    used = live;
    refill(old, wanted - 1);
  }

  private void refill(@Nullable EntityState[] old, int mask) {
    for (EntityState state : old) {
      if (state != null) {
        int slot = spread(state.identityKey()) & mask;
        while (slots[slot] != null) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = state;
      }
    }
  }

  /** Moves later records of the same probe sequence back, so that no search ends too early. */
  private void closeGap(int gap, int mask) {
    int free = gap;
    slots[free] = null;
    for (int slot = (free + 1) & mask; slots[slot] != null; slot = (slot + 1) & mask) {
      EntityState state = slots[slot];
      int home = spread(state.identityKey()) & mask;
      if (((slot - home) & mask) >= ((slot - free) & mask)) {
        slots[free] = state;
        slots[slot] = null;
        free = slot;
      }
    }
  }

  private static int spread(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
