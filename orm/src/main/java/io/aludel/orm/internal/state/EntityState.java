package io.aludel.orm.internal.state;

import io.aludel.orm.DetachedInstanceException;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.StateRecord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bookkeeping of one object: its identity, its session, and while it is new, changed or marked for
 * deletion, a strong reference to it and the committed values of what changed. A clean object's record
 * is this one small object, which is also the weak reference of the identity map.
 *
 * <p>Which of the five states an object is in follows from three facts: whether it has an identity,
 * whether it has a session, and whether its DELETE was flushed.
 */
public class EntityState extends StateRecord {
  /** Stands for a committed value that was never loaded. */
  public static final Object UNKNOWN = new Object();

  /** In a committed array: the attribute has no change. */
  private static final @Nullable Object UNCHANGED = new Object();

  private static final int CHANGED = 1;
  private static final int LISTED = 1 << 1;
  private static final int DELETED = 1 << 2;
  private static final int WAS_DELETED = 1 << 3;
  private static final int EXPIRED = 1 << 4;
  private static final int MARKED = 1 << 5;

  private EntityLayout layout;
  private @Nullable Object key;
  private @Nullable Attachment attachment;
  private @Nullable Held held;
  private int flags;

  /** The strong side of a record, while there is something that must not be lost. */
  private static final class Held {
    @SuppressWarnings("UnusedVariable") // what matters is that it is reachable
    final ManagedEntity entity;

    @Nullable Object @Nullable [] committed;

    Held(ManagedEntity entity) {
      this.entity = entity;
    }
  }

  EntityState(ManagedEntity entity, EntityLayout layout) {
    super(entity, null);
    this.layout = layout;
  }

  /** Makes the record of {@code entity} and attaches it. */
  public static EntityState of(ManagedEntity entity, EntityLayout layout) {
    EntityState state =
        layout.isWide() ? new WideEntityState(entity, layout) : new EntityState(entity, layout);
    entity.$state(state);
    return state;
  }

  /** Makes the record of an object that was just filled from a row. */
  public static EntityState loaded(
      ManagedEntity entity, EntityLayout layout, Object key, Attachment attachment) {
    EntityState state = of(entity, layout);
    state.key = key;
    state.attachment = attachment;
    state.allLoaded(entity);
    return state;
  }

  // Identity and session

  public EntityLayout layout() {
    return layout;
  }

  public boolean hasIdentity() {
    return key != null;
  }

  /** The identity key of a record that has one. */
  public Object identityKey() {
    Object present = key;
    if (present == null) {
      throw new IllegalStateException("no identity: " + this);
    }
    return present;
  }

  /** Gives, changes or takes the identity. The identity map must not hold the record meanwhile. */
  public void identity(@Nullable Object newKey) {
    key = newKey;
  }

  public @Nullable StateOwner owner() {
    return attachment == null ? null : attachment.owner();
  }

  /** Ties the object to a session, whose layout of the mapper is from now on its own. */
  public void attach(Attachment to, EntityLayout itsLayout) {
    attachment = to;
    layout = itsLayout;
  }

  /** Leaves the session, keeping identity and changes; does nothing if it belongs elsewhere by now. */
  public void detachFrom(Attachment from) {
    if (attachment == from) {
      attachment = null;
      set(DELETED, false);
      release();
    }
  }

  /** Becomes an object without row and session again, keeping its values. */
  public void becomeTransient() {
    key = null;
    attachment = null;
    held = null;
    flags &= LISTED;
  }

  public boolean isPending() {
    return key == null && owner() != null;
  }

  public boolean isPersistent() {
    return key != null && owner() != null && !isDeleted();
  }

  /** Whether the DELETE of this object was flushed and neither committed nor rolled back. */
  public boolean isDeleted() {
    return has(DELETED);
  }

  public boolean wasDeleted() {
    return has(WAS_DELETED);
  }

  public void deleted(boolean deleted) {
    set(DELETED, deleted);
    set(WAS_DELETED, deleted);
  }

  // The strong reference

  /** Keeps the object alive until {@link #release}. */
  public void hold(ManagedEntity entity) {
    if (held == null) {
      held = new Held(entity);
    }
  }

  /** Lets the object go, unless it has changes to keep or is marked for deletion. */
  private void release() {
    if (!has(CHANGED) && !has(MARKED)) {
      held = null;
    }
  }

  /** Marks the object for deletion, or takes the mark back. */
  public void mark(boolean forDeletion) {
    set(MARKED, forDeletion);
    release();
  }

  /** Whether the next flush is to delete the object. */
  public boolean isMarked() {
    return has(MARKED);
  }

  // Attributes without a value

  /** Whether attribute {@code index} has no value here. */
  public boolean isUnloaded(ManagedEntity entity, int index) {
    return (entity.$unloaded() & EntityLayout.bit(index)) != 0;
  }

  /** Whether any attribute with a column has no value here. */
  public boolean hasUnloadedColumns(ManagedEntity entity) {
    return (entity.$unloaded() & layout.columnMask()) != 0;
  }

  /** Notes that one attribute has a value now. */
  public void markLoaded(ManagedEntity entity, int index) {
    set(EXPIRED, false);
    entity.$unloaded(entity.$unloaded() & ~EntityLayout.bit(index));
  }

  /** Notes that one attribute has no value any more. */
  public void markUnloaded(ManagedEntity entity, int index) {
    entity.$unloaded(entity.$unloaded() | EntityLayout.bit(index));
  }

  /** Notes that all attributes with a column have their values, as after a full row. */
  public void allLoaded(ManagedEntity entity) {
    entity.$unloaded(0);
    entity.$watched(-1L);
    set(EXPIRED, false);
  }

  void allUnloaded(ManagedEntity entity) {
    entity.$unloaded(entity.$unloaded() | layout.columnMask());
  }

  /** Whether the object was expired as a whole and not read since. */
  public boolean isExpired() {
    return has(EXPIRED);
  }

  /** Drops loaded values and pending changes of all columns, to be read again when wanted. */
  public void expire(ManagedEntity entity) {
    forgetChanges(entity);
    allUnloaded(entity);
    set(EXPIRED, true);
  }

  /** Drops value and pending change of one attribute. */
  public void expire(ManagedEntity entity, int index) {
    if (held != null && held.committed != null) {
      held.committed[index] = UNCHANGED;
    }
    watch(entity, index);
    markUnloaded(entity, index);
  }

  // Changes

  @Override
  public final void load(ManagedEntity entity, int index) {
    if (key == null || layout.column(index) == null || !isUnloaded(entity, index)) {
      return;
    }
    StateOwner owner = owner();
    if (owner == null) {
      throw has(EXPIRED)
          ? DetachedInstanceException.expired(layout.describe(index), toString())
          : DetachedInstanceException.notLoaded(layout.describe(index), toString());
    }
    owner.load(this, entity, index);
  }

  @Override
  public final @Nullable Object change(ManagedEntity entity, int index, @Nullable Object value) {
    if (key == null || layout.column(index) == null) {
      return value;
    }
    if (isRecorded(index)) {
      return value;
    }
    register(entity);
    Object committed = lastStored(entity, index);
    beforeWrite(entity, index);
    record(entity, index, committed);
    return value;
  }

  /** A key attribute is known even when unloaded: the identity holds it. */
  private @Nullable Object lastStored(ManagedEntity entity, int index) {
    if (!isUnloaded(entity, index)) {
      return entity.$read(index);
    }
    return layout.isKey(index) ? layout.keyPart(identityKey(), index) : UNKNOWN;
  }

  /** Lets a subclass keep what the write about to happen would make it lose. */
  void beforeWrite(ManagedEntity entity, int index) {}

  /** Records {@code committed} as the last stored value of an attribute that is about to change. */
  public void record(ManagedEntity entity, int index, @Nullable Object committed) {
    hold(entity);
    @Nullable Object[] values = committed();
    values[index] = committed;
    unwatch(entity, index);
  }

  /** Puts the object among those the next flush visits, with or without a changed attribute. */
  public void register(ManagedEntity entity) {
    if (has(CHANGED)) {
      return;
    }
    StateOwner owner = owner();
    if (owner != null) {
      owner.changed(this);
    }
    hold(entity);
    set(CHANGED, true);
  }

  void unwatch(ManagedEntity entity, int index) {
    entity.$watched(entity.$watched() & ~EntityLayout.bit(index));
  }

  void watch(ManagedEntity entity, int index) {
    entity.$watched(entity.$watched() | EntityLayout.bit(index));
  }

  private @Nullable Object[] committed() {
    Held holder = held;
    if (holder == null) {
      throw new IllegalStateException("changes need a holder");
    }
    if (holder.committed == null) {
      holder.committed = new Object[layout.size()];
      Arrays.fill(holder.committed, UNCHANGED);
    }
    return holder.committed;
  }

  /** Whether anything was recorded since the object was last clean. */
  public boolean isChanged() {
    return has(CHANGED);
  }

  /** Whether attribute {@code index} was written since it was last clean. */
  public boolean isRecorded(int index) {
    return held != null && held.committed != null && held.committed[index] != UNCHANGED;
  }

  /** The last stored value of a recorded attribute; {@link #UNKNOWN} if it was never loaded. */
  public @Nullable Object committed(int index) {
    return committed()[index];
  }

  /**
   * Whether a recorded attribute differs from what the row holds, as far as known: an unknown committed
   * value always differs.
   */
  public boolean differs(ManagedEntity entity, int index) {
    Object committed = committed(index);
    return committed == UNKNOWN || !layout.sameValue(index, committed, entity.$read(index));
  }

  /** Whether any recorded attribute differs from what the row holds, as far as known. */
  public boolean hasDifferences(ManagedEntity entity) {
    for (int index : layout.columns()) {
      if (isRecorded(index) && differs(entity, index)) {
        return true;
      }
    }
    return false;
  }

  /** Makes the present values the committed ones and the object clean. */
  public void commitChanges(ManagedEntity entity) {
    forgetChanges(entity);
  }

  /** Makes the present value of one attribute the committed one. */
  public void commitChange(ManagedEntity entity, int index) {
    if (held != null && held.committed != null) {
      held.committed[index] = UNCHANGED;
    }
    watch(entity, index);
  }

  private void forgetChanges(ManagedEntity entity) {
    if (held != null) {
      held.committed = null;
    }
    set(CHANGED, false);
    release();
    entity.$watched(-1L);
  }

  // Membership in the session's list of changed objects

  /** Whether the session's list of changed objects has this record in it, current or not. */
  public boolean isListed() {
    return has(LISTED);
  }

  public void listed(boolean listed) {
    set(LISTED, listed);
  }

  private boolean has(int flag) {
    return (flags & flag) != 0;
  }

  private void set(int flag, boolean on) {
    flags = on ? flags | flag : flags & ~flag;
  }

  /** The object as messages write it: {@code User[id=7]}, or {@code User[new]} without an identity. */
  @Override
  public String toString() {
    return layout.mapper().entityName() + "[" + layout.describeKey(key) + "]";
  }
}
