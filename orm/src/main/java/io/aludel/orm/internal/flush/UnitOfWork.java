package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.state.EntityState;
import java.util.BitSet;
import java.util.List;

/**
 * One flush, in five phases: collect what is new, changed or marked; spread to the rows related to
 * these; plan the order of steps; emit their statements; settle the states of the objects. No state of an
 * object changes before the last phase, so that a failure leaves only generated and copied values behind.
 */
public final class UnitOfWork {
  private final FlushTarget target;
  private final FlushModel model;
  private final Rows rows;
  private List<FlushStep> steps = List.of();

  /**
   * Creates a flush.
   *
   * @param target the session
   * @param model what its factory knows of mappers
   */
  public UnitOfWork(FlushTarget target, FlushModel model) {
    this.target = target;
    this.model = model;
    this.rows = new Rows(target, model);
  }

  /** Finds out what is to be done, and in which order; may load collections, and changes nothing. */
  public void prepare() {
    rows.collect();
    rows.spread();
    steps = FlushPlanner.plan(rows);
  }

  /** The steps of the plan, one a line. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append(i + 1).append(". ").append(steps.get(i)).append('\n');
    }
    return text.toString();
  }

  /** Sends the statements. */
  public void emit() {
    Emitter emitter = new Emitter(rows, model);
    steps.forEach(emitter::emit);
  }

  /** Moves the objects to the states they are in now. */
  public void settle() {
    for (FlushRow row : rows.all()) {
      switch (row.intent()) {
        case INSERT -> settleNew(row);
        case UPDATE -> settleUpdated(row);
        case FOLLOW -> settleFollowing(row);
        case DELETE, GIVE_UP -> target.deleted(row.state());
      }
    }
    rows.all().forEach(SaveStep::readBack);
  }

  private void settleNew(FlushRow row) {
    EntityState state = row.state();
    state.allLoaded(row.entity());
    target.inserted(state, keyOf(row));
    state.commitChanges(row.entity());
    markUnknown(row);
  }

  private static void markUnknown(FlushRow row) {
    for (int computed : row.model().layout().droppedByFlush()) {
      row.state().markUnloaded(row.entity(), computed);
    }
    BitSet unknown = row.unknown();
    if (unknown != null) {
      unknown.stream().forEach(index -> row.state().markUnloaded(row.entity(), index));
    }
  }

  private void settleUpdated(FlushRow row) {
    if (row.replaced() != null) {
      markMade(row);
      settleNew(row);
    } else {
      target.updated(row.state(), keyOf(row));
      if (row.state().isMarked()) {
        target.kept(row.state());
      }
      row.state().commitChanges(row.entity());
      markUnknown(row);
    }
  }

  /** What the database makes stays unknown to an object that took over a row and did not say. */
  private static void markMade(FlushRow row) {
    BitSet made = new BitSet();
    for (TableModel table : row.model().tables()) {
      for (int index : table.columns()) {
        if (row.value(index) == null && table.isMadeByDatabase(index)) {
          made.set(index);
        }
      }
    }
    row.unknown(made);
  }

  private void settleFollowing(FlushRow row) {
    row.pull();
    target.updated(row.state(), keyOf(row));
    row.state().commitChanges(row.entity());
  }

  /** The identity key that the present values of an object make. */
  private static Object keyOf(FlushRow row) {
    if (keepsKey(row)) {
      return row.state().identityKey();
    }
    Object key = row.presentKey();
    if (key == null) {
      throw new FlushException(
          OrmError.INCOMPLETE_KEY,
          "Cannot keep "
              + row
              + " in the session: after its INSERT the key "
              + row.model().layout().mapper().primaryKey()
              + " is still null. The database did not give the generated key back.");
    }
    return key;
  }

  private static boolean keepsKey(FlushRow row) {
    if (row.isNew()) {
      return false;
    }
    for (int index : row.model().layout().key()) {
      if (row.state().isRecorded(index)) {
        return false;
      }
    }
    return true;
  }
}
