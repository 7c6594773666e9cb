package io.aludel.orm.internal.flush;

import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.event.internal.Moment;
import java.util.List;
import java.util.Set;

/** Calls the listeners of entities for the rows of a step. */
final class RowHooks {
  private final FlushTarget target;

  RowHooks(FlushTarget target) {
    this.target = target;
  }

  void tell(Moment moment, List<FlushRow> rows) {
    EntityModel model = null;
    boolean heard = false;
    for (FlushRow row : rows) {
      if (row.model() != model) {
        model = row.model();
        heard = model.listeners().isHeard(moment);
      }
      if (heard) {
        tell(model.listeners(), moment, row);
      }
    }
  }

  void tell(Moment moment, FlushRow row) {
    Listeners<?> listeners = row.model().listeners();
    if (listeners.isHeard(moment)) {
      tell(listeners, moment, row);
    }
  }

  /** Tells of values that objects got from the flush. */
  void tellFilled(List<FlushRow> rows) {
    for (FlushRow row : rows) {
      Listeners<?> listeners = row.model().listeners();
      if (listeners.refreshesByFlush().isHeard()) {
        tellFilled(listeners, row);
      }
    }
  }

  @SuppressWarnings("unchecked") // the listeners are those of the object's class
  private static <E> void tellFilled(Listeners<E> listeners, FlushRow row) {
    Set<String> names = row.takeFilled();
    if (!names.isEmpty()) {
      listeners.refreshesByFlush().tell((E) row.entity(), names);
    }
  }

  @SuppressWarnings("unchecked") // the listeners are those of the object's class
  private <E> void tell(Listeners<E> listeners, Moment moment, FlushRow row) {
    listeners.tell(moment, row.model().layout().mapper(), target.connection(), (E) row.entity());
  }
}
