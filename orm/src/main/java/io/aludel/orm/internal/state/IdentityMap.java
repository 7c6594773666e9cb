package io.aludel.orm.internal.state;

import io.aludel.orm.weave.ManagedEntity;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one session, one per row: a table per class hierarchy, so that a key needs no class in
 * it and a visit to the objects of one class sees no others. Holds objects weakly.
 */
public final class IdentityMap {
  private @Nullable IdentityTable[] tables = new IdentityTable[8];

  /** The record of the live object with this identity, or null. */
  public @Nullable EntityState find(EntityLayout layout, Object key) {
    IdentityTable table = table(layout);
    EntityState state = table == null ? null : table.find(key);
    return state == null || state.get() == null ? null : state;
  }

  /** Registers a record that has an identity. */
  public void put(EntityState state) {
    tableFor(state.layout()).put(state);
  }

  /** Takes a record out; does nothing if another object stands under its key. */
  public void remove(EntityState state) {
    IdentityTable table = table(state.layout());
    if (table != null) {
      table.remove(state);
    }
  }

  public boolean contains(EntityState state) {
    IdentityTable table = table(state.layout());
    return table != null && state.hasIdentity() && table.find(state.identityKey()) == state;
  }

  /** Visits every live object; the visitor must not register or remove any. */
  public void forEach(BiConsumer<EntityState, ManagedEntity> visitor) {
    for (IdentityTable table : tables) {
      if (table != null) {
        table.forEach(visitor);
      }
    }
  }

  /** Visits every live object of the hierarchy of {@code layout}. */
  public void forEach(EntityLayout layout, BiConsumer<EntityState, ManagedEntity> visitor) {
    IdentityTable table = table(layout);
    if (table != null) {
      table.forEach(visitor);
    }
  }

  /** The number of live objects; counts them. */
  public int size() {
    int size = 0;
    for (IdentityTable table : tables) {
      size += table == null ? 0 : table.size();
    }
    return size;
  }

  public void clear() {
    Arrays.fill(tables, null);
  }

  private @Nullable IdentityTable table(EntityLayout layout) {
    int number = layout.hierarchy();
    return number < tables.length ? tables[number] : null;
  }

  private IdentityTable tableFor(EntityLayout layout) {
    int number = layout.hierarchy();
    if (number >= tables.length) {
      tables = Arrays.copyOf(tables, Math.max(number + 1, tables.length * 2));
    }
    IdentityTable table = tables[number];
    if (table == null) {
      table = new IdentityTable();
      tables[number] = table;
    }
    return table;
  }
}
