package io.aludel.orm.internal.state;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.collection.MemberEvents;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of maps, which are attributes of their members (parity row ORM-REL-27). */
final class MapKeys {
  private MapKeys() {}

  /** The key of a member that enters a map; {@link MemberEvents#NO_KEY} if it is to stay outside. */
  static @Nullable Object keyOf(RelationshipProperty relationship, @Nullable Object member) {
    if (relationship.mapKey() == null || !(member instanceof ManagedEntity entity)) {
      throw refused(relationship, String.valueOf(member == null ? "null" : member.getClass()));
    }
    boolean ignoring = relationship.ignoresUnsetMapKeys();
    Function<Object, @Nullable Object> function = relationship.mapKeyFunction();
    if (function != null) {
      Object key = function.apply(member);
      return key == null && ignoring ? MemberEvents.NO_KEY : key;
    }
    List<String> names = relationship.mapKeyAttributes();
    if (names.size() == 1) {
      Object key = part(relationship, entity, names.get(0));
      return key == null && ignoring ? MemberEvents.NO_KEY : key;
    }
    List<@Nullable Object> parts = new ArrayList<>(names.size());
    for (String name : names) {
      Object part = part(relationship, entity, name);
      if (ignoring && (part == null || part == MemberEvents.NO_KEY)) {
        return MemberEvents.NO_KEY;
      }
      parts.add(part);
    }
    return Collections.unmodifiableList(parts);
  }

  private static @Nullable Object part(
      RelationshipProperty relationship, ManagedEntity entity, String name) {
    EntityState state = NewRecords.find(entity);
    MapperProperty property = relationship.target().property(name);
    if (state == null) {
      return entity.$read(property.index());
    }
    if (state.isUnloaded(entity, property.index())) {
      Weave.load(entity, property.index());
    }
    if (state.isUnloaded(entity, property.index())) {
      if (relationship.ignoresUnsetMapKeys()) {
        return MemberEvents.NO_KEY;
      }
      throw refused(relationship, state + ", whose " + name + " was never set");
    }
    return state.read(entity, property.index());
  }

  private static ObjectStateException refused(RelationshipProperty relationship, String found) {
    return new ObjectStateException(
        OrmError.NO_MAP_KEY,
        relationship.toString(),
        "Cannot put an object into the map "
            + relationship
            + ": its key is "
            + (relationship.mapKeyFunction() == null ? "the attribute " : "")
            + relationship.mapKey()
            + " of the member, and the member is "
            + found
            + ". Set that attribute first.");
  }
}
