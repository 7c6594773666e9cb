package io.aludel.orm;

import java.util.List;

/** Things that have to be written before each other. */
public final class CircularDependencyException extends FlushException {
  private static final long serialVersionUID = 1L;

  private final List<String> cycle;

  /**
   * Creates the exception.
   *
   * @param cycle the members of the circle, in order
   */
  public CircularDependencyException(List<String> cycle) {
    super(
        OrmError.CIRCULAR_DEPENDENCY,
        "Cannot order the statements of a flush: "
            + String.join(" before ", cycle)
            + " before "
            + cycle.get(0)
            + ". Write one of them in a flush of its own.");
    this.cycle = List.copyOf(cycle);
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
