package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives owners the related objects that were found for them. */
final class RelatedObjects {
  private RelatedObjects() {}

  static void fill(
      ManagedEntity owner,
      RelationshipProperty relationship,
      List<? extends @Nullable Object> members) {
    EntityState state = OwnerKeys.stateOf(owner);
    int index = relationship.index();
    if (relationship.isCollection()) {
      state.loadedCollection(owner, index, members);
      return;
    }
    if (members.size() > 1) {
      LoadWarnings.severalForOne(relationship, state);
    }
    state.loadedReference(owner, index, members.isEmpty() ? null : members.get(0));
  }
}
