package io.aludel.orm.internal.state;

import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the places of the members of lists in the members (parity row ORM-MAP-27). */
public final class Places {
  private Places() {}

  /** Members from {@code first} on came last: those without a number get one. */
  static void appended(RelationshipProperty relationship, List<?> members, int first) {
    if (relationship.positionAttribute() != null) {
      for (int place = first; place < members.size(); place++) {
        number(relationship, members, place, relationship.isRenumberedOnAppend());
      }
    }
  }

  /** The member at one place is another. */
  static void placed(RelationshipProperty relationship, List<?> members, int place) {
    if (relationship.positionAttribute() != null) {
      number(relationship, members, place, true);
    }
  }

  /** All members are numbered by their places. */
  public static void renumber(RelationshipProperty relationship, List<?> members) {
    if (relationship.positionAttribute() != null) {
      for (int place = 0; place < members.size(); place++) {
        number(relationship, members, place, true);
      }
    }
  }

  /** A plain collection became the content of a live one. */
  static void assigned(RelationshipProperty relationship, LiveCollection live) {
    if (live instanceof List<?> members) {
      appended(relationship, members, 0);
    }
  }

  private static void number(
      RelationshipProperty relationship, List<?> members, int place, boolean always) {
    String name = relationship.positionAttribute();
    if (name == null || !(members.get(place) instanceof ManagedEntity member)) {
      return;
    }
    ColumnProperty<?> property = relationship.target().property(name);
    EntityState state = NewRecords.find(member);
    if (state == null) {
      return;
    }
    int index = property.index();
    boolean loaded = !state.isUnloaded(member, index);
    Object present = loaded ? state.read(member, index) : null;
    if (present != null && !always) {
      return;
    }
    Object wanted = fitted(property, relationship.positionAt(place));
    if (!loaded || !property.sameValue(present, wanted)) {
      state.put(member, index, wanted);
    }
  }

  private static @Nullable Object fitted(ColumnProperty<?> property, @Nullable Object value) {
    return value == null ? null : property.type().fit(value);
  }
}
