package io.aludel.orm.weave;

import org.jspecify.annotations.Nullable;

/**
 * What weaving makes of an entity class: access to its bookkeeping, and to its attributes by index
 * without reflection. No method here loads, records or checks anything. Not safe for use by several
 * threads at once, like the entity itself.
 */
public interface ManagedEntity {
  /**
   * The bookkeeping of this object.
   *
   * @return the record, or null while nothing has needed one
   */
  @Nullable StateRecord $state();

  /**
   * Attaches the bookkeeping.
   *
   * @param state the record, or null to forget it
   */
  void $state(@Nullable StateRecord state);

  /**
   * The attributes without a value, bit {@link Weave#bit} each.
   *
   * @return the mask; all ones on a new object
   */
  long $unloaded();

  /**
   * Replaces the mask of attributes without a value.
   *
   * @param mask the new mask
   */
  void $unloaded(long mask);

  /**
   * The attributes whose next write must be reported first, bit {@link Weave#bit} each.
   *
   * @return the mask
   */
  long $watched();

  /**
   * Replaces the mask of watched attributes.
   *
   * @param mask the new mask
   */
  void $watched(long mask);

  /**
   * Copies the raw value of every attribute into {@code values}, each at its index.
   *
   * @param values an array at least as long as the shape has attributes
   */
  void $readAll(@Nullable Object[] values);

  /**
   * Stores every attribute from {@code values}, each from its index; null becomes the default of a
   * primitive field. Masks stay as they are.
   *
   * @param values an array at least as long as the shape has attributes
   */
  void $writeAll(@Nullable Object[] values);

  /**
   * The raw value of one attribute.
   *
   * @param index the attribute's index in the shape
   * @return its value, boxed for a primitive
   */
  @Nullable Object $read(int index);

  /**
   * Stores one attribute; null becomes the default of a primitive field. Masks stay as they are.
   *
   * @param index the attribute's index in the shape
   * @param value the value
   */
  void $write(int index, @Nullable Object value);
}
