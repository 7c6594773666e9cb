package io.aludel.orm.internal.session;

import io.aludel.Warnings;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The objects a flush has to look at: new ones in the order they were added, changed ones, and those
 * marked for deletion. All are held strongly; nothing here grows with what is merely loaded.
 */
public final class SessionContents {
  private static final Warnings WARNINGS = Warnings.of("io.aludel.orm.flush");

  private final Set<EntityState> pending = new LinkedHashSet<>();
  private final Set<EntityState> marked = new LinkedHashSet<>();
  private final List<EntityState> changed = new ArrayList<>();
  private final Map<EntityState, Map<Integer, Node>> expressions = new HashMap<>();
  private int planned;

  /** SQL expressions set for attributes of an object, by index. */
  Map<Integer, Node> expressions(EntityState state) {
    return expressions.isEmpty() ? Map.of() : expressions.getOrDefault(state, Map.of());
  }

  void setExpression(EntityState state, int index, Node expression) {
    expressions.computeIfAbsent(state, any -> new HashMap<>()).put(index, expression);
  }

  /** Forgets expressions, once they are flushed or rolled back. */
  void dropExpressions() {
    expressions.clear();
  }

  /** Whether there is nothing to flush, as far as can be told without looking at any object. */
  public boolean isClean() {
    return pending.isEmpty() && marked.isEmpty() && changed.isEmpty();
  }

  /** How many objects wait, by what the flush will do with them. */
  String describe() {
    return pending.size() + " new, " + dirty().size() + " changed, " + marked.size() + " to delete";
  }

  public Set<EntityState> pending() {
    return pending;
  }

  public Set<EntityState> marked() {
    return marked;
  }

  void addPending(EntityState state, ManagedEntity entity) {
    state.hold(entity);
    pending.add(state);
  }

  void mark(EntityState state, ManagedEntity entity) {
    state.hold(entity);
    state.mark(true);
    marked.add(state);
  }

  void unmark(EntityState state) {
    if (marked.remove(state)) {
      state.mark(false);
    }
  }

  /** Lists a changed object, once; it may become clean again while it stays listed. */
  void list(EntityState state) {
    if (!state.isListed()) {
      state.listed(true);
      changed.add(state);
    }
  }

  /** Remembers what is listed now: what comes later, a flush does not write. */
  void mark() {
    planned = changed.size();
  }

  /**
   * Takes changes back that were made to clean objects while statements ran: their rows were not part of the
   * plan (parity row ORM-SES-27).
   */
  void resetLateChanges() {
    int reset = 0;
    for (EntityState state : changed.subList(planned, changed.size())) {
      ManagedEntity entity = state.get();
      if (entity != null && state.isChanged() && state.isPersistent() && !state.isMarked()) {
        state.commitChanges(entity);
        reset++;
      }
    }
    if (reset > 0) {
      WARNINGS.warn(
          "Changes of {} clean objects made by listeners within a flush were not written, and count as"
              + " loaded now. Change objects in beforeFlush.",
          reset);
    }
  }

  /** The stored objects that have changes and are not marked for deletion. */
  public List<EntityState> dirty() {
    List<EntityState> dirty = new ArrayList<>(changed.size());
    for (EntityState state : changed) {
      if (state.isChanged() && state.isPersistent() && !state.isMarked()) {
        dirty.add(state);
      }
    }
    return dirty;
  }

  /** Leaves out of the list what became clean or left the session. */
  void sweep() {
    List<EntityState> kept = new ArrayList<>();
    for (EntityState state : changed) {
      if (state.isChanged() && state.isPersistent()) {
        kept.add(state);
      } else {
        state.listed(false);
      }
    }
    changed.clear();
    changed.addAll(kept);
  }

  /** Forgets an object that leaves the session. */
  void forget(EntityState state) {
    expressions.remove(state);
    pending.remove(state);
    unmark(state);
    if (state.isListed()) {
      state.listed(false);
      changed.remove(state);
    }
  }

  void clear() {
    expressions.clear();
    pending.clear();
    List.copyOf(marked).forEach(this::unmark);
    for (EntityState state : changed) {
      state.listed(false);
    }
    changed.clear();
  }
}
