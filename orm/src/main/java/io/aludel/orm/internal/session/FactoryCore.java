package io.aludel.orm.internal.session;

import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Engine;
import io.aludel.orm.internal.flush.FlushModel;
import io.aludel.orm.mapping.Registry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What all sessions of a factory share: the engine, the layouts, and whatever is compiled once. */
public final class FactoryCore {
  private final @Nullable Engine engine;
  private final @Nullable EngineWork work;
  private final Map<Engine, EngineWork> others = new ConcurrentHashMap<>();
  private final SessionListeners listeners = new SessionListeners();
  private final OpenSessions sessions = new OpenSessions();
  private final EntityLayouts layouts;
  private final CompileOptions options;
  private final FlushModel flush;

  /** For null, an engine has to be bound for everything. */
  public FactoryCore(@Nullable Engine engine, @Nullable Registry registry) {
    this.engine = engine;
    this.layouts = new EntityLayouts(registry);
    this.options = CompileOptions.of(layouts);
    this.flush = new FlushModel(options);
    this.work = engine == null ? null : new EngineWork(engine, options, layouts);
  }

  /** Who hears of what its sessions do. */
  public SessionListeners listeners() {
    return listeners;
  }

  /** The engine for all that is not bound elsewhere, or null. */
  public @Nullable Engine engine() {
    return engine;
  }

  /** What runs on the engine of this factory, or null if it has none. */
  @Nullable EngineWork work() {
    return work;
  }

  /** What runs on an engine. */
  EngineWork work(Engine on) {
    EngineWork own = work;
    return own != null && own.engine() == on
        ? own
        : others.computeIfAbsent(on, each -> new EngineWork(each, options, layouts));
  }

  OpenSessions sessions() {
    return sessions;
  }

  /** Closes every session that is open; those that cannot be closed now are told of at the end. */
  public void closeAll() {
    RuntimeException first = null;
    for (SessionCore session : sessions.list()) {
      try {
        session.doing(Operation.CLOSE, session::close);
      } catch (RuntimeException failure) {
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  public EntityLayouts layouts() {
    return layouts;
  }

  /** What references in statements look up. */
  CompileOptions options() {
    return options;
  }

  FlushModel flush() {
    return flush;
  }
}
