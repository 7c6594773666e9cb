package io.aludel.orm.internal.criteria;

import io.aludel.orm.internal.loading.LoadTarget;
import io.aludel.orm.internal.session.Journal;
import io.aludel.orm.internal.session.ObjectMoves;

/** What statements by criteria need of the session they run in. */
public interface CriteriaTarget extends LoadTarget {
  /** Moves objects whose rows were deleted. */
  ObjectMoves moves();

  /** Notes what happens to objects in the open transaction. */
  Journal journal();
}
