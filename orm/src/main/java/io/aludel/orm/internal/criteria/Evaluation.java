package io.aludel.orm.internal.criteria;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;
import org.jspecify.annotations.Nullable;

/** An expression of SQL that can be worked out on an object in memory. */
@FunctionalInterface
interface Evaluation {
  /**
   * The answer when memory cannot tell: the attribute is not loaded, or databases differ on it, as they
   * do on upper and lower case.
   */
  Object UNSURE = new Object();

  /** The value, null for SQL NULL, or {@link #UNSURE}. Never loads. */
  @Nullable Object of(EntityState state, ManagedEntity entity);
}
