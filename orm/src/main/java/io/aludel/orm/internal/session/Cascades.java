package io.aludel.orm.internal.session;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LinkHistory;
import io.aludel.orm.internal.state.NewRecords;
import io.aludel.orm.internal.state.Passive;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows the relationships that something cascades along, from one object to all it reaches, each once:
 * an object before what it leads to, that before the object's next neighbour (parity row ORM-REL-15).
 */
public final class Cascades {
  private final Cascade cascade;
  private final Predicate<EntityState> stopsAt;
  private final Set<EntityState> visited = new HashSet<>();

  private Cascades(Cascade cascade, Predicate<EntityState> stopsAt) {
    this.cascade = cascade;
    this.stopsAt = stopsAt;
  }

  /** All objects that {@code cascade} leads to, without {@code start} itself. */
  public static List<EntityState> from(EntityState start, Cascade cascade) {
    return from(start, cascade, state -> false);
  }

  /** All objects that {@code cascade} leads to, but not those, or beyond those, that are left out. */
  static List<EntityState> from(
      EntityState start, Cascade cascade, Predicate<EntityState> stopsAt) {
    return new Cascades(cascade, stopsAt).walk(start);
  }

  private List<EntityState> walk(EntityState start) {
    List<EntityState> reached = new ArrayList<>();
    Deque<Iterator<ManagedEntity>> open = new ArrayDeque<>();
    ManagedEntity entity = start.get();
    if (entity == null) {
      return reached;
    }
    visited.add(start);
    open.push(related(start, entity).iterator());
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        continue;
      }
      ManagedEntity next = open.peek().next();
      EntityState state = NewRecords.find(next);
      if (state != null && visited.add(state) && !stopsAt.test(state)) {
        reached.add(state);
        open.push(related(state, next).iterator());
      }
    }
    return reached;
  }

  private Collection<ManagedEntity> related(EntityState state, ManagedEntity entity) {
    List<ManagedEntity> found = List.of();
    for (int index : state.layout().relationships()) {
      RelationshipProperty relationship = state.layout().requireRelationship(index);
      if (follows(relationship)) {
        for (Object member : members(state, entity, relationship)) {
          if (member instanceof ManagedEntity managed && !isSkipped(relationship, managed)) {
            found = found.isEmpty() ? new ArrayList<>() : found;
            found.add(managed);
          }
        }
      }
    }
    return found;
  }

  private boolean follows(RelationshipProperty relationship) {
    return relationship.cascades(cascade)
        && !(relationship.isViewOnly()
            && (cascade == Cascade.SAVE_UPDATE || cascade == Cascade.DELETE));
  }

  /** Adding brings what was just taken out as well, so that the flush can deal with it. */
  private List<@Nullable Object> members(
      EntityState state, ManagedEntity entity, RelationshipProperty relationship) {
    int index = relationship.index();
    boolean loads =
        cascade == Cascade.DELETE && relationship.passiveDeletes() == PassiveDeletes.LOAD;
    if (!state.hasIdentity() && relationship.isCollection()) {
      state.load(entity, index);
    }
    LinkHistory history = state.links(entity, index, loads ? Passive.MAY_LOAD : Passive.NO_LOAD);
    return cascade == Cascade.SAVE_UPDATE ? history.sum() : history.present();
  }

  /** New objects have nothing to be read again, but may be let go. */
  private boolean isSkipped(RelationshipProperty relationship, ManagedEntity member) {
    return cascade == Cascade.REFRESH_EXPIRE
        && !relationship.cascades(Cascade.DELETE_ORPHAN)
        && member.$state() instanceof EntityState state
        && !state.hasIdentity();
  }
}
