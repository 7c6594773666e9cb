package io.aludel.orm.internal.session;

import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Engine;
import io.aludel.orm.internal.criteria.CriteriaRunner;
import io.aludel.orm.internal.flush.FlushModel;
import io.aludel.orm.internal.loading.SelectLoader;
import io.aludel.orm.mapping.Registry;
import org.jspecify.annotations.Nullable;

/** What all sessions of a factory share: the engine, the layouts, and whatever is compiled once. */
public final class FactoryCore {
  private final Engine engine;
  private final SessionListeners listeners = new SessionListeners();
  private final OpenSessions sessions = new OpenSessions();
  private final EntityLayouts layouts;
  private final CompileOptions options;
  private final SelectLoader selects;
  private final FlushModel flush;
  private final CriteriaRunner criteria;

  public FactoryCore(Engine engine, @Nullable Registry registry) {
    this.engine = engine;
    this.layouts = new EntityLayouts(registry);
    this.options = CompileOptions.of(layouts);
    this.selects = new SelectLoader(engine, options, layouts::of);
    this.flush = new FlushModel(engine, options);
    this.criteria = new CriteriaRunner(engine, options, layouts::of);
  }

  /** Who hears of what its sessions do. */
  public SessionListeners listeners() {
    return listeners;
  }

  public Engine engine() {
    return engine;
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

  SelectLoader selects() {
    return selects;
  }

  FlushModel flush() {
    return flush;
  }

  CriteriaRunner criteria() {
    return criteria;
  }
}
