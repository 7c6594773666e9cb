package io.aludel;

/**
 * Hears of every {@link Warning}. Declared as a service, found once; called by the thread at work.
 * Whoever wants warnings to be errors throws one here: it reaches the caller of what was going on.
 */
@FunctionalInterface
public interface WarningListener {
  /**
   * Called for each warning, before it is logged.
   *
   * @param warning the warning
   * @return true if it is dealt with, and not to be logged
   */
  boolean warned(Warning warning);
}
