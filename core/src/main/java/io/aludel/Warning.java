package io.aludel;

import org.jspecify.annotations.Nullable;

/**
 * Something that is odd, though no mistake for sure (parity row ORM-ERR-21).
 *
 * @param category what kind of oddness
 * @param area the part of Aludel that noticed, which is the name of the logger too
 * @param message what was found, and what to do
 * @param origin what was going on without being asked for, such as an autoflush, or null
 */
public record Warning(
    Category category,
    String area,
    String message,
    @Nullable String origin) {
  /** Kinds of oddness. */
  public enum Category {
    /** Probably not meant. */
    GENERAL,
    /** Works for now, and will be gone in a later version. */
    DEPRECATION,
    /** Works and will go on to work, but there is a better way. */
    LEGACY
  }

  /** Creates a warning. */
  public Warning {
    ArgumentException.requireNonNull(category, "the category of a warning");
    ArgumentException.requireText(area, "the area of a warning");
    ArgumentException.requireNonNull(message, "the message of a warning");
  }

  /**
   * The message, with what was going on.
   *
   * @return the text that is logged
   */
  @Override
  public String toString() {
    return origin == null ? message : message + " (Noticed during " + origin + ".)";
  }
}
