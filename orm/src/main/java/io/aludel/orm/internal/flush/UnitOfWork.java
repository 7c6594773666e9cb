package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.flush.MapperWork.Item;
import io.aludel.orm.internal.session.Journal;
import io.aludel.orm.internal.session.SessionContents;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One flush, in four phases: organise what is to be written by mapper; plan the order of the steps; emit
 * the statements of each step; finalise the states of the objects. Nothing of an object's state changes
 * before the last phase, so that a failure leaves only generated values behind.
 */
public final class UnitOfWork {
  private final FlushTarget target;
  private final Journal journal;
  private final FlushStatements statements;
  private final Map<EntityLayout, MapperWork> works = new LinkedHashMap<>();
  private final List<Item> cleaned = new ArrayList<>();
  private final Map<EntityState, EntityState> takenOver = new IdentityHashMap<>();

  /**
   * Creates a flush.
   *
   * @param target the session
   * @param journal notes what is done to objects
   * @param statements compiled statements
   */
  public UnitOfWork(FlushTarget target, Journal journal, FlushStatements statements) {
    this.target = target;
    this.journal = journal;
    this.statements = statements;
  }

  /** Flushes. */
  public void run() {
    organise();
    List<Runnable> settlements = new ArrayList<>();
    for (FlushAction action : FlushPlanner.plan(works.values())) {
      settlements.add(emit(action));
    }
    settlements.forEach(Runnable::run);
    for (Item item : cleaned) {
      item.state().commitChanges(item.entity());
    }
  }

  private void organise() {
    SessionContents contents = target.contents();
    for (EntityState state : contents.pending()) {
      organisePending(Item.of(state));
    }
    for (EntityState state : contents.dirty()) {
      work(state).updates().add(Item.of(state));
    }
    for (EntityState state : contents.marked()) {
      if (!takenOver.containsKey(state)) {
        work(state).deletes().add(Item.of(state));
      }
    }
    works.values().forEach(MapperWork::sortByKey);
  }

  /** A new object with the key of one that is to be deleted takes over its row. */
  private void organisePending(Item item) {
    EntityState state = item.state();
    EntityState present = sameIdentity(item);
    if (present == null) {
      work(state).inserts().add(item);
    } else if (present.isMarked()) {
      takenOver.put(present, state);
      work(state).updates().add(new Item(state, item.entity(), present));
    } else {
      FlushWarnings.duplicateIdentity(present);
      work(state).inserts().add(item);
    }
  }

  private @Nullable EntityState sameIdentity(Item item) {
    EntityLayout layout = item.state().layout();
    @Nullable Object[] parts = new Object[layout.key().length];
    for (int i = 0; i < parts.length; i++) {
      int index = layout.key()[i];
      parts[i] = item.entity().$read(index);
      if (parts[i] == null || item.state().isUnloaded(item.entity(), index)) {
        return null;
      }
    }
    return target.identities().find(layout, layout.keyOf(Objects.requireNonNull(parts)));
  }

  private MapperWork work(EntityState state) {
    return works.computeIfAbsent(state.layout(), MapperWork::new);
  }

  /** Sends the statements of one step; what it returns settles the states once all steps are done. */
  private Runnable emit(FlushAction action) {
    MapperWork work = action.work();
    if (action instanceof FlushAction.SaveAll) {
      UpdateStep update = new UpdateStep(work.layout(), target, statements);
      update.emit(work.updates());
      InsertStep insert = new InsertStep(work.layout(), target, statements);
      insert.emit(work.inserts());
      cleaned.addAll(update.unchanged());
      return () -> {
        update.settle(journal);
        insert.settle(journal);
      };
    }
    DeleteStep delete = new DeleteStep(work.layout(), target, statements);
    delete.emit(work.deletes());
    return () -> delete.settle(journal);
  }
}
