package io.aludel.engine;

/** A plug-in that makes itself heard: a longer cache, and a listener that counts begun transactions. */
public final class Loud implements EnginePlugin {
  static final String BEGUN = "loud.begun";

  @Override
  public String name() {
    return "loud";
  }

  @Override
  public void configure(EngineBuilder builder) {
    builder.options(ExecutionOptions.NONE.loggingToken("loud"));
  }

  @Override
  public void created(Engine engine) {
    engine.events().onBegin(connection -> connection.info().merge(BEGUN, 1, (a, b) -> 2));
  }
}
