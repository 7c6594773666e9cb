package io.aludel.orm.internal.state;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import org.jspecify.annotations.Nullable;

/** The keys of maps, which are attributes of their members (parity row ORM-REL-27). */
final class MapKeys {
  private MapKeys() {}

  /** The key of a member that enters a map. */
  static @Nullable Object keyOf(RelationshipProperty relationship, @Nullable Object member) {
    String name = relationship.mapKey();
    if (name == null || !(member instanceof ManagedEntity entity)) {
      throw refused(relationship, String.valueOf(member == null ? "null" : member.getClass()));
    }
    EntityState state = NewRecords.find(entity);
    MapperProperty property = relationship.target().property(name);
    if (state == null) {
      return entity.$read(property.index());
    }
    if (state.isUnloaded(entity, property.index())) {
      Weave.load(entity, property.index());
    }
    if (state.isUnloaded(entity, property.index())) {
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
            + ": its key is the attribute "
            + relationship.mapKey()
            + " of the member, and the member is "
            + found
            + ". Set that attribute first.");
  }
}
