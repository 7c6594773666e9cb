package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.flush.FlushRow.Intent;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one flush. Grows while relationships are asked who else takes part. */
final class Rows {
  private final FlushTarget target;
  private final FlushModel model;
  private final StateRows byState = new StateRows();
  private final ArrayList<FlushRow> all = new ArrayList<>();
  private final Deque<FlushRow> unasked = new ArrayDeque<>();
  private final Set<RelationshipProperty> linked = new LinkedHashSet<>();
  private final Map<RelationshipProperty, LinkRows> linkRows = new LinkedHashMap<>();
  private final Map<RelationshipProperty, PostUpdates> postUpdates = new LinkedHashMap<>();
  private final Map<RelationshipProperty, Map<Object, List<EntityState>>> referring =
      new HashMap<>();
  private @Nullable EntityModel latest;
  private @Nullable RelationshipProperty latestLinked;

  Rows(FlushTarget target, FlushModel model) {
    this.target = target;
    this.model = model;
  }

  // Phase 1: collect

  /** Makes rows of all that is new, changed or marked for deletion. */
  void collect() {
    for (EntityState state : expect(target.pending())) {
      collectPending(state);
    }
    for (EntityState state : expect(target.dirty())) {
      add(state, state.isOrphan() ? Intent.DELETE : Intent.UPDATE);
    }
    for (EntityState state : target.marked()) {
      if (byState.find(state) == null) {
        add(state, Intent.DELETE);
      }
    }
  }

  private Collection<EntityState> expect(Collection<EntityState> states) {
    byState.expect(states.size());
    all.ensureCapacity(all.size() + states.size());
    return states;
  }

  /** A new object with the key of one that is to be deleted takes over its row. */
  private void collectPending(EntityState state) {
    FlushRow row = add(state, Intent.INSERT);
    EntityState present = sameIdentity(row);
    if (present == null) {
      return;
    }
    if (present.isMarked()) {
      add(present, Intent.GIVE_UP);
      row.takesOver(present);
      row.intent(Intent.UPDATE);
    } else {
      FlushWarnings.duplicateIdentity(present);
    }
  }

  private @Nullable EntityState sameIdentity(FlushRow row) {
    Object key = row.completeKey();
    return key == null ? null : target.identities().find(row.model().layout(), key);
  }

  private FlushRow add(EntityState state, Intent intent) {
    ManagedEntity entity = state.get();
    if (entity == null) {
      throw new IllegalStateException("lost before its flush: " + state);
    }
    FlushRow row = new FlushRow(state, entity, modelOf(state), intent);
    row.keyMoves(intent == Intent.UPDATE && hasChangedKey(row));
    row.expressions(target.expressions(state));
    requireFinding(row);
    byState.add(row);
    all.add(row);
    if (!row.model().processors().isEmpty()) {
      unasked.add(row);
    }
    return row;
  }

  /** What finds the row, such as its last known version, has to be known. */
  private static void requireFinding(FlushRow row) {
    for (int index : row.model().finding()) {
      if (!row.isNew() && !row.state().isRecorded(index) && row.isUnloaded(index)) {
        row.state().load(row.entity(), index);
      }
    }
  }

  private static boolean hasChangedKey(FlushRow row) {
    for (int index : row.model().layout().key()) {
      if (row.state().isRecorded(index) && row.state().differs(row.entity(), index)) {
        return true;
      }
    }
    return false;
  }

  // Phase 2: spread

  /** Asks the relationships of all rows who else takes part, until nobody new does; then makes links. */
  void spread() {
    for (FlushRow row = unasked.poll(); row != null; row = unasked.poll()) {
      for (DependencyProcessor processor : row.model().processors()) {
        processor.spread(row, this);
      }
      if (row.keyMoves()) {
        spreadKey(row);
      }
    }
    for (FlushRow row : all) {
      for (DependencyProcessor processor : row.model().processors()) {
        processor.link(row, this);
      }
    }
  }

  /** Objects that refer to a row by a reference of their own follow its key. */
  private void spreadKey(FlushRow row) {
    for (ManyToOneProcessor referrer : model.referrers(row.model().family())) {
      if (row.model().layout().mapper().type() == referrer.property().target().type()
          || referrer.property().target().type().isInstance(row.entity())) {
        referrer.follow(row, this);
      }
    }
  }

  /** The row of a related object, which is saved if it is not yet; null if it cannot take part. */
  @Nullable FlushRow save(EntityState state) {
    FlushRow row = byState.find(state);
    if (row != null) {
      if (row.intent() == Intent.FOLLOW) {
        change(row, Intent.UPDATE);
      }
      return row;
    }
    return state.isPersistent() && target.holds(state) ? add(state, Intent.UPDATE) : null;
  }

  /**
   * As {@link #save}, for an object that somebody took: a mark for deletion is void, unless it was
   * asked for by name after that, the object is an orphan by another relationship, or an owner that goes
   * still holds it by another.
   */
  @Nullable FlushRow keep(EntityState state, RelationshipProperty property) {
    FlushRow row = save(state);
    if (row != null && !row.isNew() && !state.isOrphan() && !state.isMarkedByName()) {
      row.taken(property);
      if (row.isDeleted() && !row.isClaimed()) {
        change(row, Intent.UPDATE);
      }
    }
    return row;
  }

  /** The row of an object whose row the database changes by itself. */
  @Nullable FlushRow follow(EntityState state) {
    FlushRow row = byState.find(state);
    if (row != null) {
      return row;
    }
    return state.isPersistent() && target.holds(state) ? add(state, Intent.FOLLOW) : null;
  }

  /** Deletes a stored object because of a relationship, unless somebody took it by the same. */
  void delete(EntityState state, RelationshipProperty property) {
    FlushRow row = byState.find(state);
    if (row == null) {
      if (state.isPersistent() && target.holds(state)) {
        add(state, Intent.DELETE).claimed(property);
      }
      return;
    }
    row.claimed(property);
    if (row.isClaimed() && !row.isNew() && !row.isLeaving()) {
      change(row, Intent.DELETE);
    }
  }

  private void change(FlushRow row, Intent intent) {
    row.intent(intent);
    if (!row.model().processors().isEmpty()) {
      unasked.add(row);
    }
  }

  /** The key of a stored row will change because it holds that of another. */
  void moveKey(FlushRow row) {
    if (!row.keyMoves()) {
      row.keyMoves(true);
      unasked.add(row);
    }
  }

  // Looking up

  FlushTarget target() {
    return target;
  }

  List<FlushRow> all() {
    return all;
  }

  @Nullable FlushRow find(EntityState state) {
    return byState.find(state);
  }

  /** The row of an object, if it takes part. */
  @Nullable FlushRow find(ManagedEntity entity) {
    return entity.$state() instanceof EntityState state ? byState.find(state) : null;
  }

  /**
   * The stored objects of the session whose foreign key, as far as it is loaded, is {@code key}. Looks at all
   * objects of their class once a flush.
   */
  List<EntityState> referring(RelationshipProperty property, int[] foreignKey, Object key) {
    return referring
        .computeIfAbsent(property, any -> byForeignKey(property, foreignKey))
        .getOrDefault(key, List.of());
  }

  private Map<Object, List<EntityState>> byForeignKey(
      RelationshipProperty property, int[] foreignKey) {
    Map<Object, List<EntityState>> found = new HashMap<>();
    target.identities().forEach(modelOf(property.target()).layout(), (state, entity) -> {
      Object key = RowValues.stored(state, entity, foreignKey);
      if (key != null) {
        found.computeIfAbsent(key, any -> new ArrayList<>()).add(state);
      }
    });
    return found;
  }

  /** Mostly the model of the object before: objects of one class come together. */
  EntityModel modelOf(EntityState state) {
    EntityModel found = latest;
    if (found == null || found.layout() != state.layout()) {
      found = model.of(state.layout());
      latest = found;
    }
    return found;
  }

  EntityModel modelOf(Mapper<?> mapper) {
    return model.of(target.layoutOf(mapper.type()));
  }

  /**
   * Has a row get what a link says: when it is written, or by an UPDATE of its own where the relationship
   * asks for that and the other row is not there yet.
   */
  void link(FlushRow row, Link link) {
    FlushRow later = link.property().isPostUpdate() ? findInserted(link.from()) : null;
    if (later != null) {
      postUpdates(link.property()).set(row, later, link);
    } else {
      row.add(link);
      orderBy(link.property());
    }
  }

  private @Nullable FlushRow findInserted(@Nullable ManagedEntity entity) {
    FlushRow row = entity == null ? null : find(entity);
    return row != null && !row.isLeaving() && row.isNew() ? row : null;
  }

  /** Has a deletion wait for a row that refers to it. */
  void leave(FlushRow row, FlushRow left, RelationshipProperty property) {
    row.leaves(left, property);
    orderBy(property);
  }

  private void orderBy(RelationshipProperty property) {
    if (latestLinked != property) {
      latestLinked = property;
      linked.add(property);
    }
  }

  /** The relationships that put rows in an order. */
  Collection<RelationshipProperty> linked() {
    return linked;
  }

  /** The link rows that both sides of a many-to-many relationship write; found by the canonical one. */
  LinkRows linkRows(RelationshipProperty canonical) {
    return linkRows.computeIfAbsent(canonical, LinkRows::new);
  }

  Collection<LinkRows> linkRows() {
    return linkRows.values();
  }

  /** The foreign keys of a relationship that are written by an UPDATE of their own. */
  PostUpdates postUpdates(RelationshipProperty property) {
    return postUpdates.computeIfAbsent(property, PostUpdates::new);
  }

  Collection<PostUpdates> postUpdates() {
    return postUpdates.values();
  }
}
