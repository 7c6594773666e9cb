package io.aludel.orm.internal.session;

import io.aludel.Warnings;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.StaleDataException;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.collection.WriteOnlyCollection;
import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.internal.collection.LiveCollections;
import io.aludel.orm.internal.collection.LiveValues;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LinkHistory;
import io.aludel.orm.internal.state.Passive;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.statement.StatementOption;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One merge: copies the state of an outside object, and of what its merge cascades reach, onto objects of
 * the session (parity row ORM-SES-31). Each given object is copied once.
 */
final class Merge {
  private static final Warnings WARNINGS = Warnings.of("io.aludel.orm.session");

  private final SessionCore core;
  private final boolean loads;
  private final List<StatementOption> loaders;
  private final Map<ManagedEntity, ManagedEntity> copies = new IdentityHashMap<>();
  private final Map<ManagedEntity, Set<RelationshipProperty>> reachedBy = new IdentityHashMap<>();

  Merge(SessionCore core, boolean loads, List<StatementOption> loaders) {
    this.core = core;
    this.loads = loads;
    this.loaders = loaders;
  }

  /** The session's own object for one of those that were given, loaded with what was asked for. */
  ManagedEntity mergeGiven(ManagedEntity given) {
    if (!loaders.isEmpty() && loads && core.findState(given) == null) {
      EntityLayout layout = core.layoutOf(given);
      Object key = keyOf(ObjectMoves.stateOf(given, layout), given);
      if (key != null && core.identities().find(layout, key) == null) {
        @Nullable ManagedEntity own = core.getWith(layout, key, loaders); // held while it is merged
        ManagedEntity merged = merge(given);
        Reference.reachabilityFence(own);
        return merged;
      }
    }
    return merge(given);
  }

  /** The session's own object for a given one. */
  ManagedEntity merge(ManagedEntity given) {
    ManagedEntity known = copies.get(given);
    if (known != null) {
      return known;
    }
    EntityLayout layout = core.layoutOf(given);
    EntityState source = ObjectMoves.stateOf(given, layout);
    if (core.findState(given) != null) {
      if (source.isPending()) {
        WARNINGS.warn("{} is merged into the session in which it is pending already.", source);
      }
      copies.put(given, given);
      return given;
    }
    Object key = keyOf(source, given);
    requireMergeable(source, key);
    ManagedEntity copy = key == null ? null : find(layout, key);
    boolean isNew = copy == null;
    if (copy == null) {
      copy = make(layout, key);
    }
    copies.put(given, copy);
    if (isNew && loads) {
      core.objects().addMerged(copy);
    }
    EntityState target = ObjectMoves.stateOf(copy, layout);
    if (!isNew) {
      requireVersion(source, given, target, copy);
    }
    copyColumns(source, given, target, copy);
    copyRelationships(source, given, target, copy);
    if (!loads) {
      target.commitChanges(copy);
    }
    return copy;
  }

  private static @Nullable Object keyOf(EntityState source, ManagedEntity given) {
    if (source.hasIdentity()) {
      return source.identityKey();
    }
    int[] key = source.layout().key();
    @Nullable Object[] parts = new Object[key.length];
    for (int i = 0; i < key.length; i++) {
      parts[i] = source.isUnloaded(given, key[i]) ? null : source.read(given, key[i]);
      if (parts[i] == null) {
        return null;
      }
    }
    return source.layout().keyOf(parts);
  }

  private void requireMergeable(EntityState source, @Nullable Object key) {
    if (loads) {
      return;
    }
    if (key == null || !source.hasIdentity()) {
      throw refused(source, "it is transient, and so stands for no row");
    }
    if (source.isChanged()) {
      throw refused(source, "it has changes that were not flushed");
    }
  }

  private static ObjectStateException refused(EntityState source, String found) {
    return new ObjectStateException(
        OrmError.CANNOT_MERGE,
        source.toString(),
        "Cannot merge "
            + source
            + " without loading: "
            + found
            + ". Merge it with loading, or flush it in its own session first.");
  }

  private static void requireVersion(
      EntityState source, ManagedEntity given, EntityState target, ManagedEntity copy) {
    ColumnProperty<?> version = source.layout().mapper().rules().version();
    if (version == null) {
      return;
    }
    int index = version.index();
    if (!source.isUnloaded(given, index)
        && !target.isUnloaded(copy, index)
        && !source.layout().sameValue(index, source.read(given, index), target.read(copy, index))) {
      throw StaleDataException.ofMerge(
          source.layout().mapper().table().name(),
          target.toString(),
          source.read(given, index),
          target.read(copy, index));
    }
  }

  private @Nullable ManagedEntity find(EntityLayout layout, Object key) {
    if (loads) {
      return core.get(layout, key, false);
    }
    EntityState present = core.identities().find(layout, key);
    return present == null ? null : present.get();
  }

  /** A copy without values: of a new object, or without loading of one whose row is taken for granted. */
  private ManagedEntity make(EntityLayout layout, @Nullable Object key) {
    Supplier<ManagedEntity> factory = Objects.requireNonNull(layout.shape().factory());
    ManagedEntity copy = factory.get();
    if (loads || key == null) {
      EntityState.of(copy, layout);
      return copy;
    }
    EntityState state = EntityState.loaded(copy, layout, key, core.attachment());
    for (int index : layout.columns()) {
      state.markUnloaded(copy, index);
    }
    core.identities().put(state);
    return copy;
  }

  private void copyColumns(
      EntityState source, ManagedEntity given, EntityState target, ManagedEntity copy) {
    for (int index : source.layout().columns()) {
      if (loads && source.layout().requireColumn(index).isComputed()) {
        continue;
      }
      if (source.isUnloaded(given, index)) {
        if (target.hasIdentity() && target.isUnloaded(copy, index)) {
          target.expire(copy, index);
        }
        continue;
      }
      Object value = LiveValues.forAnother(source.read(given, index));
      if (loads) {
        target.put(copy, index, value);
      } else {
        target.write(copy, index, value);
        target.markLoaded(copy, index);
      }
    }
  }

  private void copyRelationships(
      EntityState source, ManagedEntity given, EntityState target, ManagedEntity copy) {
    for (int index : source.layout().relationships()) {
      RelationshipProperty relationship = source.layout().requireRelationship(index);
      if (relationship.cascades(Cascade.MERGE)
          && isThere(source, given, relationship)
          && !cameFrom(given, relationship)) {
        if (relationship.isWriteOnly()) {
          copyQueue(source, given, target, copy, relationship);
        } else if (relationship.isCollection()) {
          copyCollection(given, target, copy, relationship);
        } else {
          copyReference(given, target, copy, relationship);
        }
      }
    }
  }

  /** An empty collection of a new object is what its constructor left behind, and says nothing. */
  private static boolean isThere(
      EntityState source, ManagedEntity given, RelationshipProperty relationship) {
    int index = relationship.index();
    if (relationship.isWriteOnly()) {
      return source.links(given, index, Passive.NO_LOAD).hasChanges();
    }
    if (!source.hasIdentity() && relationship.isCollection()) {
      source.load(given, index);
      LiveCollection live = LiveCollections.find(given.$read(index));
      return live != null && live.members().length > 0;
    }
    return !source.isUnloaded(given, index);
  }

  /** The other side of the relationship that led here is set by that relationship. */
  private boolean cameFrom(ManagedEntity given, RelationshipProperty relationship) {
    RelationshipProperty reverse = relationship.reverse();
    return loads && reverse != null && reachedBy.getOrDefault(given, Set.of()).contains(reverse);
  }

  private ManagedEntity mergeRelated(ManagedEntity related, RelationshipProperty relationship) {
    reachedBy
        .computeIfAbsent(related, any -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(relationship);
    return merge(related);
  }

  private void copyReference(
      ManagedEntity given,
      EntityState target,
      ManagedEntity copy,
      RelationshipProperty relationship) {
    Object related = given.$read(relationship.index());
    Object merged =
        related instanceof ManagedEntity entity ? mergeRelated(entity, relationship) : related;
    if (loads) {
      target.put(copy, relationship.index(), merged);
    } else {
      target.loadedReference(copy, relationship.index(), merged);
    }
  }

  /** Nothing is known of a write-only collection but what is to happen to it. */
  private void copyQueue(
      EntityState source,
      ManagedEntity given,
      EntityState target,
      ManagedEntity copy,
      RelationshipProperty relationship) {
    int index = relationship.index();
    LinkHistory history = source.links(given, index, Passive.NO_LOAD);
    @SuppressWarnings("unchecked") // an attribute that is write-only
    WriteOnlyCollection<Object> own = (WriteOnlyCollection<Object>) target.value(copy, index);
    for (Object member : history.added()) {
      if (own != null && member instanceof ManagedEntity entity) {
        own.add(mergeRelated(entity, relationship));
      }
    }
    for (Object member : history.deleted()) {
      if (own != null && member instanceof ManagedEntity entity) {
        own.remove(mergeRelated(entity, relationship));
      }
    }
  }

  private void copyCollection(
      ManagedEntity given,
      EntityState target,
      ManagedEntity copy,
      RelationshipProperty relationship) {
    int index = relationship.index();
    LiveCollection live = LiveCollections.find(given.$read(index));
    List<@Nullable Object> members = live == null ? List.of() : Arrays.asList(live.members());
    if (loads) {
      target.load(copy, index);
    }
    List<@Nullable Object> merged = new ArrayList<>();
    for (Object member : members) {
      merged.add(
          member instanceof ManagedEntity entity ? mergeRelated(entity, relationship) : member);
    }
    if (loads) {
      target.put(copy, index, target.collectionOf(index, merged));
    } else {
      target.loadedCollection(copy, index, merged);
    }
  }
}
