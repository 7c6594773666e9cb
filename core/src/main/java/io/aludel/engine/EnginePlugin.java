package io.aludel.engine;

/**
 * Something that has a say in how engines are made, such as one that adds listeners to each (parity row
 * ORM-ENG-04). Declared as a service of this interface, and asked for by its name: with {@link
 * EngineBuilder#plugin}, or in the URL as the parameter {@code plugin}. Must be safe to share.
 */
public interface EnginePlugin {
  /**
   * The name it is asked for by.
   *
   * @return the name
   */
  String name();

  /**
   * Changes how an engine is made.
   *
   * @param builder what the application said so far
   */
  default void configure(EngineBuilder builder) {}

  /**
   * Hears of an engine that was made.
   *
   * @param engine the engine, which has opened nothing yet
   */
  default void created(Engine engine) {}
}
