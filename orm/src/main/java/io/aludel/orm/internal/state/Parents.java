package io.aludel.orm.internal.state;

import io.aludel.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose related object an object is, for each relationship that has been seen to take it or to let it
 * go, and for which somebody asks. Parents are noted by their records, so that they are not kept alive.
 */
final class Parents {
  private final List<RelationshipProperty> relationships = new ArrayList<>(1);
  private final List<@Nullable EntityState> parents = new ArrayList<>(1);

  void attached(RelationshipProperty relationship, EntityState parent) {
    int position = find(relationship);
    if (position < 0) {
      relationships.add(relationship);
      parents.add(parent);
    } else {
      parents.set(position, parent);
    }
  }

  /** Leaving one that is not the last parent seen says nothing. */
  void parted(RelationshipProperty relationship, EntityState parent) {
    int position = find(relationship);
    if (position < 0) {
      relationships.add(relationship);
      parents.add(null);
    } else if (parents.get(position) == parent) {
      parents.set(position, null);
    }
  }

  /** Whether nothing was ever seen of a relationship. */
  boolean isUnknown(RelationshipProperty relationship) {
    return find(relationship) < 0;
  }

  /** The parent that was last seen to take the object and not to let it go. */
  @Nullable EntityState parent(RelationshipProperty relationship) {
    int position = find(relationship);
    return position < 0 ? null : parents.get(position);
  }

  private int find(RelationshipProperty relationship) {
    for (int i = 0; i < relationships.size(); i++) {
      RelationshipProperty each = relationships.get(i);
      if (each == relationship
          || (each.index() == relationship.index()
              && each.owner().type().equals(relationship.owner().type()))) {
        return i;
      }
    }
    return -1;
  }
}
