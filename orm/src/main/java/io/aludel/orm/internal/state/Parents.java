package io.aludel.orm.internal.state;

import io.aludel.orm.mapping.RelationshipProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whose related object an object is, for each relationship that has been seen to take it or to let it
 * go, and for which somebody asks: a chain with a link for each, hardly ever more than one. Parents are
 * noted by their records, so that they are not kept alive.
 */
final class Parents {
  private final RelationshipProperty relationship;
  private final @Nullable Parents next;
  private @Nullable EntityState parent;

  private Parents(
      RelationshipProperty relationship, @Nullable EntityState parent, @Nullable Parents next) {
    this.relationship = relationship;
    this.parent = parent;
    this.next = next;
  }

  /** The chain once {@code parent} took the object. */
  static Parents attached(
      @Nullable Parents known, RelationshipProperty relationship, @Nullable EntityState parent) {
    Parents link = find(known, relationship);
    if (known == null || link == null) {
      return new Parents(relationship, parent, known);
    }
    link.parent = parent;
    return known;
  }

  /** The chain once {@code parent} let the object go; one that is not the last parent seen says nothing. */
  static Parents parted(
      @Nullable Parents known, RelationshipProperty relationship, EntityState parent) {
    Parents link = find(known, relationship);
    if (known == null || link == null) {
      return new Parents(relationship, null, known);
    }
    if (link.parent == parent) {
      link.parent = null;
    }
    return known;
  }

  /** What is known of a relationship, or null if nothing was ever seen of it. */
  static @Nullable Parents find(@Nullable Parents known, RelationshipProperty relationship) {
    for (Parents link = known; link != null; link = link.next) {
      RelationshipProperty each = link.relationship;
      if (each == relationship
          || (each.index() == relationship.index()
              && each.owner().type().equals(relationship.owner().type()))) {
        return link;
      }
    }
    return null;
  }

  RelationshipProperty relationship() {
    return relationship;
  }

  @Nullable Parents next() {
    return next;
  }

  /** The parent that was last seen to take the object and not to let it go. */
  @Nullable EntityState parent() {
    return parent;
  }
}
