package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one flush by the records of their objects: open addressing over the rows themselves, which
 * know their records, so that a row costs no entry beside it. Nothing is ever taken out.
 */
final class StateRows {
  private static final int SMALLEST = 16;

  private @Nullable FlushRow[] slots = new FlushRow[SMALLEST];
  private int used;

  /** Makes room for so many rows more. */
  void expect(int more) {
    long wanted = (used + (long) more) * 2;
    int room = slots.length;
    while (room < wanted) {
      room <<= 1;
    }
    if (room > slots.length) {
      rebuild(room);
    }
  }

  @Nullable FlushRow find(EntityState state) {
    return slots[slotOf(state)];
  }

  /** Adds the row of a record that has none. */
  void add(FlushRow row) {
    expect(1);
    slots[slotOf(row.state())] = row;
    used++;
  }

  /** Where the row of a record is, or else the free place where it belongs. */
  private int slotOf(EntityState state) {
    int mask = slots.length - 1;
    int slot = state.hashCode() & mask;
    for (FlushRow row = slots[slot]; row != null && row.state() != state; row = slots[slot]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rebuild(int room) {
    @Nullable FlushRow[] rows = slots;
    slots = new FlushRow[room];
    for (FlushRow row : rows) {
      if (row != null) {
        slots[slotOf(row.state())] = row;
      }
    }
  }
}
