package io.aludel.orm.internal.state;

import io.aludel.orm.weave.ManagedEntity;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One session's objects of one class hierarchy by identity key: open addressing over the state records
 * themselves, which hold their objects weakly. Records of collected objects stay until the table would
 * have to grow, and are swept out then; so a table never costs more than twice its live peak, and the
 * garbage collector has no queue to feed.
 *
 * <p>Neighbouring keys, which generated ones are, stay neighbours in the table: they do not collide, and
 * rows read in key order meet it in memory order. Keys that pile up instead, as multiples of a large
 * power of two do, are noticed by a long walk; from then on the table scatters all keys.
 */
final class IdentityTable {
  private static final int SMALLEST = 16;

  /** How much room a rebuilt table has for each live record. */
  private static final long GROWTH = 2;

  /** No walk is longer than this unless keys pile up. */
  private static final int LONGEST_WALK = 32;

  private @Nullable EntityState[] slots = new EntityState[SMALLEST];
  private int used;
  private boolean scattered;

  /** The record registered under {@code key}; its object may have been collected. */
  @Nullable EntityState find(Object key) {
    int slot = slotOf(key); // first, because it may replace the slots
    return slots[slot];
  }

  /** Registers {@code state} under its key, in place of any record that had the same key. */
  void put(EntityState state) {
    if ((used + 1) * 3L > slots.length * 2L) {
      rebuild();
    }
    int slot = slotOf(state.identityKey());
    if (slots[slot] == null) {
      used++;
    }
    slots[slot] = state;
  }

  /** Where the record of {@code key} is, or else the free place where it belongs. */
  private int slotOf(Object key) {
    int mask = slots.length - 1;
    int slot = home(key) & mask;
    for (int left = walkLimit(); left > 0; left--) {
      EntityState state = slots[slot];
      if (state == null || state.identityKey().equals(key)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    scattered = true;
    rebuild();
    return slotOf(key);
  }

  /** Takes {@code state} out if it, and not another record of its key, is registered. */
  void remove(EntityState state) {
    int mask = slots.length - 1;
    int slot = home(state.identityKey()) & mask;
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
    used = live;
    fill(old, wanted);
  }

  private void fill(@Nullable EntityState[] records, int room) {
    slots = new EntityState[room];
    for (EntityState state : records) {
      if (state != null && !settle(state)) {
        scattered = true;
        fill(records, room);
        return;
      }
    }
  }

  /** Puts a record whose key is not in the table into a free place; false if its keys pile up. */
  private boolean settle(EntityState state) {
    int mask = slots.length - 1;
    int slot = home(state.identityKey()) & mask;
    for (int left = walkLimit(); left > 0; left--) {
      if (slots[slot] == null) {
        slots[slot] = state;
        return true;
      }
      slot = (slot + 1) & mask;
    }
    return false;
  }

  /**
   * Moves later records of the same probe sequence back, so that no search ends too early. None that is
   * further from the gap than the longest walk can belong there: neighbouring keys form runs as long as
   * the table, and to go to the end of one for each removal would be quadratic.
   */
  private void closeGap(int gap, int mask) {
    int free = gap;
    int limit = walkLimit();
    slots[free] = null;
    for (int slot = (free + 1) & mask;
        slots[slot] != null && ((slot - free) & mask) < limit;
        slot = (slot + 1) & mask) {
      EntityState state = slots[slot];
      int home = home(state.identityKey()) & mask;
      if (((slot - home) & mask) >= ((slot - free) & mask)) {
        slots[free] = state;
        slots[slot] = null;
        free = slot;
      }
    }
  }

  private int walkLimit() {
    return scattered ? Integer.MAX_VALUE : LONGEST_WALK;
  }

  private int home(Object key) {
    int hash = key.hashCode();
    if (scattered) {
      hash *= 0x9E3779B9;
      return hash ^ (hash >>> 15);
    }
    return hash ^ (hash >>> 16);
  }
}
