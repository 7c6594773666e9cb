package io.aludel.orm.internal.session;

import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Engine;
import io.aludel.orm.internal.criteria.CriteriaRunner;
import io.aludel.orm.internal.loading.SelectLoader;

/** What sessions of a factory run on one engine, with all that was compiled for it. */
final class EngineWork {
  private final Engine engine;
  private final SelectLoader selects;
  private final CriteriaRunner criteria;

  EngineWork(Engine engine, CompileOptions options, EntityLayouts layouts) {
    this.engine = engine;
    this.selects = new SelectLoader(engine, options, layouts::of);
    this.criteria = new CriteriaRunner(engine, options, layouts::of);
  }

  Engine engine() {
    return engine;
  }

  SelectLoader selects() {
    return selects;
  }

  CriteriaRunner criteria() {
    return criteria;
  }
}
