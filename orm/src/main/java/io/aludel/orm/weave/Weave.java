package io.aludel.orm.weave;

import org.jspecify.annotations.Nullable;

/** The two doors from woven accessors into the run time, and the version of the contract. */
public final class Weave {
  /** The version of the contract. Raised whenever woven classes and run time could disagree. */
  public static final int VERSION = 1;

  private Weave() {}

  /**
   * Called by a woven read whose bit is set in {@code $unloaded}.
   *
   * @param entity the object being read
   * @param index the attribute's index
   */
  public static void load(ManagedEntity entity, int index) {
    StateRecord state = entity.$state();
    if (state != null) {
      state.load(entity, index);
    }
  }

  /**
   * Called by a woven write whose bit is set in {@code $watched}.
   *
   * @param entity the object being written
   * @param index the attribute's index
   * @param value the value about to be stored, boxed for a primitive
   * @return the value to store
   */
  public static @Nullable Object change(ManagedEntity entity, int index, @Nullable Object value) {
    StateRecord state = entity.$state();
    return state == null ? value : state.change(entity, index, value);
  }

  /**
   * Marks the constructor that makes an instance without running user code. Its only value is null.
   */
  public static final class New {
    private New() {}
  }
}
