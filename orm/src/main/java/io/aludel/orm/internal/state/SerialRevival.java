package io.aludel.orm.internal.state;

import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.io.InvalidObjectException;
import java.io.NotActiveException;
import java.io.ObjectInputStream;
import java.io.ObjectInputValidation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What is done for an object once all that was read with it is complete: members whose keys or order are asked
 * for come into their collections, owners are noted at what they own, listeners are told. Before whatever the
 * application validates.
 */
final class SerialRevival implements ObjectInputValidation {
  private static final int FIRST = Integer.MAX_VALUE;

  private final ManagedEntity entity;
  private final List<Content> contents = new ArrayList<>(0);
  private @Nullable Listeners<Object> listeners;
  private Map<String, @Nullable Object> notes = Map.of();

  SerialRevival(ManagedEntity entity) {
    this.entity = entity;
  }

  /** What comes into a collection. */
  private record Content(LiveCollection live, List<?> keys, List<?> members) {
    void fill() {
      if (live instanceof Map && keys.size() == members.size()) {
        live.fill(keys, members);
      } else {
        live.fill(members);
      }
    }
  }

  /** Fills a collection, at once if that asks no member for anything. */
  void fill(LiveCollection live, List<?> keys, List<?> members) {
    Content content = new Content(live, keys, members);
    if (live instanceof Map || live instanceof SortedSet) {
      contents.add(content);
    } else {
      content.fill();
    }
  }

  /** Listeners are to be told, too. */
  void tell(Listeners<Object> told, Map<String, @Nullable Object> noted) {
    listeners = told;
    notes = noted;
  }

  void register(ObjectInputStream in) throws NotActiveException, InvalidObjectException {
    if (!contents.isEmpty() || ownsAnything()) {
      in.registerValidation(this, FIRST);
    }
    Listeners<Object> told = listeners;
    if (told != null) {
      in.registerValidation(() -> told.deserializations().tell(entity, notes), FIRST - 1);
    }
  }

  private boolean ownsAnything() {
    if (entity.$state() instanceof EntityState state) {
      for (int index : state.layout().relationships()) {
        if (OtherSide.asksForParents(state.layout().requireRelationship(index))) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void validateObject() {
    contents.forEach(Content::fill);
    if (!(entity.$state() instanceof EntityState state)) {
      return;
    }
    for (int index : state.layout().relationships()) {
      RelationshipProperty relationship = state.layout().requireRelationship(index);
      if (OtherSide.asksForParents(relationship)) {
        membersOf(state, index).forEach(member -> found(member, relationship, state));
      }
    }
  }

  private List<@Nullable Object> membersOf(EntityState state, int index) {
    LiveCollection live = Relations.findCollection(state, entity, index);
    QueuedMembers queue = state.findQueue(index);
    List<@Nullable Object> members = new ArrayList<>();
    if (live != null) {
      members.addAll(Arrays.asList(live.members()));
    } else if (!state.layout().isCollection(index) && !state.isUnloaded(entity, index)) {
      members.add(entity.$read(index));
    }
    if (queue != null) {
      members.addAll(queue.added());
    }
    return members;
  }

  private static void found(
      @Nullable Object member, RelationshipProperty relationship, EntityState owner) {
    if (member instanceof ManagedEntity managed) {
      EntityState state = NewRecords.find(managed);
      if (state != null) {
        state.found(relationship, owner);
      }
    }
  }
}
