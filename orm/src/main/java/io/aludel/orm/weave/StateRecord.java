package io.aludel.orm.weave;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The bookkeeping of one managed object, as woven code sees it: two calls, both off the fast path. It
 * is also the weak reference through which an identity map holds the object, so that a clean loaded
 * object costs one bookkeeping object and not three.
 */
public abstract class StateRecord extends WeakReference<ManagedEntity> {
  /**
   * Creates the record of {@code entity}.
   *
   * @param entity the managed object
   * @param queue told when the object was collected, or null
   */
  protected StateRecord(
      ManagedEntity entity, @Nullable ReferenceQueue<? super ManagedEntity> queue) {
    super(entity, queue);
  }

  /**
   * Called before an attribute whose bit is set in {@code $unloaded} is read. Loads it if this object
   * is stored and the attribute is really unloaded (from index 63 on the bit is only a filter); otherwise does nothing.
   *
   * @param entity the object itself
   * @param index the attribute's index
   */
  public abstract void load(ManagedEntity entity, int index);

  /**
   * Called before an attribute whose bit is set in {@code $watched} is written.
   *
   * @param entity the object itself
   * @param index the attribute's index
   * @param value the value about to be stored
   * @return the value to store instead, usually the same
   */
  public abstract @Nullable Object change(ManagedEntity entity, int index, @Nullable Object value);

  /**
   * Called by a value that changed inside.
   *
   * @param entity the object itself
   * @param index the index of the attribute that holds the value
   */
  public void changedInside(ManagedEntity entity, int index) {}
}
