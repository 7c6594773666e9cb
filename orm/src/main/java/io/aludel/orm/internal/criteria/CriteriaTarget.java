package io.aludel.orm.internal.criteria;

import io.aludel.orm.internal.loading.LoadTarget;
import io.aludel.orm.internal.state.EntityState;

/** What statements by criteria need of the session they run in. */
public interface CriteriaTarget extends LoadTarget {
  /** Notes that the row of an object was written to. */
  void updated(EntityState state);

  /** Notes that the row of an object was deleted. */
  void deleted(EntityState state);
}
