package io.aludel.orm.internal.state;

import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.internal.collection.LiveCollections;
import io.aludel.orm.internal.collection.MemberEvents;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The relationships of one object as the fields and the record hold them; nothing here has two sides. */
final class Relations {
  private Relations() {}

  /** The live collection of an attribute, or null while it is not loaded. */
  static @Nullable LiveCollection findCollection(
      EntityState state, ManagedEntity entity, int index) {
    return state.isUnloaded(entity, index) ? null : LiveCollections.find(entity.$read(index));
  }

  /** Puts a live collection into the field: what the application put there before becomes its content. */
  static void adopt(EntityState state, ManagedEntity entity, int index) {
    Object raw = entity.$read(index);
    LiveCollection live = create(state, entity, index, raw);
    entity.$write(index, held(state, index, live));
    state.markLoaded(entity, index);
    if (raw != null) {
      List<@Nullable Object> members = LiveCollections.membersOf(raw);
      if (!members.isEmpty()) {
        MemberEvents events = live.events();
        live.fill(events == null ? members : events.exchanging(List.of(), members));
        Places.assigned(state.layout().requireRelationship(index), live);
      }
    }
  }

  static LiveCollection create(
      EntityState state, ManagedEntity entity, int index, @Nullable Object like) {
    RelationshipProperty relationship = state.layout().requireRelationship(index);
    LiveCollection live = LiveCollections.create(relationship, like);
    live.events(new CollectionLink(entity, relationship));
    Listening.collectionMade(state, entity, index, live);
    return live;
  }

  /** What the field holds: the live collection, or a class of the application's around it. */
  static Object held(EntityState state, int index, LiveCollection live) {
    return LiveCollections.held(state.layout().requireRelationship(index), live);
  }

  /** A plain list, or for a map one by the keys of its members. */
  static Object plainCollection(RelationshipProperty relationship, List<?> members) {
    if (relationship.mapKey() == null) {
      return members;
    }
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (Object member : members) {
      Object key = MapKeys.keyOf(relationship, member);
      if (key != MemberEvents.NO_KEY) {
        map.put(key, member);
      }
    }
    return map;
  }

  /** A reference was read from its row. */
  static void loadedReference(
      EntityState state, ManagedEntity entity, int index, @Nullable Object target) {
    entity.$write(index, target);
    state.markLoaded(entity, index);
  }

  /** A collection was read from its rows; what was queued happens to it now. */
  static void loadedCollection(
      EntityState state, ManagedEntity entity, int index, List<?> members) {
    LiveCollection live = create(state, entity, index, null);
    live.fill(members);
    entity.$write(index, held(state, index, live));
    state.markLoaded(entity, index);
    QueuedMembers queue = state.takeQueue(index);
    if (queue == null) {
      return;
    }
    state.recordMembers(entity, index, live);
    for (Object member : queue.removed()) {
      while (live.count(member) > 0) {
        live.take(member);
      }
    }
    for (Object member : queue.added()) {
      if (live.count(member) == 0) {
        live.insert(member);
      }
    }
  }

  /** Empties an attribute that is to be loaded again; a collection is cut off, and says so if changed. */
  static void drop(EntityState state, ManagedEntity entity, int index) {
    LiveCollection live = LiveCollections.find(entity.$read(index));
    if (live != null) {
      live.events(state.layout().formerCollection(index));
    }
    entity.$write(index, null);
  }
}
