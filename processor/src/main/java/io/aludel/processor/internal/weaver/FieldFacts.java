package io.aludel.processor.internal.weaver;

/**
 * What the weaver needs to know of an instance field.
 *
 * @param name its name
 * @param persistence what it is to the mapping
 */
public record FieldFacts(String name, Persistence persistence) {
  /** What a field is to the mapping. */
  public enum Persistence {
    /** Left out of it. */
    NONE,
    /** A value with a column. */
    VALUE,
    /** A reference to one entity. */
    REFERENCE,
    /** A collection of entities. */
    COLLECTION
  }

  /**
   * Whether reads and writes of the field go through accessors.
   *
   * @return true unless it is left out of the mapping
   */
  public boolean isPersistent() {
    return persistence != Persistence.NONE;
  }
}
