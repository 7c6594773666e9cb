package io.aludel.orm.internal.flush;

import io.aludel.orm.mapping.EntityEvents;
import io.aludel.orm.mapping.EntityEvents.Moment;
import io.aludel.orm.mapping.Mapper;
import java.util.List;

/** Calls the listeners of entities for the rows of a step. */
final class RowHooks {
  private final FlushTarget target;

  RowHooks(FlushTarget target) {
    this.target = target;
  }

  void tell(Moment moment, List<FlushRow> rows) {
    for (FlushRow row : rows) {
      tell(moment, row);
    }
  }

  void tell(Moment moment, FlushRow row) {
    EntityEvents<?> events = row.model().events();
    if (events.isHeard(moment)) {
      tell(events, moment, row);
    }
  }

  @SuppressWarnings("unchecked") // the events are those of the row's mapper
  private <E> void tell(EntityEvents<E> events, Moment moment, FlushRow row) {
    Mapper<? extends E> mapper = (Mapper<? extends E>) row.model().layout().mapper();
    events.tell(moment, mapper, target.connection(), (E) row.entity());
  }
}
