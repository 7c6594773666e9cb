package io.aludel.testing.spi;

import io.aludel.engine.Engine;
import java.util.List;

/**
 * Something that must hold after every test though no test asks for it, such as that each session ended
 * with nothing to flush. Found by {@link java.util.ServiceLoader}.
 */
public interface HiddenCheck {
  /**
   * Begins to watch the engine of one test.
   *
   * @param engine an engine that has not been used yet
   * @return what is asked when the test has passed
   */
  Watch watch(Engine engine);

  /** The check of one test. */
  @FunctionalInterface
  interface Watch {
    /**
     * What does not hold. Asked once, after a test that passed, before its engine is closed.
     *
     * @return a sentence for each violation, naming the thing; empty when all is well
     */
    List<String> violations();
  }
}
