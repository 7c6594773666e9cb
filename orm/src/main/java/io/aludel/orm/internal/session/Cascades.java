package io.aludel.orm.internal.session;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LinkHistory;
import io.aludel.orm.internal.state.NewRecords;
import io.aludel.orm.internal.state.Passive;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
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
  private final List<ManagedEntity> open = new ArrayList<>();

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
    ManagedEntity entity = start.get();
    if (entity != null) {
      openRelated(start, entity);
    }
    if (open.isEmpty()) {
      return List.of();
    }
    List<EntityState> reached = new ArrayList<>();
    Set<EntityState> visited = new HashSet<>();
    visited.add(start);
    while (!open.isEmpty()) {
      ManagedEntity next = open.remove(open.size() - 1);
      EntityState state = NewRecords.find(next);
      if (state != null && visited.add(state) && !stopsAt.test(state)) {
        reached.add(state);
        openRelated(state, next);
      }
    }
    return reached;
  }

  /** Opens what an object leads to, the first of it last: that is taken next. */
  private void openRelated(EntityState state, ManagedEntity entity) {
    int first = open.size();
    for (int index : state.layout().relationships()) {
      RelationshipProperty relationship = state.layout().requireRelationship(index);
      if (follows(relationship)) {
        for (Object member : members(state, entity, relationship)) {
          if (member instanceof ManagedEntity managed && !isSkipped(relationship, managed)) {
            open.add(managed);
          }
        }
      }
    }
    if (open.size() - first > 1) {
      Collections.reverse(open.subList(first, open.size()));
    }
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
