package io.aludel.orm.internal.state;

import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.StateRecord;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Where an object is in its life: its identity, its session, its parents, and what is to become of it. */
public abstract class LifeState extends StateRecord {
  /** In a committed array: the attribute has no change. */
  static final @Nullable Object UNCHANGED = new Object();

  static final int CHANGED = 1;
  static final int LISTED = 1 << 1;
  static final int DELETED = 1 << 2;
  static final int WAS_DELETED = 1 << 3;
  static final int EXPIRED = 1 << 4;
  static final int MARKED = 1 << 5;
  static final int ORPHANED = 1 << 6;
  static final int MARKED_BY_NAME = 1 << 7;

  private EntityLayout layout;
  private @Nullable Object key;
  private @Nullable Attachment attachment;
  private @Nullable Details details;
  private @Nullable LoadOrigin origin;
  private int flags;
  private int hash;

  LifeState(ManagedEntity entity, EntityLayout layout) {
    super(entity, null);
    this.layout = layout;
  }

  void attachment(Attachment given) {
    attachment = given;
  }

  // The record itself

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other;
  }

  /** Of the key when first asked for, or chance; the JVM would have to be called for that of the object. */
  @Override
  public final int hashCode() {
    if (hash == 0) {
      int first = key == null
          ? ThreadLocalRandom.current().nextInt()
          : key.hashCode() + layout.hierarchy() * 0x9E3779B9;
      hash = first == 0 ? 1 : first;
    }
    return hash;
  }

  // Identity and session

  public EntityLayout layout() {
    return layout;
  }

  public boolean hasIdentity() {
    return key != null;
  }

  /** The identity key of a record that has one. */
  public Object identityKey() {
    Object present = key;
    if (present == null) {
      throw new IllegalStateException("no identity: " + this);
    }
    return present;
  }

  /** Gives, changes or takes the identity. The identity map must not hold the record meanwhile. */
  public void identity(@Nullable Object newKey) {
    key = newKey;
  }

  public @Nullable StateOwner owner() {
    return attachment == null ? null : attachment.owner();
  }

  /** How to fill what was not loaded, if the layer that owns the object knows better than sessions. */
  @Nullable String advice() {
    return attachment == null ? null : attachment.advice();
  }

  /** Ties the object to a session, whose layout of the mapper is from now on its own. */
  public void attach(Attachment to, EntityLayout itsLayout) {
    attachment = to;
    set(ORPHANED, false);
    if (layout != itsLayout) {
      layout = itsLayout;
      if (details != null) {
        details.resize(itsLayout.size(), UNCHANGED);
      }
    }
  }

  /** Leaves the session, keeping identity and changes; does nothing if it belongs elsewhere by now. */
  public void detachFrom(Attachment from) {
    if (attachment == from) {
      attachment = null;
      set(DELETED, false);
      release();
    }
  }

  /** Becomes an object without row and session again, keeping its values. */
  public void becomeTransient() {
    key = null;
    attachment = null;
    flags &= LISTED;
    if (details != null) {
      details.committed = null;
      details.queues = null;
    }
    release();
  }

  public boolean isPending() {
    return key == null && owner() != null;
  }

  public boolean isPersistent() {
    return key != null && owner() != null && !isDeleted();
  }

  /** Whether the DELETE of this object was flushed and neither committed nor rolled back. */
  public boolean isDeleted() {
    return has(DELETED);
  }

  public boolean wasDeleted() {
    return has(WAS_DELETED);
  }

  public void deleted(boolean deleted) {
    set(DELETED, deleted);
    set(WAS_DELETED, deleted);
  }

  /** What the object remembers of the statement that loaded it, or null if that is nothing. */
  public @Nullable LoadOrigin origin() {
    return origin;
  }

  public void origin(@Nullable LoadOrigin remembered) {
    origin = remembered;
  }

  // The strong reference

  /** Keeps the object alive until {@link #release}. */
  public void hold(ManagedEntity entity) {
    details().entity = entity;
  }

  Details details() {
    Details present = details;
    if (present == null) {
      present = new Details();
      details = present;
    }
    return present;
  }

  /** What is noted beyond identity and session, or null if that is nothing. */
  @Nullable Details findDetails() {
    return details;
  }

  /** Lets the object go, unless it has changes to keep or is marked for deletion. */
  void release() {
    if (details != null && !has(CHANGED) && !has(MARKED)) {
      details.entity = null;
      if (details.isEmpty()) {
        details = null;
      }
    }
  }

  /** Marks the object for deletion, or takes the mark back. */
  public void mark(boolean forDeletion) {
    set(MARKED, forDeletion);
    set(MARKED_BY_NAME, has(MARKED_BY_NAME) && forDeletion);
    release();
  }

  /** Notes that deletion was asked for by name: only who takes the object later can void it. */
  public void markedByName() {
    set(MARKED_BY_NAME, true);
  }

  /** Whether deletion was asked for by name, and nobody took the object since. */
  public boolean isMarkedByName() {
    return has(MARKED_BY_NAME);
  }

  /** Whether the next flush is to delete the object. */
  public boolean isMarked() {
    return has(MARKED);
  }

  // Parents

  /** Notes that {@code parent} took this object by a relationship that asks for parents. */
  void attachedTo(RelationshipProperty relationship, EntityState parent) {
    Details present = details();
    present.parents = Parents.attached(present.parents, relationship, parent);
    set(ORPHANED, false);
    set(MARKED_BY_NAME, false);
  }

  /** Notes that {@code parent} let this object go. */
  void partedFrom(RelationshipProperty relationship, EntityState parent) {
    Details present = details();
    present.parents = Parents.parted(present.parents, relationship, parent);
    set(ORPHANED, true);
  }

  /** Forgets who took this object and who let it go: a rollback took that back. */
  public void forgetParents() {
    if (details != null) {
      details.parents = null;
    }
    set(ORPHANED, false);
  }

  /**
   * Whether the object has a parent by {@code relationship}, as far as seen: of a stored object nothing
   * seen counts as having one, of a new one as having none (parity row ORM-INS-18).
   */
  public boolean hasParent(RelationshipProperty relationship) {
    Parents known = findParents(relationship);
    return known == null ? key != null : known.parent() != null;
  }

  private @Nullable Parents findParents(RelationshipProperty relationship) {
    return details == null ? null : Parents.find(details.parents, relationship);
  }

  /** The parent last seen to take the object by {@code relationship}, or null. */
  @Nullable EntityState parent(RelationshipProperty relationship) {
    Parents known = findParents(relationship);
    return known == null ? null : known.parent();
  }

  /** Whether any relationship that makes orphans of those who leave it has no parent for this object. */
  public boolean isOrphan() {
    List<RelationshipProperty> parents = layout.orphanedBy();
    if (layout.mapper().rules().isOrphanOfAll()) {
      return !parents.isEmpty() && parents.stream().noneMatch(this::hasParent);
    }
    for (RelationshipProperty relationship : parents) {
      if (!hasParent(relationship)) {
        return true;
      }
    }
    return false;
  }

  /** Notes that nobody has this object by a relationship, as another record of it knew. */
  void lost(RelationshipProperty relationship) {
    Details present = details();
    present.parents = Parents.attached(present.parents, relationship, null);
  }

  /** Notes who has this object, unless something is noted of the relationship already. */
  void found(RelationshipProperty relationship, EntityState parent) {
    if (findParents(relationship) == null) {
      Details present = details();
      present.parents = Parents.attached(present.parents, relationship, parent);
    }
  }

  /** Whether the object was seen to leave a parent, and no other took it since. */
  public boolean wasOrphaned() {
    return has(ORPHANED);
  }

  // Membership in the session's list of changed objects

  /** Whether the session's list of changed objects has this record in it, current or not. */
  public boolean isListed() {
    return has(LISTED);
  }

  public void listed(boolean listed) {
    set(LISTED, listed);
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  void set(int flag, boolean on) {
    flags = on ? flags | flag : flags & ~flag;
  }

  /** The object as messages write it: {@code User[id=7]}, or {@code User[new]} without an identity. */
  @Override
  public String toString() {
    return layout.mapper().entityName() + "[" + layout.describeKey(key) + "]";
  }
}
