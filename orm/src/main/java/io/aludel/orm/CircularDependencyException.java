package io.aludel.orm;

import java.util.List;

/** Rows that have to be written before each other. */
public final class CircularDependencyException extends FlushException {
  private static final long serialVersionUID = 1L;

  private final List<String> cycle;

  private CircularDependencyException(List<String> cycle, String cure) {
    super(
        OrmError.CIRCULAR_DEPENDENCY,
        "Cannot order the statements of a flush: "
            + String.join(" before ", cycle)
            + " before "
            + cycle.get(0)
            + ". "
            + cure);
    this.cycle = List.copyOf(cycle);
  }

  /**
   * A circle of rows that refer to each other.
   *
   * @param cycle what has to come before the next one, with the reason, the last before the first
   * @param relationships the relationships of the circle
   * @return the exception
   */
  public static CircularDependencyException ofRelationships(
      List<String> cycle, List<String> relationships) {
    return new CircularDependencyException(
        cycle,
        relationships.isEmpty()
            ? "Write one of them in a flush of its own."
            : "Set postUpdate on "
                + String.join(" or ", relationships)
                + ", so that its foreign key is written by an UPDATE of its own, or write one of the"
                + " rows in a flush of its own.");
  }

  /**
   * A circle of rows that take unique values from each other, none of which can be NULL for a moment.
   *
   * @param cycle what has to come before the next one, with the reason, the last before the first
   * @param keys the unique keys
   * @return the exception
   */
  public static CircularDependencyException ofUniqueValues(List<String> cycle, List<String> keys) {
    return new CircularDependencyException(
        cycle,
        "Each needs a unique value that another still holds, and "
            + String.join(", ", keys)
            + " cannot be NULL for a moment. Give one of them another value in a flush of its own"
            + " first.");
  }

  /**
   * The members of the circle.
   *
   * @return what has to come before the next one, the last before the first
   */
  public List<String> cycle() {
    return cycle;
  }
}
