package io.aludel.orm;

import java.util.List;

/**
 * What a session loaded again and again, one object at a time, where one statement could have loaded it
 * for all. Told to the listener of {@link SessionOption#reportRepeatedLoads} when the session is closed or
 * reset.
 *
 * @param attribute the attribute, such as {@code User.posts}
 * @param times how often it was loaded by a statement of its own
 * @param lines the lines of the application that read it, the most frequent first
 * @param cure the option that would have loaded it along, such as {@code selectinLoad(User_.posts)}
 */
public record RepeatedLoad(String attribute, int times, List<String> lines, String cure) {
  /** Takes a copy of the lines. */
  public RepeatedLoad {
    lines = List.copyOf(lines);
  }

  /** The report as a sentence for people. */
  @Override
  public String toString() {
    return attribute + " was loaded " + times + " times by a statement of its own, at "
        + String.join(", ", lines) + ". Load it along: " + cure + ".";
  }
}
